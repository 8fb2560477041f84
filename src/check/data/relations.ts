import type { Deviation } from "../../model/deviation.ts";
import type { Figure } from "../../model/figure.ts";
import { quotient } from "../../model/interval.ts";
import { isFigure, type Operand, type Relation, type RelationKind } from "../../model/relation.ts";
import type { RuleName } from "../../model/rules/index.ts";
import { growthFault } from "./growth.ts";
import { Exact, nameOf, overlap, scale, spanOf, spanText, sum } from "./span.ts";
import { unlikeUnits } from "./units.ts";

type Of<K extends RelationKind> = Extract<Relation, { readonly kind: K }>;
type Faults = readonly Deviation[];

/** A contradiction points at the figure that leads the relation; the others and the relation follow. */
const fault = (
  rule: RuleName,
  message: string,
  hint: string,
  operands: readonly Operand[],
  relation: Relation,
): Deviation => {
  const [first, ...rest] = operands.toSorted((a, b) => Number(isFigure(b)) - Number(isFigure(a)));
  return {
    severity: "error",
    rule,
    message,
    place: first?.place ?? relation.place,
    hint,
    related: [
      ...rest.map((operand) => ({ message: nameOf(operand), place: operand.place })),
      { message: "the relation is declared here", place: relation.place },
    ],
    about: operands.map((operand) => (isFigure(operand) ? operand.key : operand.value)).join(", "),
  };
};

const sumFaults = (relation: Of<"sum">): Faults => {
  const { parts, whole } = relation;
  const total = sum(parts.map(spanOf));
  if (overlap(total, spanOf(whole))) return [];
  const message = `${parts.map(nameOf).join(" + ")} is ${spanText(total)}, not ${nameOf(whole)}`;
  return [fault("sum-contradicts", message, "correct a part or the whole", [whole, ...parts], relation)];
};

const hundred = { low: new Exact(100), high: new Exact(100) };
const shareFaults = (relation: Of<"shares">): Faults => {
  const { parts } = relation;
  const total = sum(parts.map(spanOf));
  if (overlap(total, hundred)) return [];
  const message = `${parts.map(nameOf).join(" + ")} is ${spanText(total)} %, not 100 %`;
  return [fault("shares-contradict", message, "correct a share, or state the rest as one", parts, relation)];
};

const ratioFaults = (relation: Of<"ratio">): Faults => {
  const { of, numerator, denominator, per } = relation;
  const ratio = quotient(spanOf(numerator), spanOf(denominator));
  const expected = ratio && scale(ratio, per);
  if (expected && overlap(expected, spanOf(of))) return [];
  const times = per === "1" ? "" : ` × ${per}`;
  const found = expected ? `is ${spanText(expected)}` : "cannot be divided";
  const message = `${nameOf(numerator)} / ${nameOf(denominator)}${times} ${found}, not ${nameOf(of)}`;
  return [
    fault(
      "ratio-contradicts",
      message,
      "correct the ratio or what it is made of",
      [of, numerator, denominator],
      relation,
    ),
  ];
};

/** Pairs of neighbours. */
const pairs = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.slice(1).map((item, index) => [list[index] as T, item] as const);

const orderFaults = (relation: Of<"order">): Faults =>
  pairs(relation.descending).flatMap(([larger, smaller]) => {
    if (spanOf(larger).high.gte(spanOf(smaller).low)) return [];
    const message = `${nameOf(smaller)} is more than ${nameOf(larger)}, of which it is at most all`;
    return [fault("order-contradicts", message, "correct one of the two", [smaller, larger], relation)];
  });

const same = (a: Figure, b: Figure): boolean =>
  new Exact(a.value ?? 0).eq(b.value ?? 0) &&
  a.unit === b.unit &&
  a.approx === b.approx &&
  (a.growth?.value ?? null) === (b.growth?.value ?? null);
const equalFaults = (relation: Of<"equal" | "ranking">): Faults =>
  pairs(relation.figures).flatMap(([a, b]) =>
    same(a, b)
      ? []
      : [
          fault(
            "facts-differ",
            `${nameOf(a)} and ${nameOf(b)} state one fact and differ`,
            "correct one, or print one of them twice",
            [a, b],
            relation,
          ),
        ],
  );

const rankingFaults = (relation: Of<"equal" | "ranking">): Faults => {
  const ranked = relation.figures.filter(({ rank }) => rank?.value != null);
  return ranked.flatMap((a, index) =>
    ranked.slice(index + 1).flatMap((b) => {
      const [rankA, rankB] = [Number(a.rank?.value), Number(b.rank?.value)];
      const [better, worse] = rankA < rankB ? [a, b] : [b, a];
      if (rankA !== rankB && spanOf(better).high.gte(spanOf(worse).low)) return [];
      const message = `${nameOf(better)} has rank ${better.rank?.value}, ${nameOf(worse)} rank ${worse.rank?.value}`;
      return [fault("ranking-contradicts", message, "correct a rank or a value", [better, worse], relation)];
    }),
  );
};

const stockFaults = (relation: Of<"stock">): Faults => {
  const { opening, inflow, closing } = relation;
  const most = sum([spanOf(opening), spanOf(inflow)]);
  if (spanOf(closing).low.lte(most.high)) return [];
  const message = `${nameOf(closing)} at the end is more than ${nameOf(opening)} at the beginning and ${nameOf(inflow)} that came in: ${spanText(most)}`;
  return [fault("stock-contradicts", message, "correct one of the three", [closing, inflow, opening], relation)];
};

const rangeFaults = (relation: Of<"range">): Faults => {
  const { of, from, to } = relation;
  const { low, high } = spanOf(of);
  if (high.gte(spanOf(from).low) && low.lte(spanOf(to).high)) return [];
  const message = `${nameOf(of)} lies outside ${nameOf(from)} to ${nameOf(to)}`;
  return [
    fault(
      "range-contradicts",
      message,
      "correct the value, or its bounds if the world has changed",
      [of, from, to],
      relation,
    ),
  ];
};

const growthFaults = (relation: Of<"growth">): Faults => {
  const found = growthFault(relation.of, relation.base);
  if (!found) return [];
  return [
    {
      ...found,
      related: [...(found.related ?? []), { message: "the relation is declared here", place: relation.place }],
    },
  ];
};

const checks: { readonly [K in RelationKind]: (relation: Of<K>) => Faults } = {
  growth: growthFaults,
  sum: sumFaults,
  shares: shareFaults,
  ratio: ratioFaults,
  order: orderFaults,
  equal: equalFaults,
  ranking: rankingFaults,
  stock: stockFaults,
  range: rangeFaults,
};

const operandsOf = (relation: Relation): readonly Operand[] =>
  Object.values(relation)
    .flat()
    .filter((value): value is Operand => typeof value === "object" && value !== null && "value" in value);

/** The contradictions of one declared relation; none where a figure is not published or has findings of its own. */
export const relationFaults = (relation: Relation): Faults => {
  const known = operandsOf(relation).every(
    (operand) => operand.value !== null && !(isFigure(operand) && operand.faulty),
  );
  if (!known) return [];
  const unlike = unlikeUnits(relation);
  if (!unlike) return (checks[relation.kind] as (relation: Relation) => Faults)(relation);
  const hint = "correct a unit, or name the figures that were meant";
  return [fault("units-contradict", unlike.message, hint, [...new Set(unlike.figures)], relation)];
};
