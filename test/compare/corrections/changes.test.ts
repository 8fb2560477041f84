import { describe, expect, it } from "vitest";
import { changesBetween } from "../../../src/compare/corrections/index.ts";
import { english } from "../../compose/composing.ts";
import { changesFrom, changeText, type Small, stateOf } from "./snapshots.ts";

const data = `
patents:
  total: { value: 173600, unit: case, step: 100, growth: 15.54, rank: 2 }
  granted: { value: 1200, unit: case }
courts:
  total: { value: 40, unit: case }
  won: { value: 12, unit: case }
`;
const prose = `# Creation {#creation}

Filings came to {{patents.total}}, {{direction patents.total.growth}} {{patents.total.growth}}.
The courts were busy[^1]. They took {{courts.total}}.

A second paragraph *says* little.

[^1]: In {{courts.total}}.

:::table[Cases]{#cases}

| Court | Cases |
| --- | --- |
| All | {{courts.total}} |
| Won | {{courts.won}} |

:::

# Courts {#courts-chapter}

1. First.
2. Second.
`;
const chart = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  description: "@kind",
  data: { name: "figures" },
  usermeta: { figures: { keys: ["courts.total", "courts.won"] } },
  mark: "bar",
};
const small = (change: Partial<Small> = {}): Small => ({
  templates: { "01-creation.md.hbs": prose },
  data,
  charts: {},
  ...change,
});
const edited = (from: string, to: string): Small => {
  if (prose.split(from).length !== 2) throw new Error(`"${from}" must stand once`);
  return small({ templates: { "01-creation.md.hbs": prose.replace(from, to) } });
};
const corrected = (from: string, to: string): Small => small({ data: data.replace(from, to) });
const inPlaceOf = (next: Small, meant: readonly string[] = []): readonly string[] => changesFrom(small(), next, meant);

describe("figures", () => {
  it("nothing changes by itself", () => expect(inPlaceOf(small())).toEqual([]));

  it("a value changes where it is printed and nowhere else", () => {
    expect(inPlaceOf(corrected("value: 40,", "value: 41,"))).toEqual([
      "changed sentence creation.p1: They took 40 cases. → They took 41 cases. [courts.total]",
      "changed note creation.p1.n1: 1 In 40 cases. → 1 In 41 cases. [courts.total]",
      "changed cell cases.r1.c2: 40 cases → 41 cases [courts.total]",
    ]);
  });

  it("a flipped sign changes its word", () => {
    expect(inPlaceOf(corrected("growth: 15.54", "growth: -15.54"), ["sign-not-said"])).toEqual([
      "changed sentence creation.p1: Filings came to 173,600 cases, up 15.54%. → Filings came to 173,600 cases, down −15.54%. [patents.total.growth]",
    ]);
  });

  it("a figure that nothing prints changes nothing", () =>
    expect(inPlaceOf(corrected("value: 1200,", "value: 1300,"))).toEqual([]));

  it("the same data elsewhere in its file changes nothing", () =>
    expect(inPlaceOf(small({ data: `\n\n${data}` }))).toEqual([]));
});

describe("choices", () => {
  const choosing = (text: string): Small =>
    small({ templates: { "01-creation.md.hbs": prose.replace("A second paragraph *says* little.", text) } });
  const unpublished = data.replace("value: 12,", "value: null,");

  it("a figure that is no longer published takes its sentence away", () => {
    const then = choosing("We sat. {{#if courts.won}}We won {{courts.won}}.{{/if}} We went.");
    expect(changesFrom(then, { ...then, data: unpublished }, ["not-published"])).toEqual([
      "removed sentence creation.p2: We won 12 cases. [courts.won]",
      "changed cell cases.r2.c2: 12 cases → [[courts.won]] [courts.won]",
    ]);
  });

  it("and its paragraph", () => {
    const then = choosing("{{#if courts.won}}\nWe won.\n{{else}}\nNobody knows.\n{{/if}}");
    expect(changesFrom(then, { ...then, data: unpublished }, ["not-published"])[0]).toBe(
      "changed sentence creation.p2: We won. → Nobody knows. [courts.won]",
    );
  });

  it("a figure that a loop runs over brings its item", () => {
    const then = choosing("{{#each courts}}\n- {{label this}}: {{this}}\n{{/each}}");
    const more = `${data}  lost: { value: 28, unit: case }\n`;
    const language = { ...english, labels: { ...english.labels, "courts.lost": "Lost" } };
    expect(changesFrom({ ...then, language }, { ...then, language, data: more })).toEqual([
      "added sentence creation.l1.i3.p1: • Lost: 28 cases [courts.lost]",
    ]);
  });
});

