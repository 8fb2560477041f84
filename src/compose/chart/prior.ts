import type { Figure, Key } from "../../model/figure.ts";
import { derivePrior, roundedTo } from "../../model/interval.ts";
import type { Operand, Relation } from "../../model/relation.ts";
import type { Cell } from "./cells.ts";
import type { Fault } from "./lookup.ts";

/** What is known of last year's value. */
export type Prior =
  | { readonly status: "stated" | "derived"; readonly figure: Figure }
  | { readonly status: "not-published" };

/** The values that stated changes start from, as the data's relations name them. */
export type Bases = ReadonlyMap<Key, Operand>;
export const basesOf = (relations: readonly Relation[]): Bases =>
  new Map(relations.flatMap((relation) => (relation.kind === "growth" ? [[relation.of.key, relation.base]] : [])));

/**
 * The base of a figure's change as last year's value, with as many digits as the figure itself; a base that is known more
 * coarsely says less than what follows from the change.
 */
const baseOf = (figure: Figure, bases: Bases): Figure | undefined => {
  const base = bases.get(figure.key);
  if (!base || base.value === null || ("approx" in base && base.approx)) return undefined;
  if (Number(base.step) > Number(figure.step)) return undefined;
  const { growth: _, rank: __, prior: ___, ...rest } = figure;
  return { ...rest, ...roundedTo(base.value, figure.step), key: `${figure.key}.prior`, place: base.place };
};

/**
 * Last year's value: as stated, else what the change is known to start from, else as it follows from the change.
 * Reports `growth-impossible` for −100 % and less.
 */
export const priorOf = (cell: Cell, bases: Bases, fault: Fault): Prior => {
  const { figure } = cell;
  if (figure.prior && figure.prior.value !== null) return { status: "stated", figure: figure.prior };
  const base = baseOf(figure, bases);
  if (base) return { status: "stated", figure: base };
  const derived = derivePrior(figure);
  if (derived) return { status: "derived", figure: derived };
  if (figure.value !== null && !figure.approx && figure.growth?.value != null)
    fault(
      "growth-impossible",
      `no earlier value can have changed by ${figure.growth.value.replace("-", "\u2212")}% to ${figure.value}`,
      cell.path,
      {
        related: [{ message: `${figure.growth.key} stands here`, place: figure.growth.place }],
      },
    );
  return { status: "not-published" };
};

/** How a chart speaks of last year's values: all stated, all derived (said once in the legend), or some of each. */
export const priorKind = (priors: Iterable<Prior>): "stated" | "derived" | "mixed" => {
  const known = new Set([...priors].map((prior) => prior.status).filter((status) => status !== "not-published"));
  if (known.size === 2) return "mixed";
  return known.has("derived") ? "derived" : "stated";
};
