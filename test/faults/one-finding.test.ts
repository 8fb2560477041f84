import { describe, expect, it } from "vitest";
import { type Finding, withoutFloods } from "../../src/model/finding.ts";
import { findingsOf, type Publication } from "../check/publication.ts";

/** One fault is one finding, the true one, at its place: what follows from it is not told as well. */

const figures = `
  total: { value: 173600, unit: case, growth: 15.54 }
  other: { value: 23580, unit: case }
`;
const prose = {
  en: "# Work {#one}\n\nThey accepted {{total}} cases, up by {{total.growth}}, and {{other}} cases.\n",
  zh: "# 工作 {#one}\n\n受理{{total}}，增长{{total.growth}}，另有{{other}}。\n",
};
const told = ({ rule, place, message, hint }: Finding): string =>
  `${place?.file.replace(/.*\//, "")}:${place?.line}:${place?.column} ${rule}: ${message}${hint ? `; ${hint}` : ""}`;
const find = async (more: Partial<Publication> = {}): Promise<readonly string[]> =>
  (await findingsOf({ figures, prose, ...more })).map(told);

it("the untouched publication has no findings", async () => expect(await find()).toEqual([]));

describe("numbers of the data file", () => {
  const instead = (from: string, to: string): Promise<readonly string[]> =>
    find({ data: (yaml) => yaml.replace(from, () => to) });
  it.each([
    ["0x1F", "number-form: 0x1F is not a plain decimal number"],
    ["0o17", "number-form: 0o17 is not a plain decimal number"],
    ["+5", "number-form: +5 is not a plain decimal number"],
    [".inf", "number-form: .inf is not a plain decimal number"],
    [".nan", "number-form: .nan is not a plain decimal number"],
    ["5,591", "number-form: 5,591 is not a plain decimal number: a comma ends it; write it without separators: 5591"],
    [
      "1,234,567",
      "number-form: 1,234,567 is not a plain decimal number: a comma ends it; write it without separators: 1234567",
    ],
    ['"1\\u200b736"', "hidden-character: U+200B is invisible"],
    ["true", "wrong-type: figures.total.value must be a number, not true or false"],
    ["17.36万", "wrong-type: figures.total.value must be a number, not text; a number as text"],
    [
      "１７３６",
      "wrong-type: figures.total.value must be a number, not text; a number as text: write it in half-width digits: 1736",
    ],
    [
      "−5",
      'wrong-type: figures.total.value must be a number, not text; a number as text: write the minus as "-" (U+002D): -5',
    ],
  ])("value: %s", async (written, says) => {
    const [finding, ...more] = await instead("value: 173600", `value: ${written}`);
    expect(more).toEqual([]);
    expect(finding).toContain(says);
    expect(finding).toMatch(written.startsWith('"') ? /^2019\.yaml:\d+:21 / : /^2019\.yaml:\d+:19 /);
  });

  it.each([
    [
      "growth: 15.76%",
      "growth: 15.54",
      "wrong-type: figures.total.growth must be a number, not text; a number as text: leave the percent sign out: 15.76",
    ],
    [
      "a misspelt key",
      "value: 173600",
      "vlaue: 173600",
      'unknown-key: "vlaue" is not known in figures.total; did you mean value?',
    ],
    [
      "a full-width colon",
      "value: 173600",
      "value：173600",
      'yaml-key: "value：173600" holds a full-width "：" (U+FF1A), which divides nothing in YAML; write ":"',
    ],
    ["a full-width comma", "173600, unit", "173600，unit", '"，" is full-width and divides nothing in YAML: write ","'],
    [
      "a figure named as every object has it",
      "other: {",
      "constructor: { value: 1, unit: case }\n  other: {",
      'yaml-key: "constructor" cannot be a key',
    ],
    [
      "a unit named so",
      "\n  case: count",
      "\n  __proto__: count\n  case: count",
      'yaml-key: "__proto__" cannot be a key',
    ],
    ["a unit of no kind", "\n  case: count", "\n  case: cuont", 'wrong-value: units.case is "cuont"'],
    ["a period in another notation", "period: 2019", "period: 0x7E3", "number-form: 0x7E3"],
  ] as readonly (readonly string[])[])("%s", async (...row) => {
    const [from = "", to = "", says = ""] = row.length === 4 ? row.slice(1) : [row[1], row[0], row[2]];
    const found = await instead(from, to);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(says);
  });

  it("a key that stands twice, with the place of the first", async () => {
    const twice = (yaml: string): string => yaml.replace("value: 173600", "value: 173600, value: 3.5");
    const [finding, ...more] = await findingsOf({ figures, prose, data: twice });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: "duplicate-key", place: { column: 27 } });
    expect(finding?.related).toMatchObject([{ message: "the first one", place: { column: 12 } }]);
  });

  it("a group that stands twice loses none of its figures", async () => {
    const data = (yaml: string): string =>
      yaml.replace(
        "\n  total:",
        "\n  a: { b: { value: 1, unit: case } }\n  a: { c: { value: 2, unit: case } }\n  total:",
      );
    const both = {
      en: `${prose.en}\nAlso {{a.b}} case and {{a.c}} cases.\n`,
      zh: `${prose.zh}\n又有{{a.b}}、{{a.c}}。\n`,
    };
    expect((await find({ data, prose: both })).map((text) => text.split(" ")[1])).toEqual(["duplicate-key:"]);
  });

  it("a bound that is a bare number asks for its source, and one in another notation contradicts nothing", async () => {
    const relations = `  - { kind: range, of: total, from: 12, to: other }
  - { kind: range, of: total, from: { value: 0x3, source: Somebody }, to: other }`;
    const found = await find({ relations });
    expect(found).toHaveLength(2);
    expect(found[0]).toContain("relations.0.from must be a figure's key, or { value: …, source: … }, not a number");
    expect(found[1]).toContain("number-form: 0x3");
  });

  it("a file that is a list, or empty", async () => {
    for (const text of ["- 1\n", "\n"])
      expect((await find({ data: () => text }))[0]).toMatch(/2019\.yaml:\d+:1 wrong-type: the file must be a group/);
  });
});

