import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../src/compose/index.ts";
import type { Document, Value } from "../../src/model/document.ts";
import { type Figure, figureParts, type Key } from "../../src/model/figure.ts";
import type { Source } from "../../src/model/source.ts";
import { documentText } from "../../src/model/text.ts";
import { inlinesOf, walkBlocks, walkInlines } from "../../src/model/walk.ts";
import { readSource } from "../../src/read/index.ts";

/** The prose of the publication with other figures: words that depend on a number follow it. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const langs = ["zh", "en"] as const;
let source: Source;
beforeAll(async () => {
  source = (await readSource(root, "2019", () => {})) as Source;
});

/** The source with other values; a part changes in its figure too. */
const withValues = (change: (figure: Figure) => string | null): Source => {
  const changed = (figure: Figure): Figure => ({ ...figure, value: change(figure) });
  const figures = new Map<Key, Figure>();
  for (const figure of source.figures.values()) {
    if (figures.has(figure.key)) continue;
    const parts = figureParts.flatMap((name) => {
      const part = figure[name];
      return part ? [[name, changed(part)] as const] : [];
    });
    figures.set(figure.key, { ...changed(figure), ...Object.fromEntries(parts) });
    for (const [, part] of parts) figures.set(part.key, part);
  }
  return { ...source, figures };
};

const rules = (from: Source, lang: string): readonly string[] => {
  const found: string[] = [];
  compose(from, lang, ({ rule }) => found.push(rule));
  return [...new Set(found)];
};
const textOf = (from: Source, lang: string): readonly string[] =>
  documentText(compose(from, lang, () => {}) as Document);
const valuesOf = (from: Source, lang: string): readonly Value[] =>
  [...walkBlocks((compose(from, lang, () => {}) as Document).sections)]
    .flatMap((block) => [...walkInlines(inlinesOf(block))])
    .filter((inline) => inline.type === "value");

test.each([
  ["zh", "17.36万件", "17.37万件"],
  ["en", "173,600", "173,700"],
])("%s: a corrected figure changes its number and nothing else", (lang, from, to) => {
  const corrected = withValues(({ key, value }) => (key === "patents.applications.total" ? "173700" : value));
  expect(textOf(corrected, lang)).toEqual(textOf(source, lang).map((line) => line.replace(from, to)));
});

test.each([
  ["zh", [[/(同比(?:分别)?)增长/g, "$1下降"]]],
  [
    "en",
    [
      [/, up by/g, ", down by"],
      [/year-on-year increase/g, "year-on-year decrease"],
    ],
  ],
] as const)("%s: falling figures are said to fall", (lang, changes) => {
  const falling = withValues(({ key, value }) => (key.endsWith(".growth") ? `-${value}` : value));
  const expected = textOf(source, lang).map((line) =>
    changes.reduce<string>((text, [from, to]) => text.replace(from, to), line),
  );
  expect(textOf(falling, lang)).toEqual(expected);
});

test.each(langs)("%s: one word for two changes is refused when they part ways", (lang) => {
  const mixed = withValues(({ key, value }) => (key === "courts.cases.accepted.growth" ? `-${value}` : value));
  expect(rules(mixed, lang)).toContain("mixed-directions");
  expect(rules(source, lang)).not.toContain("mixed-directions");
});

test("zh: one number for two kinds of park is refused when they differ", () => {
  const unequal = withValues(({ key, value }) => (key === "municipal_recognition.pilot_parks" ? "3" : value));
  expect(rules(unequal, "zh")).toContain("unequal-figures");
  expect(rules(unequal, "en")).not.toContain("unequal-figures");
});

describe("en: nouns follow small numbers", () => {
  test("one and many", () => {
    const plurals = (from: Source) => valuesOf(from, "en").filter((value) => value.form === "plural");
    const counted = new Set(plurals(source).map((value) => value.key));
    const ones = withValues(({ key, value }) => (counted.has(key) ? "1" : value));
    const twos = withValues(({ key, value }) => (counted.has(key) ? "2" : value));
    expect(counted.size).toBeGreaterThan(20);
    for (const [index, one] of plurals(ones).entries()) {
      const two = plurals(twos)[index];
      expect(two?.key).toBe(one.key);
      expect(two?.text, one.key).not.toBe(one.text);
    }
  });

  test("in whole sentences", () => {
    const few = [
      ["finance.workshops", "holding one workshop on"],
      ["copyright_demonstration.parks", "two demonstration parks (bases) in Shanghai"],
      ["china_patent_award.gold", "including one Golden Patent Award."],
      [
        "schools.national_demonstration",
        "Another one school was selected as the first-batch National-level Demonstration School and",
      ],
      ["plant_varieties.international_registrations", "and another one was granted International Registrar"],
    ] as const;
    for (const [figure, words] of few) {
      const other = withValues(({ key, value }) => (key !== figure ? value : words.includes("two") ? "2" : "1"));
      expect(textOf(other, "en").join("\n")).toContain(words);
    }
  });
});

test.each(langs)("%s: a first that is no first any more is refused", (lang) => {
  const second = withValues(({ key, value }) => (key === "innovation_award.first_time" ? "2" : value));
  expect(rules(second, lang)).toContain("form-does-not-fit");
});
