import { describe, expect, it } from "vitest";
import type { PrintOptions } from "../../src/compose/numeral.ts";
import { printFigure } from "../../src/compose/quantity.ts";
import type { Figure } from "../../src/model/figure.ts";
import type { Language } from "../../src/model/language.ts";
import { language, millions, myriads } from "../languages.ts";

const place = { file: "data/x.yaml", line: 1, column: 1 };
const figure = (value: string | null, more: Partial<Figure> = {}): Figure => ({
  key: "x",
  place,
  value,
  unit: "case",
  kind: "count",
  step: "1",
  ...more,
});
const money = (value: string, step: string, more: Partial<Figure> = {}) =>
  figure(value, { unit: "CNY", kind: "money", step, ...more });
const percent = (value: string, step: string) => figure(value, { unit: "percent", kind: "percent", step });
const edition = (value: string) => figure(value, { unit: "edition", kind: "ordinal" });

const text = (of: Figure, lang: Language, options: PrintOptions = {}): string => {
  const printed = printFigure(of, lang, options);
  return "text" in printed ? printed.text : `!${printed.problem.rule}`;
};

describe("one stored value in two ways of counting", () => {
  it.each([
    [figure("173600", { step: "100" }), "17.36万件", "173,600"],
    [figure("361000", { step: "100" }), "36.10万件", "361,000"],
    [figure("1472600", { step: "100" }), "147.26万件", "1.4726 million"],
    [figure("7330000", { step: "10000" }), "733万件", "7.33 million"],
    [figure("17000", { step: "1000" }), "1.7万件", "17,000"],
    [figure("23580"), "23580件", "23,580"],
    [figure("3200"), "3200件", "3,200"],
    [figure("8"), "8件", "eight"],
    [figure("210000", { step: "10000", approx: "more-than" }), "21万余件", "more than 210,000"],
    [money("14020000", "10000"), "1402万元", "14.02 million RMB"],
    [money("69164000", "1000"), "6916.4万元", "69.164 million RMB"],
    [money("550000000", "10000000"), "5.5亿元", "550 million RMB"],
    [money("6800000000", "100000000", { approx: "more-than" }), "68亿余元", "more than 6.8 billion RMB"],
    [percent("15.54", "0.01"), "15.54%", "15.54%"],
    [percent("28", "1"), "28%", "28%"],
    [percent("28.00", "0.01"), "28.00%", "28.00%"],
  ])("%o", (value, inMyriads, inMillions) => {
    expect(text(value, myriads)).toBe(inMyriads);
    expect(text(value, millions)).toBe(inMillions);
  });
});

describe("a scale", () => {
  it.each([
    [figure("10000", { step: "100" }), myriads, "1.00万件"],
    [figure("9900", { step: "100" }), myriads, "9900件"],
    [figure("100000000", { step: "10000" }), myriads, "1.0000亿件"],
    [money("10000", "1"), myriads, "1.0000万元"],
    [figure("1000000"), millions, "1 million"],
    [figure("999999"), millions, "999,999"],
    [figure("1000000000"), millions, "1 billion"],
    [money("-1000000", "1"), millions, "\u22121 million RMB"],
  ])("has its word from its own value on: %o", (value, lang, printed) => {
    expect(text(value, lang)).toBe(printed);
  });
});

describe("exactness", () => {
  it("never rounds: an exact number of more decimals than the scale carries is written in full", () => {
    expect(text(figure("1234567"), millions)).toBe("1,234,567");
  });
  it("keeps twenty-digit numbers digit for digit", () => {
    expect(text(figure("12345678901234567891"), language("en", { grouping: true }))).toBe("12,345,678,901,234,567,891");
  });
  it("does not take 0.1 + 0.2 for binary fractions", () => {
    expect(text(percent("0.30", "0.01"), millions)).toBe("0.30%");
  });
  it("prints zero", () => {
    expect(text(figure("0"), myriads)).toBe("0件");
  });
  it("keeps the sign, unless the sentence says it", () => {
    expect(text(percent("-3.5", "0.1"), millions)).toBe("\u22123.5%");
    expect(text(percent("-3.5", "0.1"), millions, { sign: "said" })).toBe("3.5%");
  });
});

