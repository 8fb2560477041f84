import { styleText } from "node:util";
import type { Finding } from "../model/finding.ts";
import { placeText } from "../model/place.ts";
import { sarif } from "./sarif.ts";

export const formats = ["human", "json", "github", "sarif"] as const;
/** How findings are printed: for people, for machines, as annotations of a code host, as a log that code hosts take in. */
export type Format = (typeof formats)[number];

type Styles = Parameters<typeof styleText>[0];
const painted = (style: Styles, text: string, colours: boolean): string => (colours ? styleText(style, text) : text);

/** Longest quotation of a sentence for people, in characters. */
const quoted = 160;
const shortened = (text: string): string => (text.length > quoted ? `${text.slice(0, quoted).trimEnd()}…` : text);

/** What belongs to a finding besides its message: what the languages say there, and further places. */
const details = ({ texts = {}, related = [], trace }: Finding): readonly string[] => [
  ...Object.entries(texts).map(([lang, text]) => `${lang} “${shortened(text.replace(/\s+/g, " "))}”`),
  ...related.map(({ message, place }) => `${placeText(place)} ${message}`),
  ...(trace?.split("\n").slice(1, 6) ?? []).map((line) => line.trim()),
];

const colourOf = { error: "red", warning: "yellow", note: "cyan" } as const;

const human = (finding: Finding, colours: boolean): string => {
  const place = finding.place ? `${placeText(finding.place)} ` : "";
  const rule = painted(colourOf[finding.severity], finding.rule, colours);
  const hint = finding.hint ? `; ${finding.hint}` : "";
  const more = details(finding)
    .map((line) => `\n    ${line}`)
    .join("");
  return `${painted("bold", place, colours)}${rule}: ${finding.message}${hint}${more}`;
};

/** Workflow commands of GitHub: data and properties are escaped in their own ways. */
const github = (finding: Finding): string => {
  const escapeData = (text: string): string => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
  const { place } = finding;
  const at = place ? `file=${escapeProperty(place.file)},line=${place.line},col=${place.column},` : "";
  const hint = finding.hint ? `; ${finding.hint}` : "";
  const text = [finding.message + hint, ...details(finding)].join("\n");
  const command = finding.severity === "note" ? "notice" : finding.severity;
  return `::${command} ${at}title=${escapeProperty(finding.rule)}::${escapeData(text)}`;
};

/** The text of a run's findings, with a final line end; "" when a person would see nothing. */
export const formatFindings = (findings: readonly Finding[], format: Format, colours: boolean): string => {
  if (format === "json") return `${JSON.stringify({ version: 1, findings }, null, 2)}\n`;
  if (format === "sarif") return sarif(findings);
  const lines = findings.map((finding) => (format === "github" ? github(finding) : human(finding, colours)));
  return lines.map((line) => `${line}\n`).join("");
};
