import type { Deviate } from "../../model/deviation.ts";
import type { FinishedText } from "../../model/finished.ts";
import type { Language } from "../../model/language.ts";
import { align, type Unit } from "./alignment/index.ts";
import { sentencesOf } from "./alignment/sentences.ts";
import { placeCurrencyOf } from "./currency.ts";
import { opposedIn } from "./directions.ts";
import {
  approximationDisagreement,
  type Context,
  directionDisagreement,
  disagreement,
  lone,
  placeCurrency,
  repeatedUnit,
  roundings,
  swap,
  unitDisagreement,
} from "./findings.ts";
import { impliedIn } from "./implied.ts";
import { judge } from "./leftovers.ts";
import { type Matched, match, type Pair, unitsDiffer } from "./matching.ts";
import { type Placed, takeMoved } from "./moved.ts";
import { type Nearby, nearbyOf } from "./nearby.ts";
import { readSide, type Side } from "./passages.ts";
import { withScales } from "./scaled.ts";
import { type Spot, spotsOf } from "./spots.ts";
import { stancesDisagree } from "./stances.ts";
import { surenessOf } from "./sureness.ts";
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
 * The numerals of a unit, matched sentence by sentence, and then what is left of them across its sentences; `beadOf` is
 * told in which sentences each of them stands.
 */
const matchUnit = (unit: Unit, oneLanguage: boolean, beadOf: Map<Spot, number>): readonly Matched[] => {
  const parts = sentencesOf(unit).map(({ a, b }) => {
    const bead = beadOf.size;
    for (const spot of [...a, ...b]) beadOf.set(spot, bead);
    return match(a, b, oneLanguage);
  });
  if (parts.length === 1) return parts;
  const rest = (side: "restA" | "restB"): readonly Spot[] => parts.flatMap((part) => part[side]);
  const across = match(rest("restA"), rest("restB"), oneLanguage).pairs;
  const taken = new Set(across.flatMap(({ a, b }) => [a, b]));
  const free = (spots: readonly Spot[]): readonly Spot[] => spots.filter((spot) => !taken.has(spot));
  const left = parts.map(({ pairs, restA, restB }) => ({ pairs, restA: free(restA), restB: free(restB) }));
  return across.length > 0 ? [...left, { pairs: across, restA: [], restB: [] }] : left;
};

/**
 * Compares two finished texts, in two languages or in one: aligns what says the same and sets the numerals of both
 * against one another, whatever their notation.
 *
 * Reports `figures-disagree`, `figure-without-counterpart`, `unit-disagrees`, `approximation-disagrees`,
 * `direction-disagrees`, `figures-swapped`, `unit-repeated`, and once for all places of one cause `currency-of-place` and
 * `figures-rounded`.
 */
export const agree = (first: Finished, second: Finished, deviate: Deviate): Agreement => {
  const [a, b] = [sideOf(first), sideOf(second)];
  const languages = [a.language, b.language] as const;
  const oneLanguage = a.language === b.language;
  const units = align(a, b);
  const beadOf = new Map<Spot, number>();
  const placed = units.flatMap((unit, index) =>
    matchUnit(unit, oneLanguage, beadOf).map((matched): Placed => ({ matched, unit: index })),
  );
  const matched = takeMoved(placed);
  const nearby = nearbyOf(units);
  const heads = headsOf(units);
  const all = matched.flatMap(({ pairs }) => pairs);
  const currency = placeCurrencyOf(all, languages);
  const explained = new Set<Pair>(currency?.pairs ?? []);
  const parts = units.map((): Matched[] => []);
  for (const [index, { unit }] of placed.entries()) parts[unit]?.push(matched[index] as Matched);
  for (const [index, unit] of units.entries()) {
    const context: Context = { a, b, under: heads[index] };
    const own = parts[index] as readonly Matched[];
    const pairs = own.flatMap((part) => part.pairs);
    const { differences, loneA, loneB, alone } = judge(own, nearby[index] as Nearby);
    for (const difference of differences) deviate(disagreement(context, difference, surenessOf(difference, pairs)));
    const implied = impliedIn(unit, languages);
    const missing = (spots: readonly Spot[]): boolean => spots.filter((spot) => alone.has(spot)).length > 1;
    for (const spots of byPassage(loneA)) deviate(lone(context, "a", spots, implied("a"), missing(spots)));
    for (const spots of byPassage(loneB)) deviate(lone(context, "b", spots, implied("b"), missing(spots)));
    for (const pair of pairs) {
      if (unitsDiffer(pair) && !explained.has(pair)) deviate(unitDisagreement(context, pair));
      const how = stancesDisagree(pair);
      if (how && !(pair.coarser && how === "vary")) deviate(approximationDisagreement(context, pair, how));
    }
    for (const opposed of opposedIn(pairs, languages)) deviate(directionDisagreement(context, opposed));
    for (const { x, y, sure } of swapsOf(pairs, beadOf, languages)) deviate(swap(context, x, y, sure));
  }
  const whole: Context = { a, b, under: undefined };
  for (const side of [a, b])
    for (const spot of spotsOf(side.passages)) if (spot.numeral.doubled) deviate(repeatedUnit(whole, side, spot));
  if (currency) deviate(placeCurrency(whole, currency));
  const coarser = all.filter((pair) => pair.coarser);
  if (coarser.length > 0) deviate(roundings(whole, coarser));
  return { units: units.length, agreed: all.length };
};