describe("digits that were stated", () => {
  it("stay behind the point, zeros too, where no scale word stands", () => {
    expect(text(figure("1.10", { step: "0.01" }), myriads)).toBe("1.10件");
    expect(text(figure("1.10", { step: "0.01" }), millions)).toBe("1.10");
    expect(text(money("1.10", "0.01"), millions)).toBe("1.10 RMB");
    expect(text(money("3000000", "10000"), millions)).toBe("3 million RMB");
  });
  it("get a scale word above their size only where that is shorter", () => {
    expect(text(money("300000", "10000"), millions)).toBe("0.3 million RMB");
    expect(text(money("1234", "1"), millions)).toBe("1,234 RMB");
  });
});

describe("the minus sign", () => {
  it.each(["en", "zh-CN", "fr", "sv", "ar-EG", "fa", "he"])("of %s is one", (tag) => {
    const printed = text(money("-3000000", "1"), language(tag, { grouping: true }));
    expect(printed).toContain("\u2212");
    expect(printed).not.toContain("-");
  });
  it("is what the language file says", () => {
    expect(text(percent("-3.5", "0.1"), language("en", { grouping: true, minus: "-" }))).toBe("-3.5%");
  });
});

describe("forms", () => {
  it("spells at a sentence's start", () => {
    expect(text(figure("22"), millions, { form: "words", case: "sentence" })).toBe("Twenty-two");
  });
  it("prints digits below ten where the sentence wants them", () => {
    expect(text(figure("8"), millions, { form: "digits" })).toBe("8");
  });
  it("prints ordinals", () => {
    expect(text(edition("21"), myriads)).toBe("第二十一届");
    expect(["1", "2", "3", "11", "21", "31"].map((value) => text(edition(value), millions))).toEqual([
      "1st",
      "2nd",
      "3rd",
      "11th",
      "21st",
      "31st",
    ]);
  });
  it("prints a phrase only for the value that it names", () => {
    expect(text(edition("1"), myriads, { form: "first" })).toBe("首届");
    expect(text(edition("2"), myriads, { form: "first" })).toBe("!form-does-not-fit");
  });
  it("refuses words that the language does not have", () => {
    expect(text(figure("45"), myriads, { form: "words" })).toBe("!no-words");
  });
  it("refuses a form, counter, option and pattern that nobody declared", () => {
    expect(text(figure("5"), myriads, { form: "roman" })).toBe("!unknown-form");
    expect(text(figure("5"), myriads, { counter: "人" })).toBe("!unknown-counter");
    expect(text(figure("5"), myriads, { sign: "none" })).toBe("!unknown-option");
    expect(text(figure("5", { approx: "more-than" }), myriads, { approx: "{n}左右" })).toBe("!unknown-approximation");
  });
});

describe("approximation", () => {
  it("takes another pattern of the language", () => {
    expect(text(figure("300", { approx: "more-than" }), myriads, { approx: "{n}多" })).toBe("300多件");
  });
  it("is not printed where the sentence says it", () => {
    expect(text(figure("1000", { approx: "exceeded" }), myriads)).toBe("1000件");
    expect(text(figure("1000", { approx: "more-than" }), millions, { approx: "said" })).toBe("1,000");
  });
  it("is never added to an exact figure, nor dropped where the language has no word for it", () => {
    expect(text(figure("1000"), myriads, { approx: "said" })).toBe("!approximation-of-exact");
    expect(text(figure("1000", { approx: "nearly" }), millions)).toBe("!no-approximation");
  });
});

describe("counters", () => {
  it("takes another counter of the unit, or none", () => {
    expect(text(figure("630"), myriads, { counter: "起" })).toBe("630起");
    expect(text(figure("630"), myriads, { counter: "" })).toBe("630");
    expect(text(figure("210000", { step: "10000", approx: "more-than" }), myriads, { counter: "件（只）" })).toBe(
      "21万余件（只）",
    );
  });
  it("follows the plural category", () => {
    const school = (value: string) => figure(value, { unit: "school" });
    expect(text(school("1"), millions, { form: "digits" })).toBe("1 school");
    expect(text(school("12"), millions)).toBe("12 schools");
  });
});

