import type { Stance } from "../../model/reading.ts";
import type { Pair } from "./matching.ts";

/** Words that languages exchange: 以上 is "more than" as often as "at least", 以下 "below" as often as "at most". */
const families: Readonly<Record<Stance, "over" | "under" | "about" | "open">> = {
  "more-than": "over",
  "at-least": "over",
  "less-than": "under",
  nearly: "under",
  "at-most": "under",
  about: "about",
  open: "open",
};

const exactKinds: ReadonlySet<string> = new Set([
  "year",
  "month",
  "day",
  "ordinal",
  "code",
  "period",
  "decade",
  "time",
]);

/**
 * How far two languages differ on whether a number is approximate: "disagree" where one says exactly so much or the
 * bounds lie on two sides, "vary" where both say that it is not exact, one of them without a side (近300, about 300).
 */
export const stancesDisagree = ({ a, b, readingA, readingB, coarser }: Pair): "disagree" | "vary" | undefined => {
  if ([readingA, readingB].some(({ kind }) => exactKinds.has(kind))) return undefined;
  const [one, other] = [a.numeral.stance && families[a.numeral.stance], b.numeral.stance && families[b.numeral.stance]];
  // A bare idle word says nothing; with a bound it does: "nearly half".
  if ([a, b].some(({ numeral }) => numeral.strength === "idle" && numeral.stance === undefined)) return undefined;
  if (one === other || one === "open" || other === "open") return undefined;
  // 10873 is "close to 11,000", and was matched as that.
  if (coarser && (one === undefined || other === undefined)) return undefined;
  if (one === undefined || other === undefined) return "disagree";
  return one === "about" || other === "about" ? "vary" : "disagree";
};
