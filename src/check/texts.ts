import type { Deviate, Deviation } from "../model/deviation.ts";
import type { Id } from "../model/document.ts";
import { comparePlaces, type Place } from "../model/place.ts";
import type { Unit } from "./languages/units.ts";
import { type Passage, placeAt } from "./passages.ts";

type Units = ReadonlyMap<string, ReadonlyMap<Id, Unit>>;
/** A sentence of a unit, and which part of the unit's text stands before it. */
type Quoted = { readonly text: string; readonly share: number };

type Sentence = { readonly text: string; readonly place: Place };
const sentencesOf = (passage: Passage): readonly Sentence[] =>
  passage.sentences.map(([start, end]) => ({
    text: passage.text.slice(start, end).trim(),
    place: placeAt(passage, start),
  }));

const known = new WeakMap<Unit, readonly Sentence[]>();
const allOf = (unit: Unit): readonly Sentence[] => {
  const all = known.get(unit) ?? unit.passages.flatMap(sentencesOf);
  known.set(unit, all);
  return all;
};

/** The sentence in which a place stands. */
const sentenceWith = (unit: Unit, place: Place): Quoted | undefined => {
  const all = allOf(unit);
  const index = all.findLastIndex((one) => one.place.file === place.file && comparePlaces(one.place, place) <= 0);
  const found = all[index];
  return found && { text: found.text, share: index / all.length };
};

/** The sentence that stands as far into a unit as another one in its own: what most likely corresponds to it. */
const sentenceAtShare = (unit: Unit, share: number): string | undefined => {
  const all = allOf(unit);
  return all[Math.min(all.length - 1, Math.round(share * all.length))]?.text;
};

/**
 * What the languages say at the place of a deviation: the sentence in which it stands, and in the others the one that
 * prints the same figure or one of its neighbours, or else the one at the like place.
 */
const textsOf = ({ place, about, unit }: Deviation, units: Units): Readonly<Record<string, string>> | undefined => {
  if (!place || unit === undefined) return undefined;
  const here = [...units].flatMap(([lang, own]) => {
    const quoted = own.get(unit) && sentenceWith(own.get(unit) as Unit, place);
    return quoted ? [{ lang, quoted }] : [];
  })[0];
  if (!here) return undefined;
  const beside = [...(units.get(here.lang)?.get(unit)?.figures ?? [])]
    .filter(([, { sentence }]) => sentence === here.quoted.text)
    .map(([key]) => key);
  const keys = [...about.split(", "), ...beside];
  const texts: Record<string, string> = {};
  for (const [lang, own] of units) {
    const there = own.get(unit);
    if (!there) continue;
    const text =
      lang === here.lang
        ? here.quoted.text
        : (keys.map((key) => there.figures.get(key)?.sentence).find((found) => found !== undefined) ??
          sentenceAtShare(there, here.quoted.share));
    if (text !== undefined && text !== "") texts[lang] = text;
  }
  return texts;
};

/** Gives every deviation what the languages say at its place. */
export const withTexts =
  (units: Units, deviate: Deviate): Deviate =>
  (deviation) => {
    const texts = textsOf(deviation, units);
    deviate(texts ? { ...deviation, texts } : deviation);
  };
