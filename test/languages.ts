import { type Language, languageSchema } from "../src/model/language.ts";

/** The least that a language must say; tests add what they are about. */
export const language = (id: string, numbers: unknown, more: Record<string, unknown> = {}): Language => ({
  ...languageSchema.parse({
    language: id,
    name: id,
    script: "Latn",
    fonts: { body: ["Source Serif 4"], head: ["Source Sans 3"] },
    word: { body: { ascii: "Times New Roman", eastAsia: "SimSun" }, head: { ascii: "Arial", eastAsia: "SimHei" } },
    numbers,
    directions: { up: "up", down: "down", flat: "flat" },
    dates: { month: "LLLL y", day: "d LLLL y" },
    headings: { runIn: ". ", figure: "", table: "", references: { section: "{n}", figure: "{n}", table: "{n}" } },
    messages: {},
    ...more,
  }),
  id,
});

/** Myriads without grouping, as Chinese house style has them. */
export const myriads = language(
  "zh-CN",
  {
    grouping: false,
    scales: [
      { from: 10000, word: "万" },
      { from: 100000000, word: "亿" },
    ],
    kinds: { count: { scale: "rounded" }, money: { scale: "always" }, ordinal: { form: "words" } },
    spellout: {
      cardinal: { 0: "零", 1: "一", 2: "二", 3: "三", 6: "六", 10: "十[→→]", 20: "←←十[→→]" },
      ordinal: { 0: "第=cardinal=" },
    },
    phrases: { first: { 1: "首" } },
    approximations: { "more-than": ["{n}余", "{n}多"], exceeded: ["{n}"] },
  },
  {
    script: "Hani",
    units: {
      case: { counter: "件", also: ["起", "件（只）"] },
      CNY: { counter: "元", also: ["元人民币"] },
      edition: { counter: "届" },
    },
  },
);

/** Millions with grouping, as English house style has them. */
export const millions = language(
  "en",
  {
    grouping: true,
    scales: [
      { from: 1000000, word: " million" },
      { from: 1000000000, word: " billion" },
    ],
    kinds: {
      count: { scale: "always", decimals: "shortest", maxDecimals: 4, wordsBelow: 10 },
      money: { scale: "always", floor: 0, decimals: "shortest" },
      year: { grouping: false },
    },
    ordinals: { one: "{n}st", two: "{n}nd", few: "{n}rd", other: "{n}th" },
    spellout: {
      cardinal: { 0: "zero", 1: "one", 2: "two", 8: "eight", 9: "nine", 20: "twenty[-→→]" },
      ordinal: { 1: "first", 2: "second", 20: "twenty-→→" },
    },
    phrases: { inaugural: { 1: "inaugural" } },
    approximations: { "more-than": ["more than {n}"] },
  },
  {
    units: {
      case: { counter: "" },
      CNY: { counter: " RMB" },
      school: { counter: { one: " school", other: " schools" } },
    },
  },
);
