import { expect, it } from "vitest";
import { comparePages } from "../../src/compare/pages/index.ts";
import type { DrawnFile } from "../../src/model/drawn.ts";

/** "i:A 1:B 2:C/x": label, what is drawn, and a stream of other bytes. */
const file = (text: string): DrawnFile => {
  const pages = text.split(" ").map((page) => {
    const [label = "", drawn = ""] = page.split(":");
    const [drawing = "", stream = drawing] = drawn.split("/");
    return { label, drawing, stream };
  });
  return {
    labels: pages.map(({ label }) => label),
    pages: pages.map(({ drawing, stream }) => ({ drawing, stream })),
  };
};
const compared = (before: string, after: string) => {
  const { pages, changed, from, gone } = comparePages("zh", "print", file(before), file(after));
  return {
    states: pages.map(({ state }) => state).join(" "),
    changed: changed.map(({ page }) => page),
    from: from?.page,
    gone: gone.map(({ page }) => page),
  };
};

it("pages that draw the same stay, and it is said whether their bytes do", () => {
  expect(compared("i:A 1:B", "i:A 1:B/x")).toEqual({ states: "bytes same", changed: [], from: undefined, gone: [] });
});

it("pages are printed again one by one", () => {
  expect(compared("i:A 1:B 2:C 3:D", "i:A 1:b 2:C 3:d")).toEqual({
    states: "bytes changed bytes changed",
    changed: [2, 4],
    from: undefined,
    gone: [],
  });
});

it("or from one on, where the text has become longer", () => {
  expect(compared("i:A 1:B 2:C 3:D :E", "i:A 1:b 2:C 3:d 4:e 5:f :E")).toEqual({
    states: "bytes changed bytes changed new new bytes",
    changed: [2],
    from: 4,
    gone: [],
  });
});

it("or shorter", () => {
  expect(compared("i:A 1:B 2:C 3:D 4:F :E", "i:A 1:b 2:c :E")).toEqual({
    states: "bytes changed changed bytes",
    changed: [],
    from: 2,
    gone: [4, 5],
  });
});

it("one changed page at the end is one page", () => {
  expect(compared("1:A 2:B", "1:A 2:b").changed).toEqual([2]);
});
