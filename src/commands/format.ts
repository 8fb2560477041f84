import { styleText } from "node:util";
import type { Finding } from "../model/finding.ts";
import { placeText } from "../model/place.ts";

export const formats = ["human", "json", "github"] as const;
/** How findings are printed: for people, for machines, as annotations of a code host. */
export type Format = (typeof formats)[number];

type Styles = Parameters<typeof styleText>[0];
const painted = (style: Styles, text: string, colours: boolean): string => (colours ? styleText(style, text) : text);

const human = (finding: Finding, colours: boolean): string => {
  const place = finding.place ? `${placeText(finding.place)} ` : "";
  const rule = painted(finding.severity === "error" ? "red" : "yellow", finding.rule, colours);
  const hint = finding.hint ? `; ${finding.hint}` : "";
  const related = (finding.related ?? []).map(({ message, place: at }) => `\n    ${placeText(at)} ${message}`).join("");
  return `${painted("bold", place, colours)}${rule}: ${finding.message}${hint}${related}`;
};

/** Workflow commands of GitHub: data and properties are escaped in their own ways. */
const github = (finding: Finding): string => {
  const escapeData = (text: string): string => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
  const { place } = finding;
  const at = place ? `file=${escapeProperty(place.file)},line=${place.line},col=${place.column},` : "";
  const hint = finding.hint ? `; ${finding.hint}` : "";
  return `::${finding.severity} ${at}title=${escapeProperty(finding.rule)}::${escapeData(finding.message + hint)}`;
};

/** The text of a run's findings, with a final line end; "" when a person would see nothing. */
export const formatFindings = (findings: readonly Finding[], format: Format, colours: boolean): string => {
  if (format === "json") return `${JSON.stringify({ version: 1, findings }, null, 2)}\n`;
  const lines = findings.map((finding) => (format === "github" ? github(finding) : human(finding, colours)));
  return lines.map((line) => `${line}\n`).join("");
};
