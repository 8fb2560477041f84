import type { Stance } from "../../model/reading.ts";
import type { Pair } from "./matching.ts";

/** Words that languages exchange: 以上 is "more than" as often as "at least". */
const families: Readonly<Record<Stance, string>> = {
  "more-than": "over",
  "at-least": "over",
  nearly: "under",
  "at-most": "limit",
  about: "about",
};

/** Whether one language calls a number approximate and the other exact, or one says "more than" and the other "nearly". */
export const stancesDisagree = ({ a, b, readingA }: Pair): boolean => {
  if (["year", "month", "day", "ordinal", "code"].includes(readingA.kind)) return false;
  const [one, other] = [a.numeral.stance, b.numeral.stance];
  if (a.numeral.strength === "idle" || b.numeral.strength === "idle") return false;
  return (one && families[one]) !== (other && families[other]);
};
