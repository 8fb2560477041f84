import { describe, expect, it } from "vitest";
import { type Column, type Fault, fillPages, type Item } from "../../src/typeset/index.ts";

/** Pages of ten lines, a line 10 pt high; an item's content is its name. */
const item = (content: string, more: Partial<Item<string>> = {}): Item<string> => ({
  content,
  height: 10,
  before: 0,
  after: 0,
  onGrid: true,
  withNext: false,
  notes: [],
  repeat: [],
  ...more,
});
const noteRule = item("rule", { height: 5, onGrid: false });
const column: Column<string> = { height: 100, grid: 10, noteRule };
const lines = (count: number, name = "l", more: Partial<Item<string>> = {}): readonly Item<string>[] =>
  Array.from({ length: count }, (_, index) => item(`${name}${index + 1}`, more));

const fill = (items: readonly Item<string>[], more: Partial<Column<string>> = {}) => {
  const faults: Fault<string>[] = [];
  const pages = fillPages(items, { ...column, ...more }, (fault) => faults.push(fault));
  return { faults, pages, names: pages.map((page) => page.placed.map(({ content }) => content).join(" ")) };
};

describe("pages", () => {
  it("are filled to the last line and no further", () => {
    expect(fill(lines(11)).names).toEqual(["l1 l2 l3 l4 l5 l6 l7 l8 l9 l10", "l11"]);
  });

  it("end before what must stay with what follows", () => {
    const items = [...lines(9), item("head", { withNext: true }), ...lines(2, "p")];
    expect(fill(items).names).toEqual(["l1 l2 l3 l4 l5 l6 l7 l8 l9", "head p1 p2"]);
  });

  it("tell where nothing but a torn page is left", () => {
    const { faults, pages } = fill(lines(12, "l", { withNext: true }));
    expect(faults.map(({ kind, page }) => [kind, page])).toEqual([["torn", 0]]);
    expect(pages).toHaveLength(2);
  });

  it("tell what is higher than a page, and print it", () => {
    const { faults, names } = fill([item("a"), item("high", { height: 120 }), item("b")]);
    expect(faults.map(({ kind, content }) => [kind, content])).toEqual([["overfull", "high"]]);
    expect(names).toEqual(["a", "high", "b"]);
  });

  it("put what is on the grid on its line, after space of any height", () => {
    const { pages } = fill([item("a"), item("space", { height: 13, onGrid: false }), item("b")]);
    expect(pages[0]?.placed.map(({ y }) => y)).toEqual([0, 10, 30]);
  });

  it("drop space at their head, and take the larger of two spaces that meet", () => {
    const { pages } = fill([
      item("a", { before: 20, after: 10, onGrid: false }),
      item("b", { before: 15, onGrid: false }),
    ]);
    expect(pages[0]?.placed.map(({ y }) => y)).toEqual([0, 25]);
  });

  it("hold the notes that they call, at their foot", () => {
    const note = item("n", { height: 8, onGrid: false });
    const { pages, names } = fill([...lines(8), item("caller", { notes: [[note]] }), item("last")]);
    expect(names).toEqual(["l1 l2 l3 l4 l5 l6 l7 l8", "caller last"]);
    const [rule, placed] = pages[1]?.notes ?? [];
    expect(rule?.content).toBe("rule");
    expect((placed?.y ?? 0) + (placed?.height ?? 0)).toBe(100);
    expect(pages[0]?.notes).toEqual([]);
  });

  it("set the head of a table again above the row that begins them, and count its height", () => {
    const head = item("head");
    const rows = lines(12, "r", { repeat: [head] });
    expect(fill([head, ...rows]).names).toEqual(["head r1 r2 r3 r4 r5 r6 r7 r8 r9", "head r10 r11 r12"]);
  });
});

describe("what floats", () => {
  const figure = item("figure", { height: 60, moves: "floats" });
  const text = (count: number, name: string) => lines(count, name, { moves: "flows" });

  it("begins the next page when the page would stay open, and text goes on before it", () => {
    const { names, faults } = fill([...text(6, "a"), figure, ...text(6, "b")], { gap: 20 });
    expect(names).toEqual(["a1 a2 a3 a4 a5 a6 b1 b2 b3 b4", "figure b5 b6"]);
    expect(faults).toEqual([]);
  });

  it("stays where it stands when little would be open, or where nothing may pass it", () => {
    const little = fill([...text(9, "a"), figure, ...text(3, "b")], { gap: 20 });
    expect(little.names).toEqual(["a1 a2 a3 a4 a5 a6 a7 a8 a9", "figure b1 b2 b3"]);
    const never = fill([...text(6, "a"), figure, ...text(6, "b")]);
    expect(never.names[0]).toBe("a1 a2 a3 a4 a5 a6");
  });

  it("is passed by running text alone: not by heads, not by another figure", () => {
    const head = item("head", { withNext: true });
    const { names } = fill([...text(6, "a"), figure, ...text(2, "b"), head, ...text(3, "c")], { gap: 20 });
    expect(names).toEqual(["a1 a2 a3 a4 a5 a6 b1 b2", "figure head c1 c2 c3"]);
    const two = fill([...text(6, "a"), figure, { ...figure, content: "second" }, ...text(4, "b")], { gap: 20 });
    expect(two.names).toEqual(["a1 a2 a3 a4 a5 a6", "figure b1 b2 b3 b4", "second"]);
  });

  it("is never passed by lines that must stay together with those that do not fit", () => {
    const kept = [
      item("b1", { moves: "flows", withNext: true }),
      item("b2", { moves: "flows", withNext: true }),
      item("b3", { moves: "flows" }),
    ];
    const { names } = fill([...text(8, "a"), figure, ...kept], { gap: 10 });
    expect(names).toEqual(["a1 a2 a3 a4 a5 a6 a7 a8", "figure b1 b2 b3"]);
  });
});

