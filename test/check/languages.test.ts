import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { findingsOf, type Publication } from "./publication.ts";

/** One publication in two languages: what one of them says, the other must say too, in the same place. */

const figures = `
  a: { value: 23580, unit: case }
  b: { value: 349, unit: person_time }
  c: { value: 37, unit: station }
`;
const zh = "# 一章 {#one}\n\n受理{{a}}，派员{{b}}。\n\n# 二章 {#two}\n\n指导站{{c}}。\n";
const en =
  "# One {#one}\n\nThey accepted {{a}} cases and counted {{b}} attendances.\n\n# Two {#two}\n\nIn total {{c}} stations.\n";

const find = (more: Partial<Publication> & { zh?: string; en?: string } = {}): Promise<readonly Finding[]> => {
  const { zh: chinese = zh, en: english = en, ...rest } = more;
  return findingsOf({ figures, prose: { zh: chinese, en: english }, ...rest });
};
/** Heads are numerals here that name nothing. */
const rulesOf = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.map(({ rule }) => rule).filter((rule) => rule !== "typed-numeral")),
];

describe("figures across languages", () => {
  it("finds nothing where both say the same", async () => expect(rulesOf(await find())).toEqual([]));

  it("a figure that one language leaves out altogether", async () => {
    const findings = await find({ en: en.replace(" and counted {{b}} attendances", "") });
    expect(rulesOf(findings)).toEqual(["figure-not-in-language"]);
    expect(findings[0]).toMatchObject({
      place: { file: "data/2019.yaml" },
      message: expect.stringContaining("b is not printed in en"),
    });
  });

  it("a figure that stands in another section", async () => {
    const moved = en
      .replace(" and counted {{b}} attendances", "")
      .replace("In total", "With {{b}} attendances, in total");
    const findings = await find({ en: moved });
    expect(rulesOf(findings)).toEqual(["figure-not-in-unit"]);
    const inZh = findings.find(({ place }) => place?.file.includes("/zh/"));
    expect(inZh?.message).toBe('"one" prints b in zh but not in en');
    expect(inZh?.texts).toEqual({ zh: "受理23580件，派员349人次。", en: "They accepted 23,580 cases." });
    expect(inZh?.related?.[0]?.place.file).toContain("/en/");
  });

  it("both texts stand in the finding where both have one", async () => {
    const swapped = en.replace("{{a}} cases and counted {{b}} attendances", "{{b}} attendances and {{a}} cases");
    const [finding, ...more] = (await find({ en: swapped })).filter(({ rule }) => rule === "figure-order");
    expect(more).toEqual([]);
    expect(finding?.texts).toEqual({
      en: "They accepted 349 attendances and 23,580 cases.",
      zh: "受理23580件，派员349人次。",
    });
  });

  it("an intended difference with its reason", async () => {
    const swapped = en.replace("{{a}} cases and counted {{b}} attendances", "{{b}} attendances and {{a}} cases");
    const entry = '{ rule: figure-order, about: "b, a", in: one, language: en, reason: Word order. }';
    expect(rulesOf(await find({ en: swapped, accepted: `accepted:\n  - ${entry}\n` }))).toEqual([]);
  });

  it("the entries of the hints, written down as they stand", async () => {
    const typed = { zh: zh.replace("受理", "另有28件，受理") };
    const entries = (await find(typed)).map(({ hint }) => /accept (\{.*\})$/.exec(hint ?? "")?.[1]);
    expect(entries).toContain('{ rule: typed-numeral, about: "28", in: one, language: zh, reason: … }');
    const withReason = entries.map((entry) => entry?.replace("…", "Looked at."));
    expect(
      await find({ ...typed, accepted: `accepted:\n${withReason.map((entry) => `  - ${entry}\n`).join("")}` }),
    ).toEqual([]);
  });

  it("an entry that cannot be read leaves the others in force", async () => {
    const swapped = en.replace("{{a}} cases and counted {{b}} attendances", "{{b}} attendances and {{a}} cases");
    const entries = [
      "{ rule: typed-numeral, about: 28, reason: Bare. }",
      "{ rule: typed-numeral, about: a, reason: … }",
      '{ rule: figure-order, about: "b, a", in: one, language: en, reason: Word order. }',
    ];
    const findings = await find({ en: swapped, accepted: `accepted:\n  - ${entries.join("\n  - ")}\n` });
    expect(rulesOf(findings)).toEqual(["wrong-type", "wrong-value"]);
    expect(findings.find(({ rule }) => rule === "wrong-type")?.hint).toBe('write it in quotes: "28"');
  });

  it("a section that one language lacks, or has elsewhere", async () => {
    const [one = "", two = ""] = en.split("# Two");
    expect(rulesOf(await find({ en: one.replace("attendances.", "attendances, {{c}} stations.") }))).toContain(
      "missing-in-language",
    );
    expect(rulesOf(await find({ en: `# Two${two}\n${one}` }))).toEqual(["order-differs"]);
  });

  it("a declared name that one language leaves out", async () => {
    const language = (yaml: string, lang: string): string =>
      yaml.replace("\nnames:\n", `\nnames:\n  horizon: ${lang === "zh" ? "面向2049年" : '"towards 2049"'}\n`);
    const named = {
      zh: zh.replace("指导站", "面向2049年，指导站"),
      en: en.replace("In total", "Looking towards 2049, in total"),
      language,
    };
    expect(rulesOf(await find(named))).toEqual([]);
    expect(rulesOf(await find({ ...named, en }))).toEqual(["name-not-in-unit"]);
  });
});

