import type { Figure } from "../../model/figure.ts";
import { derivePrior } from "../../model/interval.ts";
import type { Cell } from "./cells.ts";
import type { Fault } from "./lookup.ts";

/** What is known of last year's value. */
export type Prior =
  | { readonly status: "stated" | "derived"; readonly figure: Figure }
  | { readonly status: "not-published" };

/** Last year's value as stated, else as it follows from the change. Reports `growth-impossible` for −100 % and less. */
export const priorOf = (cell: Cell, fault: Fault): Prior => {
  const { figure } = cell;
  if (figure.prior && figure.prior.value !== null) return { status: "stated", figure: figure.prior };
  const derived = derivePrior(figure);
  if (derived) return { status: "derived", figure: derived };
  if (figure.value !== null && !figure.approx && figure.growth?.value != null)
    fault(
      "growth-impossible",
      `no earlier value can have changed by ${figure.growth.value}% to ${figure.value}`,
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
