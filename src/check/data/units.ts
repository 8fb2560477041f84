import type { Figure } from "../../model/figure.ts";
import { isFigure, type Operand, type Relation } from "../../model/relation.ts";

/** What the figures of a relation must have in common for it to mean anything: [what, of which figures]. */
const demandOf = (relation: Relation): readonly ["unit" | "kind", readonly Operand[]] | undefined => {
  switch (relation.kind) {
    case "growth":
      return ["unit", [relation.of, relation.base]];
    case "sum":
      return ["unit", [relation.whole, ...relation.parts]];
    case "stock":
      return ["unit", [relation.closing, relation.opening, relation.inflow]];
    case "range":
      return ["unit", [relation.of, relation.from, relation.to]];
    case "ranking":
      return ["unit", relation.figures];
    // Every case has at least one person: what is ordered may be counted in different things, but not in money and things.
    case "order":
      return ["kind", relation.descending];
    // Shares and ratios state their own units; equal figures are compared with their units.
    case "shares":
    case "ratio":
    case "equal":
      return undefined;
  }
};

/** The first two figures of a relation that are not counted alike, and what makes them so. */
export const unlikeUnits = (
  relation: Relation,
): { readonly figures: readonly [Figure, Figure]; readonly message: string } | undefined => {
  const demand = demandOf(relation);
  if (demand) {
    const [what, operands] = demand;
    const [first, ...rest] = operands.filter(isFigure);
    const other = rest.find((figure) => figure[what] !== first?.[what]);
    if (!first || !other) return undefined;
    return {
      figures: [first, other],
      message: `${first.key} counts ${first.unit}, ${other.key} ${other.unit}: "${relation.kind}" needs one ${what} for both`,
    };
  }
  if (relation.kind === "shares") {
    const other = relation.parts.filter(isFigure).find(({ kind }) => kind !== "percent");
    return (
      other && { figures: [other, other], message: `${other.key} counts ${other.unit} and is no share in percent` }
    );
  }
  if (relation.kind === "ratio" && (relation.of.kind === "percent") !== (relation.per === "100")) {
    const { of } = relation;
    const message =
      of.kind === "percent"
        ? `${of.key} is in percent, so the ratio is per 100, not per ${relation.per}`
        : `a ratio per 100 is a percentage, but ${of.key} counts ${of.unit}`;
    return { figures: [of, of], message };
  }
  return undefined;
};
