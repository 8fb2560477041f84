import { describe, expect, it } from "vitest";
import { chaptersOf } from "../../src/exchange/chapters.ts";
import { recordOf, recordsOf } from "../../src/exchange/record.ts";
import { chapterStatus } from "../../src/exchange/status.ts";
import type { Figure, Figures } from "../../src/model/figure.ts";
import type { Language } from "../../src/model/language.ts";
import type { LanguageSource } from "../../src/model/source.ts";
import type { Translation } from "../../src/model/translation.ts";
import { language, millions } from "../languages.ts";

/** Which text is a translation of which, and whether it still is. */

const place = { file: "data.yaml", line: 1, column: 1 };
const figuresOf = (values: Readonly<Record<string, Partial<Figure>>>): Figures =>
  new Map(
    Object.entries(values).map(([key, figure]) => [
      key,
      { key, place, value: "1", unit: "case", kind: "count", step: "1", ...figure },
    ]),
  );
const french = language("fr", { grouping: true }, { units: { case: { counter: "" } } });

const source = (own: Language, text: string): LanguageSource => ({
  language: own,
  file: "language.yaml",
  templates: [{ file: `${own.id}/01-t.md.hbs`, name: "t", text }],
  place: () => place,
});

/** A translation as it was when it was made, and what it is by now. */
const statusAfter = (
  made: { readonly en: string; readonly fr: string; readonly figures?: Figures },
  now: { readonly en?: string; readonly fr?: string; readonly figures?: Figures },
) => {
  const empty: Translation = { source: "en", names: {}, chapters: {}, sameMeaning: [] };
  const read = (en: string, fr: string, translation: Translation, figures: Figures = new Map()) =>
    chaptersOf({ source: source(millions, en), target: source(french, fr), translation, figures })[0] as ReturnType<
      typeof chaptersOf
    >[number];
  const before = read(made.en, made.fr, empty, made.figures);
  const translation = { ...empty, chapters: { t: [...recordsOf(before, recordOf)] } };
  return chapterStatus(read(now.en ?? made.en, now.fr ?? made.fr, translation, now.figures ?? made.figures), "en");
};

const en = "# Head {#one}\n\nFirst {{a}}.\nSecond sentence.\nThird sentence.";
const fr = "# Titre {#one}\n\nPremier {{a}}.\nDeuxième phrase.\nTroisième phrase.";
const openOf = ({ open }: ReturnType<typeof statusAfter>) => open.map(({ id, state }) => `${id} ${state}`);

describe("status", () => {
  it("is translated as long as the source says the same", () => {
    expect(statusAfter({ en, fr }, {})).toMatchObject({
      units: 4,
      counts: { translated: 4, stale: 0, missing: 0, extra: 0 },
      words: 0,
    });
  });

  it("is missing where the source was copied, also when it was changed since", () => {
    expect(openOf(statusAfter({ en, fr: en }, {}))).toHaveLength(4);
    expect(
      openOf(statusAfter({ en, fr: en.replace("Second", "Deuxième") }, { en: en.replace("Third", "Last") })),
    ).toEqual(["one.1 missing", "one.2 missing", "one.4 missing"]);
  });

  it("shows what changed in the source, and counts its words", () => {
    const status = statusAfter({ en, fr }, { en: en.replace("Second sentence", "Second long sentence") });
    expect(status.counts).toEqual({ translated: 3, stale: 1, missing: 0, extra: 0 });
    expect(status.words).toBe(3);
    expect(status.open[0]).toMatchObject({
      id: "one.3",
      place: { file: "fr/01-t.md.hbs", line: 4, column: 1 },
      changes: [
        { kind: "same", text: "Second " },
        { kind: "now", text: "long " },
        { kind: "same", text: "sentence." },
      ],
    });
  });

  it("keeps the names of units through insertions, deletions and edits by hand", () => {
    const inserted = statusAfter({ en, fr }, { en: en.replace("First", "A wholly new beginning.\nFirst") });
    expect(openOf(inserted)).toEqual(["one.5 missing"]);
    const deleted = statusAfter({ en, fr }, { en: en.replace("Second sentence.\n", "") });
    expect(openOf(deleted)).toEqual(["one.3 extra"]);
    expect(deleted.open[0]?.place).toMatchObject({ line: 4 });
    const edited = statusAfter({ en, fr }, { fr: fr.replace("Deuxième phrase", "La deuxième") });
    expect(edited.counts.translated).toBe(4);
    const moved = statusAfter({ en, fr }, { en: `New paragraph.\n\n${en}`, fr: `Nouveau.\n\n${fr}` });
    expect(openOf(moved)).toEqual(["t.1 stale"]);
  });

  it("finds what the translation lacks and what it says beyond its source", () => {
    expect(openOf(statusAfter({ en, fr }, { fr: fr.replace("\nDeuxième phrase.", "") }))).toEqual(["one.3 missing"]);
    expect(openOf(statusAfter({ en, fr }, { fr: `${fr}\nEncore une.` }))).toEqual(["one.5 extra"]);
  });
});

describe("stale by meaning", () => {
  const text = {
    en: "Filings are {{direction a.growth}} by {{a.growth}} to {{a}}, rank {{a.rank}}; {{b}}.",
    fr: "{{a}} en hausse.",
  };
  const figures = (change: Readonly<Record<string, Partial<Figure>>> = {}): Figures =>
    figuresOf({
      a: { value: "17360" },
      "a.growth": { value: "15.5", kind: "percent", unit: "percent" },
      "a.rank": { value: "2", kind: "ordinal", unit: "rank" },
      b: { value: "680", approx: "more-than" },
      ...change,
    });
  const stateAfter = (change: Readonly<Record<string, Partial<Figure>>>): string =>
    statusAfter({ ...text, figures: figures() }, { figures: figures(change) })
      .open.map(({ state }) => state)
      .join();

  it.each([
    ["a corrected value", { a: { value: "17361" } }],
    ["a corrected change of the same sign", { "a.growth": { value: "1.5", kind: "percent", unit: "percent" } }],
  ] as const)("%s leaves it", (_, change) => expect(stateAfter(change)).toBe(""));

  it.each([
    ["a sign", { "a.growth": { value: "-15.5", kind: "percent", unit: "percent" } }],
    ["a rank", { "a.rank": { value: "3", kind: "ordinal", unit: "rank" } }],
    ["an approximation", { b: { value: "680" } }],
    ["a plural class", { a: { value: "1" } }],
  ] as const)("%s that changes makes it stale", (_, change) => expect(stateAfter(change)).toBe("stale"));

  it("says which fact changed", () => {
    const { open } = statusAfter({ ...text, figures: figures() }, { figures: figures({ a: { value: "1" } }) });
    expect(open[0]?.facts).toEqual({ before: ["plural(a)=other"], now: ["plural(a)=one"] });
    expect(open[0]?.changes).toBeUndefined();
  });
});
