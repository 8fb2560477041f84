import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { RuleSet } from "../../src/model/language.ts";
import { numberPattern, spellOut } from "../../src/model/spellout.ts";

const setsOf = (lang: string): Record<string, RuleSet> =>
  parse(readFileSync(`templates/2019/${lang}/language.yaml`, "utf8")).numbers.spellout;

describe("Chinese", () => {
  const sets = setsOf("zh");
  it.each([
    [0, "零"],
    [7, "七"],
    [10, "十"],
    [12, "十二"],
    [21, "二十一"],
    [30, "三十"],
    [100, "一百"],
    [101, "一百零一"],
    [110, "一百一十"],
    [115, "一百一十五"],
    [1001, "一千零一"],
    [1010, "一千零一十"],
    [2020, "二千零二十"],
    [9999, "九千九百九十九"],
  ])("%i %s", (n, words) => expect(spellOut(sets, "cardinal", n)).toBe(words));
  it("makes ordinals of cardinals", () => expect(spellOut(sets, "ordinal", 31)).toBe("第三十一"));
});

describe("English", () => {
  const sets = setsOf("en");
  it.each([
    [0, "zero"],
    [13, "thirteen"],
    [22, "twenty-two"],
    [40, "forty"],
    [100, "one hundred"],
    [999, "nine hundred ninety-nine"],
  ])("%i %s", (n, words) => expect(spellOut(sets, "cardinal", n)).toBe(words));
  it.each([
    [1, "first"],
    [12, "twelfth"],
    [20, "twentieth"],
    [21, "twenty-first"],
  ])("%i %s", (n, words) => expect(spellOut(sets, "ordinal", n)).toBe(words));
  it.each([
    [4, "IV"],
    [6, "VI"],
    [9, "IX"],
    [19, "XIX"],
    [40, "XL"],
    [2019, "MMXIX"],
  ])("%i %s", (n, words) => expect(spellOut(sets, "roman", n)).toBe(words));
});

describe("rules that do not reach", () => {
  const sets = { cardinal: { 1: "one", 2: "two", 10: "ten", 20: "twenty[-→→]" } };
  it.each([0, 3, 15, 23, 1.5, -1])("%d has no words", (n) => expect(spellOut(sets, "cardinal", n)).toBeUndefined());
  it("a set that calls itself for ever has none either", () =>
    expect(spellOut({ a: { 0: "=b=" }, b: { 0: "=a=" } }, "a", 5)).toBeUndefined());
});

it("fills heading patterns, or says that it cannot", () => {
  const sets = { roman: { 1: "I" } };
  expect(numberPattern("{roman}. ", 1, sets)).toBe("I. ");
  expect(numberPattern("{n}. ", 7, sets)).toBe("7. ");
  expect(numberPattern("{roman}. ", 2, sets)).toBeUndefined();
});
