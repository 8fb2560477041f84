import { bagOf } from "../bag.ts";
import { sentenceOf } from "../passages.ts";
import { type Spot, spotsOf } from "../spots.ts";
import type { Unit } from "./index.ts";
import { alignRun, type Bead, type Row, ratioOf } from "./run.ts";

/** The numerals of one sentence. */
type Sentence = { readonly spots: readonly Spot[] };

const rowsOf = (spots: readonly Spot[], passages: Unit["a"]): readonly Row<Sentence>[] =>
  passages.flatMap((passage) => {
    const ends = passage.sentenceEnds;
    return ends.map((end, index): Row<Sentence> => {
      const own = spots.filter((spot) => spot.passage === passage && sentenceOf(passage, spot.numeral.start) === index);
      return {
        item: { spots: own },
        bag: bagOf(own.map(({ numeral }) => numeral)),
        length: end - (ends[index - 1] ?? 0),
        joinable: true,
        sort: "sentence",
      };
    });
  });

/** Which sentences of a unit say the same: the numerals of each, in the order of the first text. */
export const sentencesOf = (unit: Unit): readonly Bead<Spot>[] => {
  const [a, b] = [spotsOf(unit.a), spotsOf(unit.b)];
  const [left, right] = [rowsOf(a, unit.a), rowsOf(b, unit.b)];
  if (left.length <= 1 && right.length <= 1) return [{ a, b }];
  return alignRun(left, right, ratioOf(left, right)).map((bead) => ({
    a: bead.a.flatMap(({ spots }) => spots),
    b: bead.b.flatMap(({ spots }) => spots),
  }));
};
