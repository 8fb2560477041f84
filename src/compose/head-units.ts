import Big from "big.js";
import type { PhrasingContent, TableCell } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import type { Value } from "../model/document.ts";
import type { Figure } from "../model/figure.ts";
import type { Language } from "../model/language.ts";
import type { Printing } from "../template/rope.ts";
import { type ColumnScale, columnUnit, inFull, printInColumn } from "./column.ts";
import type { Problem } from "./numeral.ts";
import { printFigure } from "./quantity.ts";

/** The unit that the head of a column names as `:unit[万件]`, which its numbers then leave out. */
export const headUnit = (cell: TableCell | undefined): string | undefined => {
  const search = (nodes: readonly PhrasingContent[]): TextDirective | undefined => {
    for (const node of nodes) {
      if (node.type === "textDirective" && node.name === "unit") return node;
      const inner = "children" in node ? search(node.children as readonly PhrasingContent[]) : undefined;
      if (inner) return inner;
    }
    return undefined;
  };
  const named = search(cell?.children ?? []);
  return named?.children.map((child) => (child.type === "text" ? child.value : "")).join("");
};

/** Whether a figure is a percentage whose sign the language adds by itself. */
const isPercent = (figure: Figure, language: Language): boolean =>
  figure.kind === "percent" && language.units[figure.unit] === undefined;

/** The scale in which a figure's numbers stand under a head that names a unit; nothing where they cannot. */
const scaleUnder = (unit: string, figure: Figure, language: Language): ColumnScale | undefined => {
  if (isPercent(figure, language)) return unit === "%" ? inFull : undefined;
  const own = language.units[figure.unit];
  const counters = own
    ? [own.counter, ...own.also].flatMap((one) => (typeof one === "string" ? one : Object.values(one)))
    : [];
  if (counters.some((counter) => counter.replace("{n}", "").trim() === unit)) return inFull;
  return language.numbers.scales.find((scale) => columnUnit(figure, language, scale) === unit);
};

/**
 * A number as it stands under a head that names its unit: 17.36 under 万件, 23580 under 件. A head that names another unit
 * would make it another number. Gives the problem `wrong-head-unit`.
 */
export const printUnder = (
  unit: string,
  value: Value,
  { figure, options }: Printing,
  language: Language,
): { readonly value: Value } | { readonly problem: Problem } => {
  const scale = scaleUnder(unit, figure, language);
  if (!scale) {
    const counts = isPercent(figure, language) ? "%" : columnUnit(figure, language, inFull) || figure.unit;
    return {
      problem: {
        rule: "wrong-head-unit",
        message: `the head of the column says "${unit}", but ${figure.key} counts ${counts}`,
        hint: `name one unit for the whole column, with its scale word where the numbers have one: :unit[${counts}]`,
      },
    };
  }
  const bare = { ...options, counter: "" };
  const signless = options.sign === "said" && figure.value !== null ? new Big(figure.value).abs().toFixed() : undefined;
  const inColumn = scale.from !== 1 || isPercent(figure, language);
  const printed = inColumn
    ? printInColumn(signless === undefined ? figure : { ...figure, value: signless }, language, scale, {
        approx: options.approx,
        percent: false,
      })
    : printFigure(figure, language, bare);
  if ("problem" in printed) return printed;
  const said = [...(value.said ?? []), ...(scale.from === 1 ? [] : ["scale" as const])];
  return { value: { ...value, ...(said.length > 0 && { said }), text: printed.text } };
};
