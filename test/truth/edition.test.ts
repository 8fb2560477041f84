import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { checkNumbers } from "../../src/check/index.ts";
import { checkCoverage, compose } from "../../src/compose/index.ts";
import type { Document, Inline, Value } from "../../src/model/document.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Erratum, LanguageSource, Source } from "../../src/model/source.ts";
import { documentText } from "../../src/model/text.ts";
import { inlinesOf, walkBlocks, walkInlines } from "../../src/model/walk.ts";
import { readSource } from "../../src/read/index.ts";
import { asPrinted, type Lang, numbersIn, numeralsOf, printedFigures, printedText } from "./printed.ts";

/** The composed publication of 2019 against its printed edition: equal but for the errors that are declared. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const langs: readonly Lang[] = ["zh", "en"];
const findings: Finding[] = [];
let source: Source;
const documents = new Map<Lang, Document>();

beforeAll(async () => {
  const report = (finding: Finding): void => void findings.push(finding);
  source = (await readSource(root, "2019", report)) as Source;
  for (const lang of langs) {
    const document = compose(source, lang, report) as Document;
    documents.set(lang, document);
    checkCoverage(source, source.languages.get(lang) as LanguageSource, document, report);
  }
  checkNumbers(source, documents, report);
});

const documentIn = (lang: Lang): Document => documents.get(lang) as Document;
const errataOf = (lang: Lang): readonly Erratum[] => source.errata.filter((erratum) => erratum.edition === lang);
/** The words of a context such as "reached ⟦173,600⟧ and", and where in them the number begins. */
const unmark = (context: string): { readonly words: string; readonly at: number } => ({
  words: context.replace(/[⟦⟧]/g, ""),
  at: context.indexOf("⟦"),
});
const inlinesIn = (document: Document): readonly Inline[] =>
  [...walkBlocks(document.sections)].flatMap((block) => [...walkInlines(inlinesOf(block))]);
const valuesOf = (document: Document): readonly Value[] =>
  inlinesIn(document).filter((inline) => inline.type === "value");
const positions = (text: string, words: string): readonly number[] => {
  const found: number[] = [];
  for (let i = text.indexOf(words); i >= 0; i = text.indexOf(words, i + 1)) found.push(i);
  return found;
};

test("the publication has no findings", () => {
  expect(findings).toEqual([]);
});

describe("data", () => {
  const approx = { exact: undefined, more_than: "more-than", exceeded: "exceeded" } as const;

  test.each(printedFigures.statistics)("$key is the stated figure", (stated) => {
    const figure = source.figures.get(stated.key);
    expect(figure).toBeDefined();
    expect(Number(figure?.value)).toBe(stated.value);
    expect(Number(figure?.step)).toBe(stated.quantum);
    expect(figure?.approx).toBe(approx[stated.approx]);
    expect(figure?.growth?.value).toBe(stated.growth === undefined ? undefined : String(stated.growth.value));
  });

  test.each(printedFigures.ordinals)("$key is the stated ordinal", (stated) => {
    const figure = source.figures.get(stated.key);
    expect(figure?.kind).toBe("ordinal");
    expect(Number(figure?.value)).toBe(stated.value);
  });

  test("holds nothing but what the edition states", () => {
    const stated = [
      ...printedFigures.statistics.flatMap(({ key, growth }) => (growth ? [key, `${key}.growth`] : [key])),
      ...printedFigures.ordinals.map(({ key }) => key),
      ...printedFigures.years.map(({ key }) => key),
    ];
    expect(stated).toHaveLength(110 + 16 + 20 + 2);
    expect([...source.figures.keys()].sort()).toEqual(stated.sort());
  });

  test("declares exactly the three known errors of the English edition", () => {
    const wrong = printedFigures.statistics.flatMap(({ key, en, value }) =>
      en.value !== undefined && en.value !== value ? [key] : [],
    );
    expect(errataOf("zh")).toEqual([]);
    expect(errataOf("en").map((erratum) => erratum.figure)).toEqual([...wrong, "market_regulation.goods_confiscated"]);
    for (const erratum of errataOf("en")) {
      const stated = printedFigures.statistics.find(({ key }) => key === erratum.figure);
      expect(stated?.en.written).toBe(erratum.printed);
    }
  });
});

describe.each(langs)("%s", (lang) => {
  test("has the paragraphs of the printed edition, but for the declared errata", () => {
    expect(documentText(asPrinted(documentIn(lang), errataOf(lang)))).toEqual(printedText(lang));
  });

  test("prints each erratum corrected, in one place", () => {
    const { numbers } = numbersIn(documentIn(lang));
    for (const erratum of errataOf(lang)) {
      const texts = numbers.filter((number) => number.keys.includes(erratum.figure)).map((number) => number.text);
      expect(texts).toEqual([erratum.correct]);
    }
  });

  test("prints every figure where and as the edition prints it, and no other", () => {
    const { text, numbers } = numbersIn(asPrinted(documentIn(lang), errataOf(lang)));
    const open = new Set(numbers.flatMap(({ keys, start }) => keys.map((key) => `${key}@${start}`)));
    for (const { key, written, context } of numeralsOf(lang)) {
      const { words, at } = unmark(context);
      const places = positions(text, words).map((position) => `${key}@${position + at}`);
      const place = places.find((name) => open.has(name));
      expect(place, `${key} at "${context}"`).toBeDefined();
      open.delete(place as string);
      expect(numbers.find(({ start }) => place?.endsWith(`@${start}`))?.text).toBe(written);
    }
    expect([...open]).toEqual([]);
  });

  test("lets the sign of every change choose its word", () => {
    const directions = valuesOf(documentIn(lang)).filter((value) => value.form === "direction");
    const changes = directions.flatMap((value) => [value.key, ...(value.also ?? [])]);
    const stated = printedFigures.statistics.flatMap(({ key, growth }) => (growth ? [`${key}.growth`] : []));
    expect(changes.sort()).toEqual(stated.sort());
  });

  test("has no typed digits but those of names", () => {
    const typed = inlinesIn(documentIn(lang))
      .filter((inline) => inline.type === "text")
      .flatMap((inline) => inline.text.match(/\d[\d,.]*(?:[—-]\d+)?/g) ?? []);
    const names = {
      zh: ["2020", "2035", "60", "2016—2019", "2019—2020"],
      en: ["10,000", "2020", "100", "60", "2016", "2019.", "2019-2020"],
    };
    expect(typed).toEqual(names[lang]);
  });
});
