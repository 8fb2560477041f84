import { expect, it } from "vitest";
import { printsOf, readValueId, valueId, withIds } from "../../src/model/identity.ts";
import { chartOf, walkBlocks } from "../../src/model/walk.ts";
import { composed, sourceOf } from "../compose/composing.ts";

const data = `
courts: { total: { value: 1200, unit: case, growth: 5.5 }, won: { value: 700, unit: case } }
regions: { north: { total: { value: 10, unit: case } }, south: { total: { value: 20, unit: case } } }
`;
const prose = `# Courts of {{courts.total}} {#courts}

{{courts.total}} and again {{courts.total form="digits"}}, won {{courts.won}}.[^1]

{{#each regions}}
- {{total}}
{{/each}}

:::table[Of {{courts.won}}]{#tab}
| What | Count |
|---|---|
| won | {{courts.won}} |
| all | {{courts.total}}[^2] |
:::

::figure[All {{courts.total}}]{#fig chart=courts}

[^1]: Known since {{courts.total}}.

[^2]: Known from {{courts.total}}.
`;
const charts = {
  courts: {
    description: "@kind",
    usermeta: { figures: { keys: ["courts.total", "courts.won"], compare: "prior" } },
    data: { name: "figures" },
    mark: "bar",
  },
};
const made = () => composed(sourceOf({ "01-courts.md.hbs": prose }, data, charts));

it("every printed figure has an id of its block, its key and its ordinal, notes, tables and charts included", () => {
  expect([...printsOf(made())].map(([id, { value, block }]) => `${id} in ${block.id}: ${value.text}`)).toEqual([
    "courts:courts.total in courts: 1,200 cases",
    "courts.p1:courts.total in courts.p1: 1,200 cases",
    "courts.p1:courts.total#2 in courts.p1: 1,200 cases",
    "courts.p1:courts.won in courts.p1: 700 cases",
    "courts.p1.n1:courts.total in courts.p1: 1,200 cases",
    // One place of the template, two prints.
    "courts.l1.i1.p1:regions.north.total in courts.l1.i1.p1: 10 cases",
    "courts.l1.i2.p1:regions.south.total in courts.l1.i2.p1: 20 cases",
    "tab:courts.won in tab: 700 cases",
    "tab:courts.won#2 in tab: 700 cases",
    "tab:courts.total in tab: 1,200 cases",
    "tab.n1:courts.total in tab: 1,200 cases",
    "fig:courts.total.prior in fig: 1,140 cases",
    "fig:courts.total in fig: 1,200 cases",
    "fig:courts.total.growth in fig: +5.5%",
    "fig:courts.won.prior in fig: not published",
    "fig:courts.won in fig: 700 cases",
    "fig:courts.total#2 in fig: 1,200 cases",
  ]);
});

it("rows and cells have ids below their table", () => {
  const table = [...walkBlocks(made().sections)].find((block) => block.type === "table");
  const rows = [...(table?.head ?? []), ...(table?.rows ?? [])];
  expect(rows.map(({ id, cells }) => [id, ...cells.map((cell) => cell.id)])).toEqual([
    ["tab.h1", "tab.h1.c1", "tab.h1.c2"],
    ["tab.r1", "tab.r1.c1", "tab.r1.c2"],
    ["tab.r2", "tab.r2.c1", "tab.r2.c2"],
  ]);
});

it("a text alternative says which figure stands where in it", () => {
  const figure = [...walkBlocks(made().sections)].find((block) => block.type === "figure");
  const values = new Map(figure && chartOf(figure)?.values.map((value) => [value.id, value]));
  expect(figure?.said?.length).toBe(values.size);
  for (const { id, at } of figure?.said ?? []) {
    const text = values.get(id)?.text ?? "";
    expect(figure?.alt.slice(at, at + text.length)).toBe(text);
  }
  expect(figure?.alt).not.toMatch(/\p{Private_Use}/u);
});

it("an id can be read again; others are none", () => {
  for (const id of [valueId("a.p1", "b.c"), valueId("a.p1", "b.c", 12)]) {
    const { block = "", key = "", ordinal } = readValueId(id) ?? {};
    expect(valueId(block, key, ordinal)).toBe(id);
  }
  expect(readValueId("a.p1")).toBeUndefined();
  expect(readValueId("a:b:c")).toBeUndefined();
});

it("naming a document again changes nothing; a new name of a block names what stands in it", () => {
  const document = made();
  expect(withIds(document)).toEqual(document);
  const renamed = withIds(document, (own) => (own === "courts.p1" ? "courts.p7" : own));
  expect([...printsOf(renamed).keys()].slice(1, 4)).toEqual([
    "courts.p7:courts.total",
    "courts.p7:courts.total#2",
    "courts.p7:courts.won",
  ]);
});
