import { contrast, isLarge, leastForLargeText, leastForMarks, leastForText, lightness } from "../model/contrast.ts";
import type { Report } from "../model/finding.ts";
import { headFor, paperOf, type Style, type TypeName, type TypeStyle, typeFor } from "../model/style.ts";
import type { Located, Path } from "./yaml.ts";

/** A colour by its token, and where the style names it. */
type Named = { readonly token: string; readonly path: Path };
/** Two colours of which one is seen on the other. */
type Pair = { readonly front: Named; readonly ground: string; readonly least: number; readonly what: string };

/** Two colours of series nearer than this in lightness are one in grey, and to some readers. */
const leastApart = 10;

/** Where a type style takes its colour from: its script's own, else the common one. */
const colourOf = (style: Style, name: TypeName, script: string): Named => {
  const own = style.scripts[script]?.[name]?.colour;
  return {
    token: own ?? style.type[name].colour,
    path: own ? ["scripts", script, name, "colour"] : ["type", name, "colour"],
  };
};
const headColourOf = (style: Style, index: number, script: string): Named => {
  const own = style.scripts[script]?.heads?.[index]?.colour;
  const { colour } = style.type.heads[index] as TypeStyle;
  return {
    token: own ?? colour,
    path: own ? ["scripts", script, "heads", index, "colour"] : ["type", "heads", index, "colour"],
  };
};

const needs = (type: TypeStyle): number => (isLarge(type) ? leastForLargeText : leastForText);

/** Types whose colour is that of the imprint of the page that they stand on. */
const imprints = { subtitle: "cover", closing: "closing" } as const;

/** What words stand on, by script. */
const textPairs = (style: Style, script: string): readonly Pair[] => {
  const rgb = (token: string): string => style.colours[token]?.rgb ?? "#000000";
  const paper = paperOf(style);
  const names = Object.keys(style.type).filter((name) => name !== "heads") as TypeName[];
  const texts = names.flatMap((name): readonly Pair[] => {
    const type = typeFor(style, name, script);
    const front = colourOf(style, name, script);
    const on = (ground: string, own = front): Pair => ({
      front: own,
      ground,
      least: needs(type),
      what: `text (${name})`,
    });
    const cover = rgb(style.cover.colours.ground);
    switch (name) {
      case "title":
        return [on(cover)];
      case "partTitle":
        return [on(cover), on(paper)];
      case "subtitle":
      case "closing": {
        const page = imprints[name];
        const { imprint, panel, ground } = style[page].colours;
        return [on(rgb(page === "cover" ? panel : ground), { token: imprint, path: [page, "colours", "imprint"] })];
      }
      default:
        return [on(paper)];
    }
  });
  const heads = style.type.heads.map((_, index): Pair => {
    const type = headFor(style, index + 1, script);
    return {
      front: headColourOf(style, index, script),
      ground: paper,
      least: needs(type),
      what: `heads of level ${index + 1}`,
    };
  });
  return [...texts, ...heads];
};

/** What the words and the marks of charts stand on. A year before is drawn with the outline of the current one. */
const chartPairs = (style: Style): readonly Pair[] => {
  const paper = paperOf(style);
  const { current, prior, series, ...words } = style.chart.colours;
  const at = (name: string): Path => ["chart", "colours", name];
  const texts = Object.entries(words).map(
    ([name, token]): Pair => ({
      front: { token, path: at(name) },
      ground: paper,
      least: leastForText,
      what: "words of charts",
    }),
  );
  const marks = [
    { token: current, path: at("current") },
    ...series.flatMap((token, index): readonly Named[] =>
      token === prior ? [] : [{ token, path: [...at("series"), index] }],
    ),
  ];
  return [
    ...texts,
    ...marks.map((front): Pair => ({ front, ground: paper, least: leastForMarks, what: "marks of charts" })),
    {
      front: { token: prior, path: at("prior") },
      ground: style.colours[current]?.rgb ?? "#000000",
      least: leastForMarks,
      what: "marks of the year before beside those of the year",
    },
  ];
};

/**
 * Whether words and charts stand out on a screen (WCAG 2.2, AA), and series are told apart without their hues. Reports
 * `faint-colour` and `colour-alone` at the token's place.
 */
export const checkContrast = (style: Style, located: Located, report: Report): void => {
  const scripts = ["", ...Object.keys(style.scripts)];
  const pairs = [...scripts.flatMap((script) => textPairs(style, script)), ...chartPairs(style)];
  const seen = new Set<string>();
  for (const { front, ground, least, what } of pairs) {
    const rgb = style.colours[front.token]?.rgb;
    const ratio = rgb === undefined ? least : contrast(rgb, ground);
    const key = `${front.path.join()} ${ground}`;
    if (ratio >= least || seen.has(key)) continue;
    seen.add(key);
    report({
      severity: "error",
      rule: "faint-colour",
      message: `the colour "${front.token}" (${rgb}) has a contrast of ${ratio.toFixed(1)} on ${ground}; ${least} is the least for ${what}`,
      place: located.place(front.path),
      hint: "take a colour that is darker on light grounds, lighter on dark ones; WCAG 2.2, AA, asks for it on screens",
    });
  }
  const { series } = style.chart.colours;
  for (const [index, one] of series.entries())
    for (const other of series.slice(0, index)) {
      const [a, b] = [style.colours[one]?.rgb, style.colours[other]?.rgb];
      if (a === undefined || b === undefined || Math.abs(lightness(a) - lightness(b)) >= leastApart) continue;
      report({
        severity: "error",
        rule: "colour-alone",
        message: `the colours "${other}" and "${one}" of series are told apart by their hue alone: lightness ${lightness(b).toFixed(0)} and ${lightness(a).toFixed(0)}`,
        place: located.place(["chart", "colours", "series", index]),
        hint: `make them differ by ${leastApart} at least, so that they do in grey and to readers who do not see the hue`,
      });
    }
};
