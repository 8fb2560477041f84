import { beforeAll, expect, it } from "vitest";
import { assemble } from "../../src/typeset/assemble.ts";
import { edgesOf } from "../../src/typeset/edges.ts";
import { noFit } from "../../src/typeset/elastic.ts";
import type { Setting } from "../../src/typeset/index.ts";
import { setLine } from "../../src/typeset/line.ts";
import { riversIn } from "../../src/typeset/rivers.ts";
import { totalFit } from "../../src/typeset/total-fit.ts";
import { linesOf, run, set, setting, stubSetting, textOf } from "./setting.ts";

/** Spaces under one another: where another line end leads them away, and where nothing does. */

let english: Setting;
beforeAll(async () => {
  english = await setting("en-US", "Latn", linesOf("en"));
});

const text =
  "Senior leaders of WIPO, who attended the yearly Shanghai International Business Leaders' Advisory Council and delivered keynote speeches, affirmed the achievements of Shanghai in the IP field and offered suggestions to Shanghai's development. Shanghai IP Administration, together with Shanghai Municipal Bureau of Justice and other relevant departments, actively promoted the work of the Center.";
const width = 248;

/** The lines of least demerits, with those ends discouraged after which the boxes stand. */
const leastDemerits = (discouraged: readonly number[]) => {
  const boxes = assemble([run(text)], english);
  const edges = edgesOf(boxes, english.rules, { hanging: false, flushFirst: true });
  const last = { reach: 30, latestBeginning: boxes.boxes.length };
  const fit = { width: () => width, justify: true, last, shortLast: 0, letterFit: noFit };
  const breaks = totalFit(boxes, edges, { ...fit, discouraged: new Set(discouraged) });
  const shape = { width, indent: 0, alignment: "justify", letterFit: noFit } as const;
  return { breaks, lines: breaks.map(({ start, end }) => setLine(boxes, edges, start, end, shape)) };
};

it("a river is led away by the one line end that it needs, and nothing else is moved", () => {
  const { breaks, lines } = leastDemerits([]);
  const [river] = riversIn(lines) as [number];
  expect(river).toBeGreaterThan(2);
  const led = set(text, width, english);
  expect(led.flatMap(({ faults }) => faults)).not.toContain("river");
  expect(riversIn(led)).toEqual([]);
  const moved = led.flatMap((line, index) => (textOf(line) === textOf(lines[index] as never) ? [] : [index]));
  expect(moved.length).toBeGreaterThan(0);
  // The first line that changes ends elsewhere than the river's did.
  expect(moved[0]).toBeGreaterThanOrEqual(river - 3);
  expect(moved[0]).toBeLessThanOrEqual(river);
  const words = (all: typeof led) => all.map(textOf).join("").replaceAll("\u00ad", "");
  expect(words(led)).toBe(words(lines));
  expect(breaks.length).toBe(led.length);
});

it("a line end is discouraged behind its box, and no other is", () => {
  const endsOf = (discouraged: readonly number[]) => leastDemerits(discouraged).breaks.map(({ end }) => end);
  const usual = endsOf([]);
  const moved = usual.slice(0, -1).filter((end) => !endsOf([end - 1]).includes(end));
  // All but those that have no other place near.
  expect(moved.length).toBeGreaterThan(usual.length / 2);
  for (const end of moved) {
    expect(endsOf([end])).toEqual(usual);
    expect(endsOf([end - 2])).toEqual(usual);
  }
});

it("a river that nothing leads away is told", async () => {
  const by = await stubSetting("und", "Latn", "mainland");
  // Every line can only be two words, filled by the space in the middle.
  const lines = set("aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa", 48, by);
  expect(lines.flatMap(({ faults }, index) => (faults.includes("river") ? [index] : []))).toEqual([4]);
  // Too narrow a space to be seen.
  expect(
    set("aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa", 42.5, by).flatMap(({ faults }) => faults),
  ).toEqual([]);
});
