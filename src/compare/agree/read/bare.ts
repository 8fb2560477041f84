import type Big from "big.js";
import type { Stance } from "../../../model/reading.ts";

/** A number with its scale words, without what stands around it. */
export type BareNumber = {
  readonly end: number;
  readonly value: Big;
  /** Before the scale words were applied. */
  readonly mantissa: Big;
  readonly form: "digits" | "words" | "ordinal" | "scale";
  /** Significant digits as printed. */
  readonly digits: number;
  /** How far apart two numbers of this form are, in base units: 100 for 2585.23万. */
  readonly step: number;
  /** Four digits without grouping or decimals. */
  readonly period: boolean;
  readonly scale: number;
  /** In words that a rule set made, not in one of the words that a language lists apart. */
  readonly spelt: boolean;
  /** Said inside the number: 20余万. */
  readonly stance?: Stance;
};
