import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import type { Source } from "../../src/model/source.ts";
import { spellOut } from "../../src/model/spellout.ts";
import { readSource } from "../../src/read/index.ts";

/** The spell-out rules of the two languages against numbers as CLDR writes them. */

let source: Source;
beforeAll(async () => {
  source = (await readSource(fileURLToPath(new URL("../..", import.meta.url)), "2019", () => {})) as Source;
});
const words = (lang: string, set: string, n: number): string | undefined =>
  spellOut(source.languages.get(lang)?.language.numbers.spellout ?? {}, set, n);

test.each([
  [0, "零"],
  [2, "二"],
  [10, "十"],
  [11, "十一"],
  [20, "二十"],
  [31, "三十一"],
  [100, "一百"],
  [101, "一百零一"],
  [110, "一百一十"],
  [119, "一百一十九"],
  [250, "二百五十"],
  [1000, "一千"],
  [1001, "一千零一"],
  [1010, "一千零一十"],
  [1100, "一千一百"],
  [2019, "二千零一十九"],
  [9999, "九千九百九十九"],
  [10000, "一万"],
  [10001, "一万零一"],
  [10500, "一万零五百"],
  [120000, "十二万"],
  [173600, "十七万三千六百"],
  [100000000, "一亿"],
  [100100000, "一亿零一十万"],
  [6800000000, "六十八亿"],
])("zh cardinal %i", (n, text) => {
  expect(words("zh", "cardinal", n)).toBe(text);
});

test.each([
  [1, "第一"],
  [21, "第二十一"],
  [110, "第一百一十"],
])("zh ordinal %i", (n, text) => {
  expect(words("zh", "ordinal", n)).toBe(text);
});

test.each([
  [0, "zero"],
  [12, "twelve"],
  [22, "twenty-two"],
  [40, "forty"],
  [101, "one hundred one"],
  [999, "nine hundred ninety-nine"],
  [2019, "two thousand nineteen"],
  [17000, "seventeen thousand"],
  [1000001, "one million one"],
])("en cardinal %i", (n, text) => {
  expect(words("en", "cardinal", n)).toBe(text);
});

test.each([
  [1, "first"],
  [5, "fifth"],
  [12, "twelfth"],
  [13, "thirteenth"],
  [20, "twentieth"],
  [21, "twenty-first"],
  [43, "forty-third"],
  [80, "eightieth"],
  [100, "one hundredth"],
  [112, "one hundred twelfth"],
  [3000, "three thousandth"],
])("en ordinal %i", (n, text) => {
  expect(words("en", "ordinal", n)).toBe(text);
});

test.each([
  [1, "I"],
  [4, "IV"],
  [6, "VI"],
  [14, "XIV"],
  [49, "XLIX"],
  [90, "XC"],
  [400, "CD"],
  [1999, "MCMXCIX"],
  [2026, "MMXXVI"],
])("en roman %i", (n, text) => {
  expect(words("en", "roman", n)).toBe(text);
});
