import { describe, expect, it } from "vitest";
import { agree } from "../../../src/compare/agree/index.ts";
import type { Deviation } from "../../../src/model/deviation.ts";
import { compare, dividedParts, en, printedParts, zh } from "./comparing.ts";

/** The printed edition of April 2020 has three wrong numbers and one that is missing; nothing else may be found in it. */
const expected = [
  { rule: "figures-disagree", about: "147.26万件 / 1.4736 million" },
  { rule: "figures-disagree", about: "14个 / 6" },
  { rule: "figure-without-counterpart", about: "2035年", lang: "zh" },
  { rule: "approximation-disagrees", about: "21万余件 / 210,000" },
];

const [chinese, english] = printedParts();
const found = compare(chinese, english);

describe("the printed edition", () => {
  it("has the errata that were found by hand, and nothing else", () => {
    expect(found.map(({ message }) => message)).toHaveLength(expected.length);
    for (const one of expected) expect(found).toContainEqual(expect.objectContaining(one));
  });

  it("is divided into its languages when it is one file", () => {
    const parts = dividedParts();
    const again: Deviation[] = [];
    if (parts) agree({ text: parts[0], language: zh }, { text: parts[1], language: en }, (one) => again.push(one));
    expect(again.map(({ about }) => about)).toEqual(found.map(({ about }) => about));
  });

  it("shows both places and the words around them", () => {
    const trademarks = found.find(({ about }) => about.startsWith("147.26"));
    const lines = { zh: chinese.split("\n"), en: english.split("\n") };
    const [one, other] = trademarks?.related ?? [];
    expect(one?.message).toContain("上海有效商标注册量达到 147.26 万件");
    expect(other?.message).toContain("hit 1.4736 million");
    expect(lines.zh[(one?.place.line ?? 0) - 1]?.slice((one?.place.column ?? 0) - 1)).toMatch(/^147\.26 万件/);
    expect(lines.en[(other?.place.line ?? 0) - 1]?.slice((other?.place.column ?? 0) - 1)).toMatch(/^1\.4736 million/);
    expect(trademarks?.place).toEqual(one?.place);
    expect(trademarks?.unit).toBe("一、知识产权创造实现量质齐升");
  });

  it("agrees with itself", () => {
    const same: Deviation[] = [];
    const parts = dividedParts();
    if (parts) agree({ text: parts[1], language: en }, { text: parts[1], language: en }, (one) => same.push(one));
    expect(same).toEqual([]);
  });
});