describe("terms", () => {
  const glossary = `terms:
  - { zh: [市知识产权局, 知识产权局], en: IP Administration }
  - { zh: 市局, en: [Bureau, the Bureau] }
  - { zh: 调解…纠纷, en: mediated … disputes }
  - { zh: "{a}", en: "{a} cases" }
  - { zh: 市, en: [] }
`;
  const withTerms = (chinese: string, english: string): Promise<readonly Finding[]> =>
    find({ zh: zh.replace("受理", `${chinese}受理`), en: en.replace("They", `${english} they`), glossary });

  it.each([
    ["市知识产权局", "The IP Administration said"],
    ["知识产权局", "The IP administration said".replace("administration", "Administration")],
    ["市局", "Bureau staff said"],
    ["调解商标纠纷，", "After it mediated 调 trademark disputes".replace("调 ", "")],
  ])("%s / %s", async (chinese, english) => {
    expect(rulesOf(await withTerms(chinese, english))).toEqual([]);
  });

  it.each([
    ["市知识产权局", "The IP Office said", 'en has no "IP Administration"'],
    ["", "The IP Administration said", 'zh has no "市知识产权局" or "知识产权局"'],
    ["调解商标纠纷，", "After disputes were mediated", 'en has no "mediated … disputes"'],
  ])("%s / %s", async (chinese, english, says) => {
    const missing = (await withTerms(chinese, english)).filter(({ rule }) => rule === "missing-term");
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatchObject({ severity: "warning", message: expect.stringContaining(says) });
    expect(missing[0]?.place?.file).toMatch(/01-text\.md\.hbs$/);
    expect(missing[0]?.related?.map(({ place }) => place.file)).toContain("templates/2019/glossary.yaml");
  });

  it("a word of a figure's key is no word of the text", async () => {
    const own = `terms:\n  - { zh: 案件, en: a }\n`;
    const found = await find({ zh, en, glossary: own });
    expect(found.filter(({ rule, message }) => rule === "missing-term" && message.includes('"a" stands'))).toEqual([]);
  });

  it("must not be called what the glossary forbids, where the term stands", async () => {
    const own = glossary.replace("en: [Bureau, the Bureau]", 'en: [Bureau, "!Agency"]');
    const find2 = (chinese: string, english: string): Promise<readonly Finding[]> =>
      find({ zh: zh.replace("受理", `${chinese}受理`), en: en.replace("They", `${english} they`), glossary: own });
    const wrong = (await find2("市局", "The Agency said")).filter(({ rule }) => rule === "forbidden-term");
    expect(wrong).toEqual([
      expect.objectContaining({ severity: "error", message: expect.stringContaining('"Agency" stands for "市局"') }),
    ]);
    expect(wrong[0]?.place?.file).toMatch(/en\/01-text\.md\.hbs$/);
    expect(rulesOf(await find2("", "The Agency said"))).toEqual([]);
  });

  it("a term inside a longer one is not the term", async () => {
    expect(rulesOf(await withTerms("市知识产权局", "The IP Administration said"))).toEqual([]);
  });
});

describe("how a language writes numbers", () => {
  it.each([
    ["a scale word that means another number", "from: 10000, word: 万", "from: 1000, word: 万", "scale-contradicts"],
    ["one word for two numbers", "\n      4: 四\n", "\n      4: 三\n", "words-not-distinct"],
    ["one word for a rise and a fall", "down: [减少,", "down: [增加, 减少,", "word-claims-both"],
    ["a counter that spoils a number", "case: { counter: 件,", 'case: { counter: "1{n}件",', "printed-otherwise"],
  ])("%s", async (_, from, to, rule) => {
    const language = (yaml: string, lang: string): string => {
      if (lang === "zh") expect(yaml).toContain(from);
      return lang === "zh" ? yaml.replace(from, to) : yaml;
    };
    expect(rulesOf(await find({ language }))).toContain(rule);
  });

  it.each([
    ["36.10万件", []],
    ["36.1万件", ["printed-otherwise"]],
    ["36.100万件", ["printed-otherwise"]],
    ["36.20万件", ["printed-otherwise"]],
    ["361000件", []],
  ])("%s for 361000 to the nearest 100", async (text, rules) => {
    const rounded = figures.replace("value: 23580, unit: case", "value: 361000, unit: case, step: 100");
    expect(rulesOf(await find({ figures: rounded, printed: { zh: { a: text } } }))).toEqual(rules);
  });

  it("a numeral in the title that is not the period, and in names of figures", async () => {
    const typed = (yaml: string, lang: string): string =>
      lang === "en" ? yaml.replace("\nlabels:\n", "\nlabels:\n  c: Stations in 2018\n") : yaml;
    const findings = await find({ language: typed });
    expect(findings.filter(({ message }) => message.includes("labels.c"))).toHaveLength(1);
  });
});
