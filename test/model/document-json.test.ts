import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { schema } from "../../src/commands/schema.ts";
import { compose } from "../../src/compose/index.ts";
import type { Choice, Document, Value } from "../../src/model/document.ts";
import { documentSchema } from "../../src/model/document-schema.ts";
import { factText } from "../../src/model/fact.ts";
import { figureParts } from "../../src/model/figure.ts";
import { figureList, figuresFrom } from "../../src/model/figure-list.ts";
import { printsOf } from "../../src/model/identity.ts";
import { readSource } from "../../src/read/index.ts";
import { composed, english, sourceOf } from "../compose/composing.ts";

const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(schema("document")));
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("the project's own publication", async () => {
  const source = await readSource(".", "2019", () => {});
  if (!source) throw new Error("the publication cannot be read");

  it.each([...source.languages.keys()])("its document in %s is plain JSON of the schema", (lang) => {
    const document = compose(source, lang, () => {});
    const read = throughJson(document);
    expect(read).toStrictEqual(document);
    expect(documentSchema.parse(read)).toStrictEqual(document);
    expect(validate(read), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(validate({ ...(read as Document), surplus: 1 })).toBe(false);
  });

  it("its figures are a list, from which they can be made again", () => {
    const list = figureList(source.figures);
    expect(list.length).toBeLessThan(source.figures.size);
    const again = figuresFrom(throughJson(list) as typeof list);
    expect([...again]).toStrictEqual([...source.figures]);
    // A part is the same thing under its own key and inside its figure.
    for (const figure of again.values())
      for (const name of figureParts) if (figure[name]) expect(again.get(`${figure.key}.${name}`)).toBe(figure[name]);
  });
});

const data = `
courts:
  total: { value: 1200, unit: case, growth: -5.5 }
  won: { value: 1, unit: case, approx: more-than }
  lost: { value: 1, unit: case }
  open: { value: null, unit: case }
`;
const phrased = { ...english, numbers: { ...english.numbers, phrases: { first: { 1: "first" } } } };
const make = (prose: string): Document =>
  composed(sourceOf({ "01-courts.md.hbs": `# Courts {#courts}\n\n${prose}\n` }, data, {}, phrased));
const values = (prose: string): readonly Value[] =>
  [...printsOf(make(prose)).values()].flatMap(({ value }) => ("type" in value ? [value] : []));

describe("a printed figure holds what was asked for, and what its words depend on", () => {
  it.each<[string, Value["asked"], readonly string[]]>([
    ["{{courts.total}}", undefined, []],
    [
      '{{courts.lost form="digits" counter=" files" case="sentence"}}',
      { form: "digits", counter: " files", case: "sentence" },
      [],
    ],
    ['{{courts.total.growth sign="said"}}', { sign: "said" }, ["sign(courts.total.growth)=down"]],
    ['{{courts.won approx="said"}}', { approx: "said" }, ["approximation(courts.won)=more-than"]],
    ['{{courts.won approx="over {n}"}}', { approx: "over {n}" }, []],
    ['{{courts.lost form="first" counter=""}}', { form: "first", counter: "" }, ["value(courts.lost)=1"]],
    ["{{direction courts.total.growth}}", undefined, ["sign(courts.total.growth)=down"]],
    [
      '{{direction courts.total.growth down="fell" up="rose"}}',
      { down: "fell", up: "rose" },
      ["sign(courts.total.growth)=down"],
    ],
    ['{{plural courts.lost one="case" other="cases"}}', { one: "case", other: "cases" }, ["plural(courts.lost)=one"]],
    ["{{label courts.won}}", undefined, []],
    ["{{same courts.lost courts.lost}}", undefined, ["equality(courts.lost,courts.lost)=equal"]],
  ])("%s", (prose, asked, facts) => {
    const [value] = values(prose);
    expect(value?.asked).toEqual(asked);
    expect(value?.facts?.map(factText) ?? []).toEqual(facts);
  });
});

describe("a choice says which figure made it, which branch, and what it is about", () => {
  const choices = (prose: string) =>
    make(prose).choices.map(({ fact, branch, blocks }: Choice) => [factText(fact), branch, blocks.join(" ")]);
  const published = "published(courts.won)=yes";
  const not = "published(courts.open)=no";
  it.each<[string, string, readonly (readonly string[])[]]>([
    ["words of a sentence", "A {{#if courts.won}}b{{else}}c{{/if}} d.", [[published, "first", "courts.p1"]]],
    ["the other branch", "A {{#if courts.open}}b{{else}}c{{/if}} d.", [[not, "else", "courts.p1"]]],
    ["nothing in a sentence", "A{{#if courts.open}} b{{/if}}.", [[not, "else", "courts.p1"]]],
    ["nothing before a sentence", "Z.\n\n{{#if courts.open}}b {{/if}}A.", [[not, "else", "courts.p2"]]],
    ["nothing behind a sentence", "A.{{#if courts.open}} b{{/if}}", [[not, "else", "courts.p1"]]],
    ["{{#unless}}", "A{{#unless courts.won}} b{{/unless}}.", [[published, "else", "courts.p1"]]],
    ["a paragraph", "Z.\n\n{{#if courts.won}}\nA.\n{{/if}}\n\nB.", [[published, "first", "courts.p2"]]],
    ["no paragraph", "Z.\n\n{{#if courts.open}}\nA.\n{{/if}}\n\nB.", [[not, "else", "courts"]]],
    [
      "several blocks",
      "{{#if courts.won}}\nA.\n\n- b\n\n## C {#c}\n\nD.\n{{/if}}\n\n",
      [[published, "first", "courts.p1 courts.l1 courts.l1.i1.p1 c c.p1"]],
    ],
    [
      "one in another",
      "A{{#if courts.won}} b{{#if courts.open}} c{{else}} d{{/if}}{{/if}}.",
      [
        [published, "first", "courts.p1"],
        [not, "else", "courts.p1"],
      ],
    ],
    ["an item of a list", "- a\n- b{{#if courts.won}} c{{/if}}", [[published, "first", "courts.l1.i2.p1"]]],
    ["a group, which no figure decides", "A{{#if courts}} b{{/if}}.", []],
  ])("%s", (_, prose, expected) => expect(choices(prose)).toEqual(expected));
});
