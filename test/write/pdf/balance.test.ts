import { describe, expect, it } from "vitest";
import type { Item } from "../../../src/typeset/index.ts";
import type { Content } from "../../../src/write/pdf/content.ts";
import { chapterPages } from "../../../src/write/pdf/pages/balance.ts";

const item = (more: Partial<Item<Content>> = {}): Item<Content> => ({
  content: { marks: [], blocks: [], place: undefined },
  height: 10,
  before: 0,
  after: 0,
  onGrid: true,
  withNext: false,
  notes: [],
  repeat: [],
  ...more,
});
const lines = (count: number, more: Partial<Item<Content>> = {}) => Array.from({ length: count }, () => item(more));
const counts = (items: readonly Item<Content>[], least: number): readonly number[] =>
  chapterPages(items, { height: 100, grid: 10, noteRule: item() }, least, () => {}).map(({ placed }) => placed.length);

describe("the last page of a chapter", () => {
  it("takes over lines until it has enough", () => {
    expect(counts(lines(11), 40)).toEqual([7, 4]);
    expect(counts(lines(32), 40)).toEqual([10, 10, 8, 4]);
  });

  it("is left as it is when it has enough, and where none is asked for", () => {
    expect(counts(lines(14), 40)).toEqual([10, 4]);
    expect(counts(lines(11), 0)).toEqual([10, 1]);
    expect(counts(lines(3), 40)).toEqual([3]);
  });

  it("takes no more than half of the page before it", () => {
    expect(counts(lines(11), 60)).toEqual([10, 1]);
  });

  it("tears nothing: not lines that belong together, not a table from its head", () => {
    const kept = [...lines(6), item({ withNext: true }), item({ withNext: true }), item(), ...lines(2)];
    expect(counts(kept, 40)).toEqual([6, 5]);
    expect(counts(lines(11, { repeat: [item()] }), 30)).toEqual([10, 2]);
  });
});
