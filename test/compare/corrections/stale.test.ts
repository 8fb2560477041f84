import { describe, expect, it } from "vitest";
import { changesBetween } from "../../../src/compare/corrections/index.ts";
import { checkTranslations, checkWordings } from "../../../src/compare/corrections/stale.ts";
import type { Deviation } from "../../../src/model/deviation.ts";
import type { Snapshot } from "../../../src/model/release.ts";
import { english } from "../../compose/composing.ts";
import { type Small, stateOf } from "./snapshots.ts";

const data = `
patents: { total: { value: 2, unit: case, growth: 5, rank: 2 }, granted: { value: 60, unit: case, growth: 5 } }
`;
const prose = `# Creation {#creation}

There were {{patents.total counter=" files"}}, the {{patents.total.rank}} in order.
Grants went up {{patents.granted.growth sign="said"}}.
Filings changed by {{patents.total.growth}}.

## Part {#part}

Words.
`;
const small = (change: Partial<Small> = {}): Small => ({ templates: { "01.md.hbs": prose }, data, ...change });
const reworded = (from: string, to: string): Small => small({ templates: { "01.md.hbs": prose.replace(from, to) } });

/** Two languages that are made of the same templates are enough here: en, and "fr" beside it. */
const both = (one: Small, other: Small): Snapshot => {
  const [en, fr] = [stateOf(one), stateOf(other)];
  // Both are said to come from one template.
  const joined = Object.entries(fr.inputs).map(([file, hash]) => [file, `${hash} ${en.inputs[file]}`]);
  return {
    ...en,
    documents: { en: en.documents.en as never, fr: fr.documents.en as never },
    editions: { "en-fr": { languages: ["en", "fr"] } },
    inputs: Object.fromEntries(joined),
  };
};

const stale = (before: Snapshot, after: Snapshot): readonly string[] => {
  const found: Deviation[] = [];
  const documents = new Map(Object.entries(after.documents));
  checkTranslations(changesBetween(before, after), documents, (deviation) => void found.push(deviation));
  return found.map(({ rule, lang, about }) => `${rule} ${lang} ${about.replace(/@.*/, "")}`);
};

describe("a translation is stale", () => {
  it("where its source was edited, in that unit alone", () => {
    expect(stale(both(small(), small()), both(reworded("Words.", "Other words."), small()))).toEqual([
      "stale-translation fr part",
    ]);
    expect(stale(both(small(), small()), both(small(), reworded("went up", "rose")))).toEqual([
      "stale-translation en creation",
    ]);
  });

  it("not where both were edited", () => {
    const edited = reworded("Words.", "Other words.");
    expect(stale(both(small(), small()), both(edited, edited))).toEqual([]);
  });

  it("not by a correction of the data", () => {
    const corrected = small({ data: data.replace("value: 60", "value: 61").replace("growth: 5,", "growth: 6,") });
    expect(stale(both(small(), small()), both(corrected, corrected))).toEqual([]);
  });

  it("anew when its source is edited once more", () => {
    const abouts = ["Other words.", "Yet other words."].map((words) => {
      const found: Deviation[] = [];
      const [before, after] = [both(small(), small()), both(reworded("Words.", words), small())];
      checkTranslations(
        changesBetween(before, after),
        new Map(Object.entries(after.documents)),
        (one) => void found.push(one),
      );
      return found[0]?.about;
    });
    expect(abouts[0]).not.toBe(abouts[1]);
  });
});

describe("a wording is stale", () => {
  const wordings = (next: Small): readonly string[] => {
    const found: Deviation[] = [];
    checkWordings(
      stateOf(small()),
      stateOf(next, ["sign-not-said"]),
      new Map([["en", english]]),
      (one) => void found.push(one),
    );
    return found.map(({ message }) => message);
  };

  it("not by another number", () => {
    expect(
      wordings(small({ data: data.replace("value: 60", "value: 61").replaceAll("growth: 5", "growth: 6") })),
    ).toEqual([]);
  });

  it("where a sign is no more what it was, in just its sentences", () => {
    const found = wordings(small({ data: data.replace("growth: 5 } }", "growth: -5 } }") }));
    expect(found).toEqual([
      expect.stringMatching(
        /^sign\(patents\.granted\.growth\)=up held when this was worded, and now .*=down: "Grants went up/,
      ),
    ]);
  });

  it("where a rank is another", () => {
    const found = wordings(small({ data: data.replace("rank: 2", "rank: 3") }));
    expect(found).toEqual([expect.stringMatching(/^value\(patents\.total\.rank\)=2 .*=3: "There were/)]);
  });

  it("where the plural is another", () => {
    const language = { ...english, units: { ...english.units, case: { ...english.units.case, counter: " cases" } } };
    const found: Deviation[] = [];
    const [before, after] = [stateOf(small()), stateOf(small({ data: data.replace("value: 2,", "value: 1,") }))];
    checkWordings(before, after, new Map([["en", language as typeof english]]), (one) => void found.push(one));
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^plural\(patents\.total\)=other .*=one/),
    ]);
  });

  it("not where somebody wrote since", () => {
    const next = { ...reworded("went up", "went down"), data: data.replace("growth: 5 } }", "growth: -5 } }") };
    expect(wordings(next)).toEqual([]);
  });
});
