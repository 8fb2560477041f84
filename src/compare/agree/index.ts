import type { Deviate } from "../../model/deviation.ts";
import type { FinishedText } from "../../model/finished.ts";
import type { Language } from "../../model/language.ts";
import { align, type Unit } from "./alignment.ts";
import { directionsDisagree } from "./directions.ts";
import {
  approximationDisagreement,
  type Context,
  directionDisagreement,
  disagreement,
  lone,
  swap,
  unitDisagreement,
} from "./findings.ts";
import { judge } from "./leftovers.ts";
import { match, unitsDiffer } from "./matching.ts";
import { takeMoved } from "./moved.ts";
import { type Nearby, nearbyOf } from "./nearby.ts";
import { readSide, type Side } from "./passages.ts";
import { withScales } from "./scaled.ts";
import { type Spot, spotsOf } from "./spots.ts";
import { stancesDisagree } from "./stances.ts";
import { swapsOf } from "./swaps.ts";

export { languageOfDocument, splitByLanguage } from "./scripts.ts";

/** The head of the chapter in which each unit stands, as the first document prints it. */
const headsOf = (units: readonly Unit[]): readonly (string | undefined)[] => {
  let under: string | undefined;
  return units.map(({ a }) => {
    const head = a.find((passage) => passage.head !== undefined);
    if (head) under = head.block.text;
    return under;
  });
};

/** What the comparison looked at. */
export type Agreement = {
  /** Passages of both documents that were set against each other. */
  readonly units: number;
  /** Numerals that were found to say the same. */
  readonly agreed: number;
};

/** Spots of one passage together, so that a passage without counterpart is one finding. */
const byPassage = (spots: readonly Spot[]): readonly (readonly [Spot, ...Spot[]])[] => {
  const groups: [Spot, ...Spot[]][] = [];
  for (const spot of spots) {
    const last = groups.at(-1);
    if (last && last[0].passage === spot.passage) last.push(spot);
    else groups.push([spot]);
  }
  return groups;
};

type Finished = { readonly text: FinishedText; readonly language: Language };

const sideOf = ({ text, language }: Finished): Side => {
  const side = readSide(text, language);
  return { ...side, passages: withScales(side.passages) };
};

/**
 * Compares two finished texts, in two languages or in one: aligns what says the same and sets the numerals of both
 * against one another, whatever their notation.
 *
 * Reports `figures-disagree`, `figure-without-counterpart`, `unit-disagrees`, `approximation-disagrees`,
 * `direction-disagrees` and `figures-swapped`.
 */
export const agree = (first: Finished, second: Finished, deviate: Deviate): Agreement => {
  const [a, b] = [sideOf(first), sideOf(second)];
  const units = align(a, b);
  const matched = takeMoved(units.map((unit) => match(spotsOf(unit.a), spotsOf(unit.b))));
  const nearby = nearbyOf(units);
  const heads = headsOf(units);
  for (const [index, unit] of matched.entries()) {
    const context: Context = { a, b, under: heads[index] };
    const { differences, loneA, loneB } = judge(unit, nearby[index] as Nearby);
    for (const difference of differences) deviate(disagreement(context, difference));
    for (const spots of byPassage(loneA)) deviate(lone(context, "a", spots));
    for (const spots of byPassage(loneB)) deviate(lone(context, "b", spots));
    for (const pair of unit.pairs) {
      if (unitsDiffer(pair)) deviate(unitDisagreement(context, pair));
      const words = directionsDisagree(pair, [a.language, b.language]);
      if (words) deviate(directionDisagreement(context, pair, words));
      if (stancesDisagree(pair)) deviate(approximationDisagreement(context, pair));
    }
    for (const [x, y] of swapsOf(unit.pairs)) deviate(swap(context, x, y));
  }
  return { units: units.length, agreed: matched.reduce((sum, { pairs }) => sum + pairs.length, 0) };
};
