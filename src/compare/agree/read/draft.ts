import type { Numeral } from "../numeral.ts";
import type { BareNumber } from "./bare.ts";

/** A numeral together with what it was read from. */
export type Draft = {
  readonly numeral: Numeral;
  readonly number?: BareNumber;
  /** It has a unit of its own. */
  readonly unit: boolean;
  /** The unit stands before the number (百分之一至二, $3 to 5 million), so that it holds for what follows. */
  readonly prefixed?: boolean;
};
