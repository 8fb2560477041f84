import type { LineRules } from "../model/line-rules.ts";
import { type Marks, marksOf } from "./marks.ts";

/** A language's line rules, ready for use. */
export type Rules = {
  readonly marks: Marks;
  /** The language lists what begins no line; otherwise UAX #14 knows. */
  readonly listed: boolean;
  readonly unbroken: readonly RegExp[];
  readonly compression: LineRules["compression"];
  /** Between Han characters and western letters, in em. */
  readonly gap: number;
  /** Space that a mark asks before and after itself, in em, by character. */
  readonly spaceBefore: ReadonlyMap<string, number>;
  readonly spaceAfter: ReadonlyMap<string, number>;
};

const byCharacter = (widths: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(widths).flatMap(([characters, width]) => [...characters].map((one) => [one, width] as const)));

export const rulesOf = (rules: LineRules): Rules => ({
  marks: marksOf(rules),
  listed: rules.notAtStart !== "",
  unbroken: rules.unbroken.map((pattern) => new RegExp(pattern, "gu")),
  compression: rules.compression,
  gap: rules.gap,
  spaceBefore: byCharacter(rules.spaceBefore),
  spaceAfter: byCharacter(rules.spaceAfter),
});
