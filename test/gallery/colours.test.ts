import { beforeAll, describe, expect, it } from "vitest";
import type { Style } from "../../src/model/style.ts";
import { readSource } from "../../src/read/index.ts";
import { difference, inks, lab, linear, ratio, seen } from "./colour.ts";
import { visions } from "./vision.ts";

let style: Style;
beforeAll(async () => {
  const source = await readSource(".", "2019", () => {});
  if (!source) throw new Error("the publication cannot be read");
  style = source.style;
});

const asPrinted = { name: "as it is", matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1] };
type Rgb = ReturnType<typeof linear>;

describe.each(["on a screen", "on paper"])("the colours of charts %s", (where) => {
  const colour = (name: string): Rgb => {
    const token = style.colours[name];
    if (!token) throw new Error(`there is no colour ${name}`);
    return where === "on paper" ? inks(token) : linear(token.rgb);
  };
  const role = (name: "current" | "prior" | "change" | "text" | "muted"): Rgb => colour(style.chart.colours[name]);
  const named = (): readonly (readonly [string, Rgb])[] =>
    style.chart.colours.series.map((name) => [name, colour(name)] as const);

  it("let words be read: 4.5 on the paper and inside bars (WCAG 2.2, 1.4.3)", () => {
    for (const name of ["text", "muted", "change"] as const)
      expect(ratio(role(name), colour("paper")), name).toBeGreaterThanOrEqual(4.5);
    expect(ratio(colour("paper"), role("current"))).toBeGreaterThanOrEqual(4.5);
    // Every series carries either light or dark words.
    for (const [name, ground] of named())
      expect(Math.max(ratio(colour("paper"), ground), ratio(role("text"), ground)), name).toBeGreaterThanOrEqual(4.5);
  });

  it("let marks be seen: 3 on the paper, or outlined by a colour that has it (WCAG 2.2, 1.4.11)", () => {
    expect(ratio(role("current"), colour("paper"))).toBeGreaterThanOrEqual(3);
    expect(ratio(role("prior"), role("current"))).toBeGreaterThanOrEqual(3);
    for (const [name, ground] of named())
      if (name !== style.chart.colours.prior) expect(ratio(ground, colour("paper")), name).toBeGreaterThanOrEqual(3);
  });

  it.each([asPrinted, ...visions])("are told apart: $name", ({ matrix }) => {
    const [light] = lab(seen(role("prior"), matrix));
    const [dark] = lab(seen(role("current"), matrix));
    expect(light - dark).toBeGreaterThanOrEqual(30);
    for (const [one, a] of named())
      for (const [other, b] of named())
        if (one < other)
          expect(difference(seen(a, matrix), seen(b, matrix)), `${one} and ${other}`).toBeGreaterThanOrEqual(8);
  });
});

it("the inks of a chart colour look like its colour on a screen, and are not more than the paper takes", () => {
  const { series, current, prior, change } = style.chart.colours;
  for (const name of new Set([...series, current, prior, change])) {
    const token = style.colours[name];
    if (!token) throw new Error(`there is no colour ${name}`);
    expect(difference(inks(token), linear(token.rgb)), name).toBeLessThan(8);
    expect(
      token.cmyk.reduce((sum, ink) => sum + ink, 0),
      name,
    ).toBeLessThanOrEqual(300);
  }
});
