import type { Language } from "../../../model/language.ts";
import type { Numeral } from "../numeral.ts";
import { fold, isInWord, type Line, lower } from "./characters.ts";
import { hyphenedAt } from "./code.ts";
import { monthDrafts, monthsIn } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { draftsAt, mixedAt, type Reader } from "./drafts.ts";
import { fractionAt } from "./fraction.ts";
import { mergeParts } from "./merge.ts";
import { phraseAt } from "./phrase.ts";
import { roleOf } from "./roles.ts";
import { romanAt } from "./roman.ts";
import { shareUnits } from "./sharing.ts";
import { signBefore } from "./sign.ts";
import { spreadBounds } from "./spreading.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** A text in small letters, each character as the one that it is read as. */
export const smallOf = (text: string, language: Language): string => lower(fold(text), vocabularyOf(language).variants);

const address = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+/giy;

/** Where the scan can go on without looking at every character: the next digit, or a letter that begins a word. */
const isCandidate = ({ text }: Line, at: number): boolean =>
  text[at] !== " " && (!isInWord(text[at - 1]) || !isInWord(text[at]));

/** What stands at an offset: where reading goes on, and the numerals that were read. */
type Found = {
  readonly end: number;
  readonly drafts: readonly Draft[];
  readonly named: boolean;
  readonly figurative?: number;
};

const foundAt = (reader: Reader, at: number): Found => {
  const { line, vocabulary } = reader;
  address.lastIndex = at;
  if (address.test(line.text)) return { end: address.lastIndex, drafts: [], named: true };
  const phrase = phraseAt(line, at, vocabulary);
  // 十分 says nothing, 十分之一 does.
  if (phrase?.skip !== undefined && (phrase.draft || !fractionAt(line, at, vocabulary)))
    return { end: phrase.skip, drafts: phrase.draft ? [phrase.draft] : [], named: true };
  const name = hyphenedAt(line, at) ?? romanAt(line, at);
  const drafts = name ? [name] : (mixedAt(reader, at) ?? draftsAt(reader, at));
  const end = Math.max(at + 1, ...drafts.map(({ numeral }) => numeral.end));
  const { figurative } = phrase ?? {};
  return { end, drafts, named: name !== undefined, ...(figurative !== undefined && { figurative }) };
};

/** Kinds of numerals that say when, not how much. */
const dated: ReadonlySet<string> = new Set(["year", "month", "day", "period", "decade", "time"]);

/** A numeral with its sign and its role in a change. */
const completed = ({ line, vocabulary }: Reader, draft: Draft, drafts: readonly Draft[]): Numeral => {
  const previous = drafts.at(-1)?.numeral;
  const { numeral } = draft;
  const hasUnit = draft.unit || (numeral.step !== undefined && numeral.step < 1);
  const sign = signBefore(line, numeral.start, previous, vocabulary.negative, hasUnit);
  const amount = drafts.findLast(({ numeral: { readings } }) => !dated.has(readings[0].kind))?.numeral;
  const role = roleOf(line, numeral, amount?.end ?? 0, vocabulary);
  return { ...numeral, ...(sign && { sign }), ...(role && { role }) };
};

/** Marks of titles; number words in them belong to a name: 《十月围城》. */
const title = /《[^》]{1,60}》/g;

/** Where number words are hardly numbers. */
const isFigurative = (ranges: readonly (readonly [number, number])[], { start, end }: Numeral): boolean =>
  ranges.some(([from, to]) => from <= start && end <= to);

/**
 * The numerals of a text in the order in which they stand. Digits of every script, number words, ordinals, scale words,
 * percentages, money, measures, dates, times, fractions and approximations, as the language's rules and its `reading` say.
 */
export const readNumerals = (text: string, language: Language): readonly Numeral[] => {
  const vocabulary = vocabularyOf(language);
  const folded = fold(text);
  const line: Line = { text: folded, small: lower(folded, vocabulary.variants) };
  const months = monthsIn(folded, vocabulary);
  const reader: Reader = { line, months, vocabulary };
  const drafts: Draft[] = [];
  const figurative = [...folded.matchAll(title)].map((match) => [match.index, match.index + match[0].length] as const);
  for (let at = 0; at < folded.length; ) {
    if (!isCandidate(line, at)) {
      at++;
      continue;
    }
    const found = foundAt(reader, at);
    if (found.figurative !== undefined) figurative.push([at, found.figurative]);
    const [first] = found.drafts;
    // 百分之三十: the 百 that was read first belongs to the pattern of the percentage.
    while (first && (drafts.at(-1)?.numeral.end ?? 0) > first.numeral.start) drafts.pop();
    drafts.push(
      ...(found.named
        ? found.drafts
        : found.drafts.map((draft) => ({ ...draft, numeral: completed(reader, draft, drafts) }))),
    );
    at = found.end;
  }
  const all = [
    ...spreadBounds(folded, shareUnits(folded, drafts, vocabulary), vocabulary),
    ...monthDrafts(months, drafts, folded),
  ];
  const numerals = all.map(({ numeral }): Numeral => {
    const digits = /\d/.test(folded.slice(numeral.start, numeral.end));
    return !digits && isFigurative(figurative, numeral) ? { ...numeral, strength: "idle" } : numeral;
  });
  return mergeParts(
    folded,
    numerals.toSorted((a, b) => a.start - b.start),
    vocabulary,
  );
};
