import { numbersIn, type Passage } from "../passages.ts";
import { checkApproximations } from "./approximation.ts";
import { checkCounters } from "./counter.ts";
import { checkDirections } from "./direction.ts";
import { checkFirst } from "./first.ts";
import { checkNouns } from "./noun.ts";
import { checkParts } from "./part.ts";
import { checkPrinted } from "./printed.ts";
import type { Reading } from "./reading.ts";
import { checkRespectively } from "./respectively.ts";
import { checkTyped } from "./typed.ts";

const checks: readonly ((reading: Reading) => void)[] = [
  checkTyped,
  checkDirections,
  checkParts,
  checkRespectively,
  checkApproximations,
  checkCounters,
  checkNouns,
  checkFirst,
  checkPrinted,
];

/**
 * Reads a document sentence by sentence and compares what its words claim with what the data says. The words come from
 * the language file, so a language without `claims` is only searched for typed numerals in digits.
 */
export const checkProse = (passages: readonly Passage[], context: Omit<Reading, "passage" | "numbers">): void => {
  for (const passage of passages) {
    const numbers = numbersIn(passage, context.figures);
    for (const check of passage.isTorn ? [checkTyped] : checks) check({ ...context, passage, numbers });
  }
};
