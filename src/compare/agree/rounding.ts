import type { Numeral, Reading } from "./numeral.ts";

/** Two values are one when nothing but the number of decimals of a conversion lies between them. */
const hair = 1e-6;

/** So many digits a number must have to be called rounded; a single one would be near to anything. */
const leastDigits = 2;

/**
 * How coarsely a number is printed: by its last digit, or by its last that is not zero where it ends in zeros and at
 * least two digits stay.
 */
const coarseness = (value: number, step: number): number => {
  let coarse = step;
  while (value !== 0 && Math.abs((value / (coarse * 10)) % 1) < hair && value / (coarse * 10) >= 10 - hair)
    coarse *= 10;
  return coarse;
};

/** Digits of a value without the zeros around them. */
const digitsOf = (value: number): number =>
  Number(value.toPrecision(12))
    .toString()
    .replace(/e.*$/, "")
    .replace(/\D/g, "")
    .replace(/^0+|0+$/g, "").length;

/** Whether the finer value is what the coarser says: rounded half up, or within the bound that stands beside it. */
const says = (fine: number, coarse: number, step: number, stance: Numeral["stance"]): boolean => {
  const slack = step * hair;
  if (stance === "more-than" || stance === "at-least") return fine >= coarse - slack && fine < coarse + step - slack;
  if (stance === "nearly" || stance === "less-than" || stance === "at-most")
    return fine > coarse - step + slack && fine <= coarse + slack;
  if (stance === "about") return Math.abs(fine - coarse) <= step / 2 + slack;
  return fine >= coarse - step / 2 - slack && fine < coarse + step / 2 - slack;
};

/** "same" where two readings differ by a hair, "coarser" where one is the other in fewer digits. */
export const rounded = (
  a: Numeral,
  b: Numeral,
  readingA: Reading,
  readingB: Reading,
): "same" | "coarser" | undefined => {
  const [one, other] = [Number(readingA.value), Number(readingB.value)];
  if (!(one > 0 && other > 0)) return undefined;
  if (Math.abs(one - other) <= hair * Math.max(one, other)) return "same";
  const stepA = a.step === undefined ? undefined : coarseness(one, a.step);
  const stepB = b.step === undefined ? undefined : coarseness(other, b.step);
  if (stepA === undefined || stepB === undefined || Math.abs(stepA - stepB) <= hair * stepA) return undefined;
  const [fine, coarse, step, by] = stepA < stepB ? [one, other, stepB, b] : [other, one, stepA, a];
  if (digitsOf(fine) <= digitsOf(coarse)) return undefined;
  if (coarse / step < 10 ** (leastDigits - 1) - hair && by.stance === undefined) return undefined;
  return says(fine, coarse, step, by.stance) ? "coarser" : undefined;
};
