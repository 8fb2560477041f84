import { describe, expect, it } from "vitest";
import { printDate } from "../../src/compose/dates.ts";
import { cldrOf } from "../../src/exchange/add/cldr.ts";

/** What a new language is begun with. Expected values: the charts of CLDR 48 (numbers, plurals, dates, compact numbers). */

describe("CLDR through Intl", () => {
  it("gives French its forms, dates, percent sign and long scale", () => {
    expect(cldrOf("fr")).toMatchObject({
      name: "français",
      script: "Latn",
      direction: "ltr",
      grouping: true,
      cardinals: ["one", "other"],
      ordinals: ["one", "other"],
      dates: { month: "LLLL y", day: "d MMMM y" },
      percent: "{n}\u00a0%",
      joints: [",", "et"],
    });
    expect(cldrOf("fr").scales.slice(0, 2)).toEqual([
      { from: 1e6, word: { one: " million", other: " millions" } },
      { from: 1e9, word: { one: " milliard", other: " milliards" } },
    ]);
  });

  it("counts as the language does: myriads, lakhs, Milliarden, few and many", () => {
    expect(cldrOf("ja").scales.slice(0, 2)).toEqual([
      { from: 1e4, word: "万" },
      { from: 1e8, word: "億" },
    ]);
    expect(
      cldrOf("hi")
        .scales.slice(0, 2)
        .map(({ from }) => from),
    ).toEqual([1e5, 1e7]);
    expect(cldrOf("de").scales[1]).toMatchObject({ from: 1e9, word: { other: " Milliarden" } });
    const russian = cldrOf("ru");
    expect(new Set(russian.cardinals)).toEqual(new Set(["one", "few", "many", "other"]));
    expect(russian.scales[0]?.word).toMatchObject({ few: " миллиона", many: " миллионов" });
  });

  it("writes right to left, and puts words of dates in quotes", () => {
    expect(cldrOf("ar")).toMatchObject({ script: "Arab", direction: "rtl" });
    const { day } = cldrOf("es").dates;
    expect(day).toBe("d 'de' MMMM 'de' y");
    expect(printDate("2020-04-26", day ?? "", "es")).toBe("26 de abril de 2020");
    expect(printDate("2020-04", cldrOf("pt").dates.month ?? "", "pt")).toBe("abril de 2020");
  });

  it("tells nothing of a language that it does not know, rather than another's", () => {
    expect(cldrOf("tlh")).toMatchObject({
      name: null,
      grouping: null,
      scales: [],
      dates: { month: null, day: null },
      percent: null,
    });
  });
});