describe("prose", () => {
  it("a word is one sentence", () => {
    expect(inPlaceOf(edited("busy", "very busy"))).toEqual([
      "changed sentence creation.p1: The courts were busy. → The courts were very busy. [text creation.p1]",
    ]);
  });

  it("a word and a figure of one sentence have two causes", () => {
    const next = { ...edited("They took", "They decided"), data: data.replace("value: 40,", "value: 41,") };
    expect(inPlaceOf(next)[0]).toBe(
      "changed sentence creation.p1: They took 40 cases. → They decided 41 cases. [courts.total, text creation.p1]",
    );
  });

  it("emphasis is part of what is seen", () => {
    expect(inPlaceOf(edited("*says*", "says"))).toEqual([
      "changed sentence creation.p2: A second paragraph says little. → A second paragraph says little. [text creation.p2]",
    ]);
  });

  it("a line end in the template is not", () =>
    expect(inPlaceOf(edited("A second paragraph", "A second\nparagraph"))).toEqual([]));

  it("a sentence comes, another goes", () => {
    expect(inPlaceOf(edited("They took", "Judges are few. They took"))).toEqual([
      "added sentence creation.p1: Judges are few. [text creation.p1]",
    ]);
    expect(
      inPlaceOf(edited("The courts were busy[^1]. ", ""), ["uncalled-note"]).filter((line) => /sentence/.test(line)),
    ).toEqual(["removed sentence creation.p1: The courts were busy. [text creation.p1]"]);
  });

  it("a head changes with its entry in contents, where pages are known", () => {
    expect(inPlaceOf(edited("# Creation {", "# Creativity {"))).toEqual([
      "changed heading creation: Creation → Creativity [text creation]",
    ]);
  });
});

it("what nobody touched and is printed otherwise is the tool's", () => {
  const { before, after } = { before: stateOf(small()), after: stateOf(edited("busy", "very busy")) };
  expect(changesBetween(before, { ...after, inputs: before.inputs }).map(changeText)).toEqual([
    "changed sentence creation.p1: The courts were busy. → The courts were very busy. [tool]",
  ]);
});

describe("structure", () => {
  it("a row comes and goes as one", () => {
    expect(inPlaceOf(edited("| Won | {{courts.won}} |\n", "| Won | {{courts.won}} |\n| Lost | 28 |\n"))).toEqual([
      "added row cases.r3: Lost | 28 [text cases]",
    ]);
    expect(inPlaceOf(edited("| Won | {{courts.won}} |\n", ""))).toEqual([
      "removed row cases.r2: Won | 12 cases [text cases]",
    ]);
  });

  it("a table goes with all that is in it", () => {
    const start = prose.indexOf(":::table");
    const end = prose.indexOf("# Courts {");
    const text = prose.slice(0, start) + prose.slice(end);
    expect(inPlaceOf(small({ templates: { "01-creation.md.hbs": text } }), ["unused-figure"])).toEqual([
      "removed caption cases: Cases [text cases]",
      "removed row cases.h1: Court | Cases [text cases]",
      "removed row cases.r1: All | 40 cases [text cases]",
      "removed row cases.r2: Won | 12 cases [text cases]",
    ]);
  });

  it("a section that moves is one change", () => {
    const [first = "", second = ""] = prose.split("# Courts {");
    const text = `# Courts {${second}\n\n${first}`;
    expect(inPlaceOf(small({ templates: { "01-creation.md.hbs": text } })).map((line) => line.split(":")[0])).toEqual([
      "moved section courts-chapter",
    ]);
  });
});

describe("charts", () => {
  const withChart = (change: Partial<Small> = {}): Small =>
    small({
      templates: { "01-creation.md.hbs": `${prose}\n::figure[How many]{#how-many chart=cases}\n` },
      charts: { cases: chart },
      ...change,
    });
  const meant = ["chart-data"];

  it("a figure changes its number and the text alternative", () => {
    const found = changesFrom(withChart(), withChart({ data: data.replace("value: 12,", "value: 13,") }), meant);
    expect(found).toEqual([
      "changed cell cases.r2.c2: 12 cases → 13 cases [courts.won]",
      "changed chart how-many:courts.won: Won · 2030 · 12 cases → Won · 2030 · 13 cases [courts.won]",
      "changed alt-text how-many: Bar chart: All cases 40 cases; Won 12 cases. → Bar chart: All cases 40 cases; Won 13 cases. [courts.won]",
    ]);
  });

  it("a name changes by the language's file, what is drawn by the specification", () => {
    const language = { ...english, labels: { ...english.labels, "courts.won": "Won by us" } };
    expect(changesFrom(withChart(), withChart({ language }), meant)).toEqual([
      "changed chart how-many: (cases) · All cases · 2030 · Won → (cases) · All cases · 2030 · Won by us [file templates/2030/en/language.yaml]",
      "changed alt-text how-many: Bar chart: All cases 40 cases; Won 12 cases. → Bar chart: All cases 40 cases; Won by us 12 cases. [file templates/2030/en/language.yaml]",
    ]);
    expect(changesFrom(withChart(), withChart({ charts: { cases: { ...chart, mark: "point" } } }), meant)).toEqual([
      "changed chart how-many: (cases) · All cases · 2030 · Won → (cases) · All cases · 2030 · Won [file charts/cases.vl.json]",
    ]);
  });

  it("a chart goes as one", () => {
    expect(changesFrom(withChart(), small(), meant).map((line) => line.split(":")[0])).toEqual([
      "removed caption how-many",
      "removed chart how-many",
      "removed alt-text how-many",
    ]);
  });
});
