import { changeText } from "../../exchange/sequence.ts";
import type { ChapterStatus, OpenUnit } from "../../exchange/status.ts";
import { placeText } from "../../model/place.ts";
import type { LanguageStatus } from "./status.ts";

const columns = ["units", "translated", "stale", "missing", "extra", "words to do"] as const;

const row = ({ units, counts, words }: Pick<ChapterStatus, "units" | "counts" | "words">): readonly number[] => [
  units,
  counts.translated,
  counts.stale,
  counts.missing,
  counts.extra,
  words,
];

const total = (rows: readonly (readonly number[])[]): readonly number[] =>
  columns.map((_, index) => rows.reduce((sum, own) => sum + (own[index] ?? 0), 0));

/** Longest quotation of a unit, in characters. */
const quoted = 120;
const shortened = (text: string): string =>
  [...text].length > quoted ? `${[...text].slice(0, quoted).join("").trimEnd()}…` : text;

const changed = ({ changes, facts }: OpenUnit): readonly string[] => [
  ...(changes
    ? [
        changes
          .map(({ kind, text }) => (kind === "same" ? text : kind === "before" ? `[-${text}-]` : `{+${text}+}`))
          .join(""),
      ]
    : []),
  ...(facts
    ? [`the facts behind its wording changed: ${changeText(facts.before.join(", "), facts.now.join(", "))}`]
    : []),
];

/** Stale and surplus units and missing rules one by one; missing texts are counted, and stand in the export. */
const details = ({ name, open }: ChapterStatus): readonly string[] =>
  open
    .filter(({ state }) => name === "rules" || state !== "missing")
    .flatMap((unit) => {
      const what = changed(unit);
      const said = what.length > 0 ? what : [shortened(unit.target ?? unit.source)];
      return [
        `${placeText(unit.place)} ${unit.state} ${unit.id}`,
        ...said.filter((line) => line !== "").map((line) => `    ${line}`),
      ];
    });

/** A language's status for people. */
export const statusTable = ({ language, source, rests, chapters }: LanguageStatus): string => {
  const rows = chapters.map((chapter) => [chapter.name, row(chapter)] as const);
  const all = [...rows, ["all", total(rows.map(([, numbers]) => numbers))] as const];
  const wide = Math.max(...all.map(([name]) => name.length));
  const head = `${"".padEnd(wide)}  ${columns.join("  ")}`;
  const lines = all.map(
    ([name, numbers]) =>
      `${name.padEnd(wide)}  ${numbers.map((n, index) => String(n).padStart(columns[index]?.length ?? 0)).join("  ")}`,
  );
  const title = `${language} from ${source}${rests ? ", rests: no edition prints it" : ""}`;
  return `${[title, head, ...lines, ...chapters.flatMap(details)].join("\n")}\n`;
};
