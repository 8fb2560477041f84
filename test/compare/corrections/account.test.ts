import { describe, expect, it } from "vitest";
import { checkExplanations } from "../../../src/compare/corrections/explanations.ts";
import { changesBetween } from "../../../src/compare/corrections/index.ts";
import type { Correction } from "../../../src/model/correction.ts";
import type { Finding } from "../../../src/model/finding.ts";
import type { Release } from "../../../src/model/release.ts";
import { type Small, stateOf } from "./snapshots.ts";

const data = `
patents: { total: { value: 100, unit: case, growth: 5 }, granted: { value: 60, unit: case } }
`;
const prose = `# Creation {#creation}

There were {{patents.total}}, up {{patents.total.growth}}.

Not so many others.

# Courts {#courts}

Judges sat.
`;
const small = (change: Partial<Small> = {}): Small => ({ templates: { "01.md.hbs": prose }, data, ...change });
const place = { file: "data.yaml", line: 9, column: 5 };
const entry = (about: Partial<Correction>): Correction => ({
  date: "2031-05-12",
  kind: "correction",
  class: "minor",
  reason: { en: "a slip" },
  place,
  ...about,
});

const found = (
  next: Small,
  corrections: readonly Correction[] = [],
  known: readonly Correction[] = [],
): readonly string[] => {
  const [before, after] = [stateOf(small()), stateOf(next)];
  const findings: Finding[] = [];
  const release = { ...before, name: "1.0", corrections: known } as unknown as Release;
  const changes = changesBetween(before, after);
  const account = { before: release, after, corrections, changes, languages: ["en"] };
  checkExplanations(account, "error", (finding) => void findings.push(finding));
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
};

const corrected = small({ data: data.replace("100", "101") });
const reworded = small({ templates: { "01.md.hbs": prose.replace("Not so many", "Many") } });

describe("what changed has an entry", () => {
  it("nothing changed, nothing to say", () => expect(found(small())).toEqual([]));

  it("a figure, and its parts with it", () => {
    expect(found(small({ data: data.replace("100", "101").replace("growth: 5", "growth: 6") }))).toEqual([
      "unexplained-change: patents.total was 100 and is 101, patents.total.growth was 5 and is 6 since release 1.0, and no correction says why",
    ]);
    expect(found(corrected, [entry({ figures: ["patents.total"] })])).toEqual([]);
  });

  it("a figure that nothing prints", () => {
    expect(found(small({ data: data.replace("60", "61") }))).toHaveLength(1);
    expect(found(small({ data: data.replace("60", "61") }), [entry({ figures: ["patents.granted"] })])).toEqual([]);
  });

  it("words, by their paragraph or its chapter", () => {
    expect(found(reworded)).toEqual([
      "unexplained-change: the words of creation.p2 (en) changed since release 1.0, and no correction says why",
    ]);
    expect(found(reworded, [entry({ blocks: ["creation.p2"] })])).toEqual([]);
    expect(found(reworded, [entry({ blocks: ["creation"] })])).toEqual([]);
    expect(found(reworded, [entry({ blocks: ["courts"] })])).toHaveLength(2);
  });

  it("a new entry for a new change: one that was released explains no second", () => {
    const old = entry({ figures: ["patents.total"] });
    expect(found(corrected, [old], [old])).toHaveLength(1);
    expect(found(corrected, [old, entry({ figures: ["patents.total"], date: "2031-06-01" })], [old])).toEqual([]);
  });
});

describe("an entry has its change", () => {
  it("of a figure", () => {
    expect(found(small(), [entry({ figures: ["patents.total"] })])).toEqual([
      "correction-without-change: patents.total is stated as it was in release 1.0",
    ]);
  });

  it("of words", () => {
    expect(found(corrected, [entry({ figures: ["patents.total"], blocks: ["courts"] })])).toEqual([
      "correction-without-change: courts is printed as it was in release 1.0",
    ]);
  });

  it("and an entry that was released has had it", () => {
    const old = entry({ figures: ["patents.total"] });
    expect(found(small(), [old], [old])).toEqual([]);
  });
});
