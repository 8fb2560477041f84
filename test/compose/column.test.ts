import { expect, it } from "vitest";
import { columnScale, columnUnit, printChange, printInColumn, withUnit } from "../../src/compose/column.ts";
import type { Figure } from "../../src/model/figure.ts";
import { language, millions, myriads } from "../languages.ts";

const place = { file: "data/x.yaml", line: 1, column: 1 };
const figure = (value: string, step: string): Figure => ({ key: "x", place, value, unit: "case", kind: "count", step });
const rate = (value: string): Figure => ({
  key: "x.growth",
  place,
  value,
  unit: "percent",
  kind: "percent",
  step: "0.1",
});

const french = language(
  "fr",
  {
    grouping: true,
    scales: [{ from: 1e6, word: { one: " million", other: " millions" } }],
    kinds: { count: { scale: "always", decimals: "shortest" } },
  },
  { units: { case: { counter: { one: " affaire", many: " d’affaires", other: " affaires" } } } },
);

it("a column is in one scale from that of its own size on, with the digits that were stated", () => {
  const of = (values: readonly Figure[], lang = myriads) => {
    const scale = columnScale(values, lang);
    return [
      columnUnit(values[0] as Figure, lang, scale),
      ...values.map((one) => {
        const printed = printInColumn(one, lang, scale);
        return "text" in printed ? printed.text : printed.problem.rule;
      }),
    ];
  };
  expect(of([figure("10000", "100"), figure("123400", "100")])).toEqual(["万件", "1.00", "12.34"]);
  expect(of([figure("9900", "100"), figure("8000", "100")])).toEqual(["件", "9900", "8000"]);
  expect(of([figure("1000000", "10000"), figure("2500000", "10000")], millions)).toEqual(["million", "1.00", "2.50"]);
  expect(of([figure("1.10", "0.01"), figure("-2.5", "0.1")], millions)).toEqual(["", "1.10", "\u22122.5"]);
});

it("beside the column a number has the words of its own plural", () => {
  const scale = columnScale([figure("1200000", "100000"), figure("7330000", "10000")], french);
  expect(columnUnit(figure("1200000", "100000"), french, scale)).toBe("millions d’affaires");
  expect(withUnit("1,2", figure("1200000", "100000"), french, scale)).toBe("1,2 million d’affaires");
  expect(withUnit("7,33", figure("7330000", "10000"), french, scale)).toBe("7,33 millions d’affaires");
});

it("a change has its sign, which is the language's own", () => {
  const printed = (value: string, lang = millions) => {
    const result = printChange(rate(value), lang);
    return "text" in result ? result.text : result.problem.rule;
  };
  expect([printed("1.5"), printed("-1.5"), printed("0.0")]).toEqual(["+1.5%", "\u22121.5%", "0.0%"]);
  expect(printed("-1.5", language("en", { grouping: true, minus: "-" }))).toBe("-1.5%");
});
