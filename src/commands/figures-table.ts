import type { FigureUses, PageOf, Use } from "../compare/uses/index.ts";
import { placeText } from "../model/place.ts";
import { type FiguresResult, isPartial, isUnused } from "./figures.ts";

/** Columns that a text takes in a terminal: ideographs take two (UAX #11, wide and full-width). */
const columns = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]/.test(character)
        ? 2
        : 1),
    0,
  );

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - columns(text)));

/** Heads longer than this are cut in the table, in columns. */
const headWidth = 36;

const cut = (text: string): string => {
  if (columns(text) <= headWidth) return text;
  let out = "";
  for (const character of text) {
    if (columns(`${out}${character}…`) > headWidth) break;
    out += character;
  }
  return `${out.trimEnd()}…`;
};

/** "p. 3 (zh, zh-en)"; a page without printed number by its place in the file: "[2]". */
const pagesText = (pages: readonly PageOf[]): string => {
  const byLabel = new Map<string, string[]>();
  for (const { edition, page, label } of pages) {
    const name = label === "" ? `[${page}]` : label;
    byLabel.set(name, [...(byLabel.get(name) ?? []), edition]);
  }
  const parts = [...byLabel].map(([label, editions]) => `${label} (${[...new Set(editions)].join(", ")})`);
  return parts.length === 0 ? "" : `p. ${parts.join(", ")}`;
};

const cellsOf = (use: Use): readonly string[] => [
  use.language,
  use.in,
  use.text,
  cut(use.chart === undefined ? use.head : `${use.chart}: ${use.head}`),
  pagesText(use.pages),
  placeText(use.place),
];

const headLine = ({ figure }: FigureUses): string => {
  const { key, value, unit, step, approx, place } = figure;
  const steps = step === "1" ? "" : `, step ${step}`;
  return `${key}  ${value ?? "not published"} ${unit}${steps}${approx ? `, ${approx}` : ""}  ${placeText(place)}`;
};

/** The result for people: a line for every figure, a row for every use, and what is printed nowhere or not in all languages. */
export const figuresTable = ({ figures }: FiguresResult): string => {
  const rows = figures.flatMap(({ uses }) => uses.map(cellsOf));
  const widths = [0, 1, 2, 3, 4].map((index) => Math.max(0, ...rows.map((row) => columns(row[index] ?? ""))));
  const lines = figures.flatMap((entry) => [
    headLine(entry),
    ...entry.uses.map((use) => {
      const cells = cellsOf(use);
      return `  ${cells.map((cell, index) => padded(cell, widths[index] ?? 0)).join("  ")}`.trimEnd();
    }),
    "",
  ]);
  const unused = figures.filter(isUnused).map(({ figure }) => figure.key);
  const partial = figures
    .filter(isPartial)
    .map(({ figure, missing }) => `${figure.key} (not in ${missing.join(", ")})`);
  if (unused.length > 0) lines.push(`Printed nowhere: ${unused.join(", ")}`, "");
  if (partial.length > 0) lines.push(`Not in every language: ${partial.join(", ")}`, "");
  return lines
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join("");
};