describe("templates", () => {
  const append = (text: string): Promise<readonly string[]> =>
    find({ prose: { ...prose, en: `${prose.en}\n${text}\n` } });
  it.each([
    ["a sub-expression", "{{label (total)}}", "template-feature"],
    ["one with parameters in a block", "{{#if (total 1)}}x{{/if}}", "template-feature"],
    ["one as an option", "{{total form=(other)}}", "unknown-option"],
    ["one as the name of a block", "{{#(total)}}x{{/(total)}}", "template-syntax"],
    ["a block without a value", "{{#if}}x{{/if}}", "template-syntax"],
    ["a loop without a value", "{{#each}}x{{/each}}", "template-syntax"],
    ["a direction of nothing", "{{direction}}", "missing-figure"],
    ["a shared number of nothing", "{{same}}", "missing-figure"],
    ["a noun for nothing", '{{plural one="a" other="b"}}', "missing-figure"],
    ["the name of nothing", "{{label}}", "missing-figure"],
    ["a direction of what is not there", '{{direction totl.growth}} by {{total.growth sign="said"}}', "unknown-figure"],
    ["blocks in blocks without end", `${"{{#if total}}".repeat(60)}x${"{{/if}}".repeat(60)}`, "template-too-deep"],
  ])("%s", async (_, text, rule) => {
    const found = await append(text);
    expect(found.map((one) => one.split(/[ :]/)[3])).toEqual([rule]);
  });

  it("a misspelt figure is not an unused one too, nor one that a language lacks", async () => {
    const en = prose.en.replace("{{other}}", "{{othr}}");
    expect(await find({ prose: { ...prose, en } })).toEqual([
      expect.stringContaining('unknown-figure: there is no figure "othr"; did you mean other?'),
    ]);
  });

  it("a template that does not parse is not missing in its language, and accepts what it did", async () => {
    const accepted =
      'accepted:\n  - { rule: figure-order, about: "total, other", reason: Order. }\n  - { rule: figure-order, about: "total.growth, other", reason: Order. }\n';
    const swapped =
      "# Work {#one}\n\nThey have {{other}} cases, and accepted {{total}} cases, up by {{total.growth}}.\n";
    expect(await find({ prose: { ...prose, en: swapped }, accepted })).toEqual([]);
    const found = await find({ prose: { ...prose, en: `${swapped}{{#if total}}` }, accepted });
    expect(found.map((one) => one.split(/[ :]/)[3])).toEqual(["template-syntax"]);
  });

  it("a partial that does not parse is not unknown too", async () => {
    const templates = { en: { "_part.md.hbs": "{{#if total}}" } };
    const found = await find({ prose: { ...prose, en: `${prose.en}{{> part}}` }, templates });
    expect(found.map((one) => one.split(/[ :]/)[3])).toEqual(["template-syntax"]);
  });

  it("partials that include one another again and again end in a finding", async () => {
    const levels = Array.from({ length: 24 }, (_, level) => [
      `_p${level}.md.hbs`,
      level === 0 ? "" : `{{> p${level - 1}}}{{> p${level - 1}}}`,
    ]);
    const found = await find({
      prose: { ...prose, en: `${prose.en}{{> p23}}` },
      templates: { en: Object.fromEntries(levels) },
    });
    expect(found.map((one) => one.split(/[ :]/)[3])).toEqual(["template-too-long"]);
  });

  it("loops in loops that print nothing end in a finding", async () => {
    const many = Array.from({ length: 100 }, (_, index) => `    f${index}: { value: 1, unit: case }`).join("\n");
    const loop = "{{#each many}}{{#each @root.many}}{{#each @root.many}}{{/each}}{{/each}}{{/each}}";
    const found = await find({
      figures: `${figures}  many:\n${many}\n`,
      prose: { ...prose, en: `${prose.en}${loop}` },
    });
    expect(found.map((one) => one.split(/[ :]/)[3])).toEqual(["template-too-long"]);
  });
});

describe("many of one kind", () => {
  it("figures that are not there stand for numbers nowhere else, and are told up to a limit", async () => {
    const lost = Array.from({ length: 230 }, (_, index) => `They closed {{lost.f${index}}} cases.`).join("\n\n");
    const found = await findingsOf({ figures, prose: { ...prose, en: `${prose.en}\n${lost}\n` } });
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(["unknown-figure"]));
    const told = withoutFloods(found);
    expect(told).toHaveLength(201);
    expect(told.at(-1)?.message).toBe("30 more findings of this rule follow in this file");
  });

  it("figures that nobody prints are told together", async () => {
    const many = Array.from({ length: 40 }, (_, index) => `  f${index}: { value: 1, unit: case }`).join("\n");
    const found = await find({ figures: `${figures}${many}\n` });
    expect(found).toEqual([
      expect.stringContaining("unused-figure: 40 figures are printed nowhere: f0, f1, f2, f3, f4, f5 and 34 more"),
    ]);
  });

  it("those that are accepted are not among them", async () => {
    const many = Array.from({ length: 14 }, (_, index) => `  f${index}: { value: 1, unit: case }`).join("\n");
    const accepted = `accepted:\n${["f0", "f1"].map((about) => `  - { rule: unused-figure, about: ${about}, reason: Next year. }\n`).join("")}`;
    expect(await find({ figures: `${figures}${many}\n`, accepted })).toHaveLength(12);
  });
});
