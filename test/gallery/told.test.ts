import { beforeAll, describe, expect, it } from "vitest";
import { chartTable, columnHeads } from "../../src/model/chart-table.ts";
import type { Chart } from "../../src/model/document.ts";
import { writeDocx } from "../../src/write/docx/index.ts";
import { edition, noPages, part, section } from "../write/docx/make.ts";
import { openPackage } from "../write/docx/package.ts";
import { lines } from "../write/docx/reading.ts";
import { type ReadChart, readCharts } from "../write/docx/workbook.ts";
import { drawEverything, type Shown } from "./gallery.ts";
import { textsIn } from "./marks.ts";

/** Whatever a picture says is said wherever it is told without being seen: in words, as a table, in Word. */

let shown: readonly Shown[];
beforeAll(async () => {
  ({ shown } = await drawEverything());
});

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What a picture prints, without the ticks of an axis of values, which state no figure. */
const printed = ({ chart, picture }: Shown): readonly string[] => {
  const known = new Set(chart.rows.flatMap(({ category, text }) => [category, text]));
  const isTick = (text: string): boolean => /^[\d,.]+$/.test(text) && !known.has(text);
  return [...new Set(textsIn(picture.svg).map(plain))].filter((text) => text !== "" && !isTick(text));
};

/** Which of the printed words are not among the told ones, nor put together from them: "2019 Change". */
const missing = (texts: readonly string[], told: readonly string[]): readonly string[] => {
  const all = told.map(plain).filter((text) => text !== "");
  const pieces = [...new Set(all)].toSorted((a, b) => b.length - a.length);
  return texts.filter((text) => {
    if (all.some((one) => one.includes(text))) return false;
    return /[\p{L}\p{N}]/u.test(pieces.reduce((left, piece) => left.replaceAll(piece, ""), text));
  });
};

/** What is seen of a chart of Word. */
const wordsOf = ({ cache, looks, title }: ReadChart): readonly string[] => [
  ...[title, ...cache.categories],
  ...cache.series.flatMap(({ name }, index) => [name, ...(looks[index]?.labels ?? [])]),
];

const inWord = async ({ language, figure, picture }: Shown): Promise<readonly string[]> => {
  const volume = edition([part(language, [section("one", "One", [figure])], { pictures: { [figure.id]: picture } })]);
  const bytes = await writeDocx(volume, noPages, () => {});
  const charts = [...readCharts(openPackage(bytes)).values()];
  return [...lines(bytes), ...(charts.length > 0 ? charts.flatMap(wordsOf) : textsIn(picture.svg))];
};

const inTable = (chart: Chart, { language }: Shown): readonly string[] => {
  const { columns, groups, notes } = chartTable(chart, language);
  const cells = groups.flatMap(({ title, rows }) => [title, ...rows.flat().map(({ text }) => text)]);
  return [...columns.map(({ text }) => text), ...cells, ...notes];
};

/** Words one by one, panels without their units: alternatives say the unit with each number, 29.17万件（推算）. */
const inPieces = (texts: readonly string[], { panels }: Chart): readonly string[] =>
  texts.flatMap((text) => (panels.find(({ head }) => plain(head) === text)?.title ?? text).split(/[\s（）]+/));

describe.each(["zh", "en"])("what the pictures print in %s", (lang) => {
  const each = async (check: (one: Shown) => Promise<readonly string[]> | readonly string[]) => {
    const own = shown.filter((one) => one.lang === lang);
    expect(own.length).toBeGreaterThan(10);
    const found = await Promise.all(own.map(async (one) => [one.name, await check(one)] as const));
    expect(Object.fromEntries(found.filter(([, words]) => words.length > 0))).toEqual({});
  };

  // Heads of columns are said with each number, in the words of the sentence.
  const sayable = (one: Shown) =>
    inPieces(
      printed(one).filter((text) => !columnHeads(one.language).includes(text)),
      one.chart,
    );
  it("stands in their text alternatives", () => each((one) => missing(sayable(one), [one.figure.alt])));
  it("stands in the alternatives of their panels together", () =>
    each((one) => missing(sayable(one), one.chart.alternatives)));
  it("stands in their data tables", () => each((one) => missing(printed(one), inTable(one.chart, one))));
  it("stands in Word", () => each(async (one) => missing(printed(one), await inWord(one))));
  it("is all that tables and alternatives say in words of their own", () =>
    each((one) => {
      const texts = textsIn(one.picture.svg).map(plain);
      return one.chart.notes.filter((note) => !texts.includes(plain(note)));
    }));
});
