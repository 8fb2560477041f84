import { describe, expect, it } from "vitest";
import { impose, roman } from "../../../src/write/pdf/pages/imposition.ts";
import type { Leaf } from "../../../src/write/pdf/sheet.ts";

const leaf = (kind: Leaf["kind"], starts: Leaf["starts"] = "next"): Leaf => ({
  kind,
  part: 0,
  ground: [],
  column: [],
  anchors: [],
  bookmarks: [],
  blocks: new Set(),
  runningHead: [],
  starts,
});

const shown = (leaves: readonly Leaf[]) =>
  impose(leaves).map(({ leaf: { kind }, position, label }) => `${kind} ${position} ${label}`);

describe("imposition", () => {
  it("puts chapters on rectos and counts the blank versos between", () => {
    expect(shown([leaf("body", "recto"), leaf("body", "recto"), leaf("body"), leaf("body", "recto")])).toEqual([
      "body 1 1",
      "body 3 3",
      "body 4 4",
      "body 5 5",
    ]);
  });

  it("numbers what stands in front in Roman numerals and begins the body with 1 on a recto", () => {
    const front = [leaf("cover", "recto"), leaf("title", "recto"), leaf("contents"), leaf("contents")];
    expect(shown([...front, leaf("body", "next"), leaf("closing", "verso")])).toEqual([
      "cover 1 i",
      "title 3 iii",
      "contents 4 iv",
      "contents 5 v",
      "body 7 1",
      "closing 8 2",
    ]);
  });

  it("writes Roman numerals", () => {
    expect([1, 4, 9, 14, 40, 90, 400, 1999].map(roman)).toEqual(["i", "iv", "ix", "xiv", "xl", "xc", "cd", "mcmxcix"]);
  });
});