describe("plural and gender", () => {
  const french = language(
    "fr",
    {
      grouping: true,
      scales: [
        { from: 1e6, word: { one: " million", other: " millions" } },
        { from: 1e9, word: { one: " milliard", other: " milliards" } },
      ],
      kinds: { count: { scale: "always", decimals: "shortest" }, money: { scale: "always", decimals: "shortest" } },
      ordinals: { masculine: { one: "{n}er", other: "{n}e" }, feminine: { one: "{n}re", other: "{n}e" } },
      spellout: {
        cardinal: { 1: "un", 2: "deux", 20: "vingt[-→→]", 21: "vingt et un" },
        "cardinal-feminine": { 1: "une", 2: "=cardinal=", 21: "vingt et une" },
        ordinal: { 1: "premier", 2: "deuxième" },
        "ordinal-feminine": { 1: "première", 2: "=ordinal=" },
      },
    },
    {
      units: {
        case: { counter: { one: " affaire", many: " d’affaires", other: " affaires" }, gender: "feminine" },
        CNY: { counter: { one: " yuan", many: " de yuans", other: " yuans" } },
        edition: { counter: "" },
        batch: { counter: " série", gender: "feminine" },
      },
    },
  );
  it.each([
    [figure("1"), {}, "1 affaire"],
    [figure("2"), {}, "2 affaires"],
    [figure("1500000", { step: "100000" }), {}, "1,5 million d’affaires"],
    [figure("7330000", { step: "10000" }), {}, "7,33 millions d’affaires"],
    [money("2000000000", "1000000"), {}, "2 milliards de yuans"],
    [figure("21"), { form: "words" }, "vingt et une affaires"],
    [money("21", "1"), { form: "words" }, "vingt et un yuans"],
    [figure("1", { unit: "batch", kind: "ordinal" }), {}, "1re série"],
    [figure("2", { unit: "batch", kind: "ordinal" }), {}, "2e série"],
    [figure("1", { unit: "batch", kind: "ordinal" }), { form: "words" }, "première série"],
    [edition("1"), {}, "1er"],
    [edition("1"), { gender: "feminine" }, "1re"],
    [edition("1"), { gender: "female" }, "!unknown-option"],
  ])("%o %o → %s", (value, options, printed) => {
    expect(text(value, french, options)).toBe(printed);
  });

  it("follow the decimals that are printed: 1 kilometre, 1.0 kilometres", () => {
    const lengths = language("en", { grouping: true }, { units: { case: { counter: { one: " km", other: " kms" } } } });
    expect(text(figure("1"), lengths)).toBe("1 km");
    expect(text(figure("1.0", { step: "0.1" }), lengths)).toBe("1.0 kms");
  });

  it("hold behind scale words in Slavic languages", () => {
    const russian = language(
      "ru",
      {
        grouping: true,
        scales: [{ from: 1e6, word: { one: " миллион", few: " миллиона", many: " миллионов", other: " миллиона" } }],
        kinds: { money: { scale: "always", decimals: "shortest" } },
      },
      { units: { CNY: { counter: { one: " рубль", few: " рубля", many: " рублей", other: " рубля" } } } },
    );
    expect(text(money("7330000", "10000"), russian)).toBe("7,33 миллиона рублей");
    expect(text(money("5000000", "1000000"), russian)).toBe("5 миллионов рублей");
    expect(text(money("1000000", "1000000"), russian)).toBe("1 миллион рублей");
    expect(text(money("3", "1"), russian)).toBe("3 рубля");
  });
});

describe("what CLDR knows comes from Intl", () => {
  it("French: narrow spaces, comma, plural of million, percent sign", () => {
    const french = language("fr", {
      grouping: true,
      scales: [{ from: 1000000, word: { one: " million", other: " millions" } }],
      kinds: { count: { scale: "always", decimals: "shortest" } },
    });
    expect(text(figure("173600"), french)).toBe("173\u202f600");
    expect(text(figure("1500000"), french)).toBe("1,5 million");
    expect(text(figure("2500000"), french)).toBe("2,5 millions");
    expect(text(percent("15.54", "0.01"), french)).toMatch(/^15,54\s%$/);
  });
  it("Arabic digits where the language's tag asks for them", () => {
    expect(text(figure("1234"), language("ar-EG", { grouping: false }))).toBe("١٢٣٤");
  });
});

it("refuses a figure that was not published", () => {
  expect(text(figure(null), millions)).toBe("!not-published");
});
