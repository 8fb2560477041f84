import { beforeAll, expect, it } from "vitest";
import type { ShapedGlyph } from "../../../src/typeset/index.ts";
import type { Tag } from "../../../src/write/pdf/content.ts";
import { type Stretch, showText, stretchesOf } from "../../../src/write/pdf/draw/text-operators.ts";
import { set, setting } from "../../typeset/setting.ts";

/** What a viewer makes of the operators (ISO 32000-1 §9.4.3, §9.3.7): where each glyph is drawn. */

let stretch: (text: string) => Stretch;
beforeAll(async () => {
  const by = await setting("en-US", "Latn");
  stretch = (text) => stretchesOf(set(text, 500, by)[0]?.pieces as Stretch["pieces"] & readonly never[])[0] as Stretch;
});

const size = 10;

/** Runs the operators over the glyphs that their codes stand for, from the pen at 0. */
const drawn = (one: Stretch) => {
  const glyphs: ShapedGlyph[] = [];
  const operators = showText(one as Stretch & { readonly tag?: Tag }, undefined, (glyph) => {
    glyphs.push(glyph as ShapedGlyph);
    return (glyphs.length - 1).toString(16).padStart(4, "0");
  });
  const places: { text: string; x: number; y: number }[] = [];
  let [pen, rise] = [0, 0];
  for (const [, array, ts] of operators.matchAll(/\[(.*?)\] TJ|(\S+) Ts/g)) {
    if (ts !== undefined) rise = Number(ts);
    for (const [, codes, move] of (array ?? "").matchAll(/<([0-9a-f]+)>|(-?[\d.]+)/g)) {
      if (move !== undefined) pen -= (Number(move) * size) / 1000;
      for (const [code] of (codes ?? "").matchAll(/.{4}/g)) {
        const glyph = glyphs[Number.parseInt(code, 16)] as ShapedGlyph;
        places.push({ text: String.fromCodePoint(...glyph.codePoints), x: pen, y: rise });
        pen += (glyph.width * size) / 1000;
      }
    }
  }
  return { places, rise };
};

it("two marks on one letter stand over and under it, and what follows stands behind the letter", () => {
  const { places, rise } = drawn(stretch("q\u0323\u0302n"));
  const bare = drawn(stretch("qn")).places;
  expect(places.map(({ text }) => text)).toEqual(["q", "\u0323", "\u0302", "n"]);
  const [letter, below, above, next] = places as [(typeof places)[0], ...(typeof places)[0][]];
  expect(letter.y).toBe(0);
  // Lower than where it stands under letters that end on the baseline.
  expect(below?.y).toBeCloseTo(-2.32, 2);
  expect(above?.y).toBe(0);
  for (const mark of [below, above]) {
    expect(mark?.x).toBeGreaterThan(bare[0]?.x as number);
    expect(mark?.x).toBeLessThan(bare[1]?.x as number);
  }
  expect(next?.y).toBe(0);
  expect(next?.x).toBeCloseTo(bare[1]?.x as number, 2);
  expect(rise).toBe(0);
});

it("a glyph knows where its characters begin in the word", () => {
  const clusters = (text: string) =>
    stretch(text).pieces[0]?.shaped.glyphs.map(({ cluster, codePoints }) => [cluster, codePoints.length]);
  expect(clusters("q\u0323\u0302n")).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
  // A ligature stands for both of its letters.
  expect(clusters("offen")?.map(([cluster]) => cluster)).toEqual([0, 1, 3, 4]);
});
