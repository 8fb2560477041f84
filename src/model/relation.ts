import { z } from "zod";
import type { Decimal, Figure, Key } from "./figure.ts";
import { text } from "./names.ts";
import type { Place } from "./place.ts";

/**
 * What figures have to do with one another, as the data file declares it under `relations`. An operand is a figure by its
 * key, or a number from elsewhere that names its source.
 */

const constantSchema = z.strictObject({
  value: z.number(),
  step: z
    .number()
    .positive()
    .optional()
    .describe("Step of the last stated digit; that of the value as written when left out"),
  source: text.describe("Who states it, and where"),
});
const key = text.describe("A figure's key");
const operand = z.union([key, constantSchema], { error: "a figure's key, or { value: …, source: … }" });
const keys = z.array(key).min(2);

/** `note` says what a reader of the data should know about a relation. */
const note = text.optional();

/** Schemas by kind; each field that is a key, an operand or a list of keys is resolved by its name. */
export const relationSchemas = {
  /** The change of `of` on `base`, in percent, is the stated growth of `of`. */
  growth: z.strictObject({ kind: z.literal("growth"), of: key, base: operand, note }),
  /** The parts sum to the whole. */
  sum: z.strictObject({ kind: z.literal("sum"), parts: keys, whole: operand, note }),
  /** The parts, in percent, sum to 100. */
  shares: z.strictObject({ kind: z.literal("shares"), parts: keys, note }),
  /** `of` is numerator / denominator × per: a share in percent (per 100), a rate per 10,000 residents. */
  ratio: z.strictObject({
    kind: z.literal("ratio"),
    of: key,
    numerator: operand,
    denominator: operand,
    per: z.number().positive().default(1),
    note,
  }),
  /** Each is at least as large as the next: a whole and its part, a stock and its inflow. */
  order: z.strictObject({ kind: z.literal("order"), descending: z.array(operand).min(2), note }),
  /** One fact that stands twice. */
  equal: z.strictObject({ kind: z.literal("equal"), figures: keys, note }),
  /** Figures of one order: the larger has the better rank. */
  ranking: z.strictObject({ kind: z.literal("ranking"), figures: keys, note }),
  /** What is there at the end is at most what was there at the beginning and what came in. */
  stock: z.strictObject({ kind: z.literal("stock"), opening: operand, inflow: operand, closing: operand, note }),
  /** Plausible bounds of a figure that nothing else checks. */
  range: z.strictObject({ kind: z.literal("range"), of: key, from: operand, to: operand, note }),
} as const;
export type RelationKind = keyof typeof relationSchemas;
export const relationKinds = Object.keys(relationSchemas) as readonly RelationKind[];
export const relationSchema = z.discriminatedUnion("kind", Object.values(relationSchemas) as never);

/** A number that a relation brings along. */
export type Constant = {
  readonly value: Decimal;
  readonly step: Decimal;
  readonly source: string;
  readonly place: Place;
};
export type Operand = Figure | Constant;
export const isFigure = (operand: Operand): operand is Figure => "key" in operand;

/** A relation whose operands are found; lists keep their order. `place` is that of its entry. */
export type Relation = { readonly place: Place } & (
  | { readonly kind: "growth"; readonly of: Figure; readonly base: Operand }
  | { readonly kind: "sum"; readonly parts: readonly Operand[]; readonly whole: Operand }
  | { readonly kind: "shares"; readonly parts: readonly Operand[] }
  | {
      readonly kind: "ratio";
      readonly of: Figure;
      readonly numerator: Operand;
      readonly denominator: Operand;
      readonly per: Decimal;
    }
  | { readonly kind: "order"; readonly descending: readonly Operand[] }
  | { readonly kind: "equal" | "ranking"; readonly figures: readonly Figure[] }
  | { readonly kind: "stock"; readonly opening: Operand; readonly inflow: Operand; readonly closing: Operand }
  | { readonly kind: "range"; readonly of: Figure; readonly from: Operand; readonly to: Operand }
);
export type { Key };
