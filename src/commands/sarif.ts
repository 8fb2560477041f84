import type { Finding } from "../model/finding.ts";
import { type Place, placeText } from "../model/place.ts";
import { rules } from "../model/rules/index.ts";
import { version } from "./version.ts";

/** An artifact's path as a relative URI reference (RFC 3986): every segment escaped, the slashes kept. */
const uriOf = (file: string): string => file.split("/").map(encodeURIComponent).join("/");

/**
 * A physical location (SARIF 2.1.0 §3.29). A place on a page of a finished file has no region: its lines are counted on
 * the page, not in the file, and a code host would mark another one.
 */
const locationOf = (place: Place) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(place.file), uriBaseId: "%SRCROOT%" },
    ...(place.page === undefined && {
      region: {
        startLine: place.line,
        startColumn: place.column,
        ...(place.end && { endLine: place.end.line, endColumn: place.end.column }),
      },
    }),
  },
});

const resultOf = (ruleIds: readonly string[]) => (finding: Finding) => {
  const { rule, severity, message, hint, place, related = [], texts = {} } = finding;
  const said = Object.entries(texts).map(([lang, text]) => `${lang}: ${text}`);
  const on = place?.page === undefined ? [] : [placeText(place)];
  return {
    ruleId: rule,
    ruleIndex: ruleIds.indexOf(rule),
    level: severity,
    message: { text: [...on, hint ? `${message}; ${hint}` : message, ...said].join("\n") },
    // No location at all is how SARIF says that a result belongs to no file (§3.27.12).
    ...(place && { locations: [locationOf(place)] }),
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({ id, message: { text: one.message }, ...locationOf(one.place) })),
    }),
  };
};

/**
 * Findings as a SARIF 2.1.0 log (OASIS), which code hosts show beside the lines. Columns count UTF-16 units, the last one
 * exclusive, as in a {@link Place}; the rules carry what `explain` says of them.
 */
export const sarif = (findings: readonly Finding[]): string => {
  const used = [...rules.values()].filter(({ name }) => findings.some(({ rule }) => rule === name));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "whitepaper",
            semanticVersion: version,
            rules: used.map(({ name, why, mend, waive }) => ({
              id: name,
              shortDescription: { text: why },
              help: { text: `${mend}\n\n${waive}` },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map(resultOf(used.map(({ name }) => name))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};
