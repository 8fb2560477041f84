import type { Line } from "./characters.ts";
import type { Draft } from "./draft.ts";

const roman = /(?<![\p{L}\p{Nd}.&-])(X{0,3})(IX|IV|V?I{0,3})(?![\p{L}\p{Nd}.&])/uy;
const ones: Readonly<Record<string, number>> = {
  "": 0,
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
};

/** A Roman numeral of two letters or more up to XXXIX: "Phase II". It may be an abbreviation and needs no partner. */
export const romanAt = ({ text }: Line, at: number): Draft | undefined => {
  roman.lastIndex = at;
  const [match = "", tens = "", rest = ""] = roman.exec(text) ?? [];
  if (match.length < 2) return undefined;
  const value = String(tens.length * 10 + (ones[rest] ?? 0));
  return {
    numeral: {
      start: at,
      end: at + match.length,
      readings: [{ kind: "ordinal", value }],
      strength: "idle",
      distributive: false,
      digits: 1,
    },
    unit: true,
  };
};
