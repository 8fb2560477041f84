import type { Json } from "../model/document.ts";
import type { Report } from "../model/finding.ts";
import type { ChartSource } from "../model/source.ts";
import type { Files } from "./files.ts";
import { readYaml } from "./yaml.ts";

const ending = ".vl.json";

/**
 * Reads the chart specifications of an issue (JSON, which YAML 1.2 includes); `unread` receives those that could not be
 * read. Reports what `readYaml` does; what a specification says is checked where it is resolved.
 */
export const readCharts = async (
  files: Files,
  folder: string,
  report: Report,
  unread: Set<string> = new Set(),
): Promise<ReadonlyMap<string, ChartSource>> => {
  const charts = new Map<string, ChartSource>();
  for (const fileName of (await files.names(folder)).filter((name) => name.endsWith(ending))) {
    const file = `${folder}/${fileName}`;
    const text = await files.text(file);
    const located = text === undefined ? undefined : readYaml(file, text, report);
    if (text === undefined || !located) {
      unread.add(file);
      continue;
    }
    charts.set(fileName.slice(0, -ending.length), {
      name: fileName.slice(0, -ending.length),
      file,
      text,
      spec: located.value as Json,
    });
  }
  return charts;
};