describe("notes", () => {
  /** A note of lines of 8, two of which stay together at both ends. */
  const noteOf = (name: string, count: number): readonly Item<string>[] =>
    Array.from({ length: count }, (_, index) =>
      item(`${name}${index + 1}`, {
        height: 8,
        onGrid: false,
        withNext: count > 1 && (index === 0 || index === count - 2),
      }),
    );
  const caller = (name: string, ...notes: readonly (readonly Item<string>[])[]) => item(name, { notes });
  const feet = (pages: ReturnType<typeof fill>["pages"]) =>
    pages.map(({ notes }) => notes.map(({ content }) => content).join(" "));
  const continuedRule = item("goes on", { height: 5, onGrid: false });
  /** Every line of text and notes stands inside the column and over no other. */
  const apart = (pages: ReturnType<typeof fill>["pages"]) => {
    for (const { placed, notes } of pages) {
      const all = [...placed, ...notes].toSorted((a, b) => a.y - b.y);
      for (const [index, { y, height }] of all.entries()) {
        expect(y).toBeGreaterThanOrEqual(
          index === 0 ? 0 : (all[index - 1]?.y ?? 0) + (all[index - 1]?.height ?? 0) - 1e-6,
        );
        expect(y + height).toBeLessThanOrEqual(100 + 1e-6);
      }
    }
  };

  it("longer than their page go on on the next, which says so; nothing is lost or doubled", () => {
    for (let count = 1; count < 60; count++)
      for (const before of [0, 3, 8]) {
        const note = noteOf("n", count);
        const { pages, faults } = fill([...lines(before, "a"), caller("c", note), ...lines(4, "b")], {
          continuedRule,
          gap: 20,
        });
        apart(pages);
        const standing = pages.flatMap(({ notes }) => notes.map(({ content }) => content));
        expect(standing.filter((name) => name.startsWith("n"))).toEqual(note.map(({ content }) => content));
        const text = pages.flatMap(({ placed }) => placed.map(({ content }) => content));
        expect(text).toEqual([...lines(before, "a"), item("c"), ...lines(4, "b")].map(({ content }) => content));
        const from = pages.findIndex(({ placed }) => placed.some(({ content }) => content === "c"));
        for (const [page, { notes }] of pages.entries()) {
          if (notes.length === 0) continue;
          expect(notes[0]?.content).toBe(page === from ? "rule" : "goes on");
          // Two lines at least before and after a page's end.
          if (count > 1) expect(notes.length).toBeGreaterThan(2);
        }
        // It begins where it is called.
        expect(pages[from]?.notes[1]?.content).toBe("n1");
        expect(faults).toEqual([]);
      }
  });

  it("go on rather than leave a page open by more than may be", () => {
    const items = [...lines(5, "a"), caller("c", noteOf("n", 6)), ...lines(3, "b")];
    const divided = fill(items, { gap: 20 });
    expect(divided.names).toEqual(["a1 a2 a3 a4 a5 c", "b1 b2 b3"]);
    expect(feet(divided.pages)).toEqual(["rule n1 n2 n3 n4", "rule n5 n6"]);
    const whole = fill(items, { gap: 60 });
    expect(whole.names).toEqual(["a1 a2 a3 a4 a5", "c b1 b2 b3"]);
    expect(feet(whole.pages)).toEqual(["", "rule n1 n2 n3 n4 n5 n6"]);
  });

  it("stand in the order of their calls, the first that goes on first", () => {
    const { pages, names } = fill([caller("c", noteOf("n", 14)), ...lines(2, "b"), caller("d", noteOf("m", 1))], {
      gap: 20,
    });
    expect(names).toEqual(["c", "b1 b2 d"]);
    expect(feet(pages)).toEqual(["rule n1 n2 n3 n4 n5 n6 n7 n8 n9 n10", "rule n11 n12 n13 n14 m1"]);
  });

  it("have pages of their own where they need them, behind the text too", () => {
    const { names, pages } = fill([caller("c", noteOf("n", 30))], {});
    expect(names).toEqual(["c", "", ""]);
    apart(pages);
  });

  it("of a table's head stand under it wherever it is set again", () => {
    const note = noteOf("h", 1);
    const head = caller("head", note);
    const rows = lines(16, "r", { repeat: [head] });
    const { names, pages } = fill([head, ...rows]);
    expect(names).toEqual(["head r1 r2 r3 r4 r5 r6 r7", "head r8 r9 r10 r11 r12 r13 r14", "head r15 r16"]);
    expect(feet(pages)).toEqual(["rule h1", "rule h1", "rule h1"]);
  });

  it("of what fills its page alone begin on the next", () => {
    const { names, pages, faults } = fill([item("figure", { height: 98, notes: [noteOf("n", 3)] }), ...lines(2)]);
    expect(names).toEqual(["figure", "l1 l2"]);
    expect(feet(pages)).toEqual(["", "rule n1 n2 n3"]);
    expect(faults.map(({ kind }) => kind)).toEqual(["torn"]);
  });
});
