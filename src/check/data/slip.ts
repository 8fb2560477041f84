import type { Operand } from "../../model/relation.ts";

/** Below this, numbers change by powers of ten without anybody's slip: 1 case last year, 12 this year. */
const noticeable = 1000;

/**
 * The power of ten by which two numbers differ, where they differ by about one: 4 for 万 written for 1, 8 for 亿.
 */
export const slipOf = (value: Operand, base: Operand): number | undefined => {
  const [a, b] = [Number(value.value), Number(base.value)];
  if (!(a > 0 && b > 0) || Math.max(a, b) < noticeable) return undefined;
  const power = Math.log10(a / b);
  return Math.abs(power) >= 0.9 ? Math.round(power) : undefined;
};

export const slipText = (power: number): string =>
  power > 0 ? `about 10^${power} times as much` : `about a 10^${-power}th`;
