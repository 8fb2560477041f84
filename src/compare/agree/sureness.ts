import type { Likelihood } from "../../model/finding.ts";
import type { Difference } from "./leftovers.ts";
import type { Pair } from "./matching.ts";
import { neighboursOf } from "./neighbours.ts";
import { printedAt } from "./spots.ts";

export type Sureness = { readonly likelihood: Likelihood; readonly why: string };

/** How sure it is that two numerals stand for each other and differ, and what speaks for it. */
export const surenessOf = ({ a, b, cost }: Difference, pairs: readonly Pair[]): Sureness => {
  const neighbours = neighboursOf(a, b, pairs);
  const words = neighbours.map((pair) => `"${printedAt(pair.a)}"`).join(" and ");
  const beside = neighbours.length === 0 ? "" : `${words} beside it ${neighbours.length === 1 ? "agrees" : "agree"}`;
  const idle = [a, b].some(({ numeral }) => numeral.strength === "idle");
  const points = (neighbours.length > 0 || pairs.length === 0 ? 1 : 0) + (cost <= 0.55 ? 1 : 0) - (idle ? 1 : 0);
  const likelihood = points >= 2 ? "sure" : points === 1 ? "likely" : "possible";
  return { likelihood, why: beside === "" ? "nothing beside it agrees" : beside };
};
