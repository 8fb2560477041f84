import { hopeless } from "./elastic.ts";

/** What a line could not avoid. */
export type LineFault =
  /** Too long for its column. */
  | "overfull-line"
  /** A word longer than its line, divided where no rule divides it. */
  | "forced-division"
  /** Spaces that show. */
  | "loose-line"
  /** A number parted from its sign, its counter or itself; a mark of two characters torn. */
  | "torn-number"
  /** A line that begins or ends with a mark that may not. */
  | "forbidden-start"
  | "forbidden-end"
  /** The third or a later line in a row that ends with a hyphen. */
  | "hyphen-ladder"
  /** A Han character or a short word alone. */
  | "short-last-line"
  | "river";

/** The widest spaces of a line that was stretched, in em: between words, and between Han characters. */
export type Spacing = { readonly word: number; readonly square: number };

/**
 * The widest that pass: half an em between words (JLREQ 3.8.4; a typesetter's "en"), a fifth between Han characters
 * (JLREQ allows a quarter).
 */
const widest: Spacing = { word: 0.5, square: 0.2 };

const epsilon = 1e-3;

/** The faults of a line by itself. `forced`: it ends inside a word, where no rule divides it; what else is wrong follows. */
export const ownFaults = (ratio: number, spacing: Spacing, forced: boolean): readonly LineFault[] => {
  if (ratio < -1 - epsilon) return ["overfull-line"];
  if (forced) return ["forced-division"];
  if (ratio >= hopeless) return ["loose-line"];
  return spacing.word > widest.word + epsilon || spacing.square > widest.square + epsilon ? ["loose-line"] : [];
};
