import { type Affix, affixesAround, type Meaning, wordAfter, wordBefore } from "./affix.ts";
import type { BareNumber } from "./bare.ts";
import { type Line, skipSpace } from "./characters.ts";
import { longestWord } from "./trie.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { digitWordAt } from "./words.ts";

/** What stands around a number and belongs to it. */
export type Surroundings = {
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
  /** A counter follows. */
  readonly counted: boolean;
  readonly counter?: string;
  /** A unit stands before the number. */
  readonly prefixed: boolean;
  /** The same unit stands on both sides: $3 billion US dollars. */
  readonly doubled: boolean;
  /** The digit that stands behind a share in tenths: 5 of 四成五. */
  readonly tenth: number;
};

/** At most so many words belong to one number: 各约人民币…元以上. */
const most = 6;

const units: ReadonlySet<Meaning["type"]> = new Set(["money", "percent", "measure", "ordinal"]);
/** Kinds of a unit, of which a number has one. */
const exclusive: ReadonlySet<Meaning["type"]> = new Set([
  ...units,
  "points",
  "year",
  "month",
  "day",
  "decade",
  "era",
  "multiple",
  "quarter",
  "half",
  "first-months",
  "first-quarters",
]);

const isSmall = (number: BareNumber, from: number, to: number): boolean => {
  const value = number.value.toNumber();
  return number.scale === 1 && Number.isInteger(value) && value >= from && value <= to;
};

/** A unit or an approximation is said once; a second one of its type belongs to something else. */
const fits = ({ meaning }: Affix, number: BareNumber, meanings: readonly Meaning[]): boolean => {
  const { type } = meaning;
  if (meanings.some((other) => other.type === type)) return false;
  if (exclusive.has(type) && meanings.some((other) => exclusive.has(other.type))) return false;
  const plain = number.form === "digits" || number.form === "words";
  if (type === "year") return number.period;
  if (type === "month") return plain && isSmall(number, 1, 12);
  if (type === "day") return plain && isSmall(number, 1, 31);
  if (type === "ordinal") return plain && number.scale === 1 && Number.isInteger(number.value.toNumber());
  if (type === "era") return plain && isSmall(number, 1, 199);
  if (type === "decade") return isSmall(number, 0, 90) || number.period;
  if (type === "quarter") return isSmall(number, 1, 4);
  if (type === "half") return isSmall(number, 1, 2);
  if (type === "first-months") return plain && isSmall(number, 2, 12);
  if (type === "first-quarters") return plain && isSmall(number, 2, 4);
  if (type === "figurative") return number.form !== "digits" && number.scale === 1;
  if (type === "exact" || type === "between") return true;
  return number.form !== "ordinal" || type === "distributive";
};

/** A unit of measure that follows, behind a space or a hyphen; one letter only as it is written, for 5G are no grams. */
const measureAfter = ({ text, small }: Line, end: number, { measures }: Vocabulary) => {
  const start = /[ -]/.test(small[end] ?? "") ? end + 1 : end;
  const found = longestWord(measures, small, start, true);
  const { word = "" } = found?.meaning ?? {};
  return word.length === 1 && text.slice(start, found?.end) !== word ? undefined : found;
};

/** A unit of measure behind a word that says nothing: 6 million more hectares. */
const measureBehind = (line: Line, end: number, vocabulary: Vocabulary) => {
  for (const { before, after, meaning } of affixesAround(vocabulary.affixes, line.small, end, end, undefined)) {
    const next = meaning.type === "between" && before === "" ? wordAfter(line.small, end, after) : undefined;
    const found = next === undefined ? undefined : measureAfter(line, next, vocabulary);
    if (found) return found;
  }
  return undefined;
};

type Match = { readonly affix: Affix; readonly from: number; readonly to: number };

/** Reads the words on both sides of a number outwards, the longest first at every step. */
export const readSurroundings = (line: Line, at: number, number: BareNumber, vocabulary: Vocabulary): Surroundings => {
  const { small } = line;
  let start = at;
  let { end } = number;
  // Behind the counter, if one follows; only some words may stand there.
  let counterEnd: number | undefined;
  let counted = false;
  let counter: string | undefined;
  let prefixed = false;
  const meanings: Meaning[] = [];
  const measure = measureAfter(line, end, vocabulary) ?? measureBehind(line, end, vocabulary);
  if (measure && number.form !== "ordinal") {
    meanings.push({ type: "measure", unit: measure.meaning.unit, factor: measure.meaning.factor });
    ({ end } = measure);
  }
  /** The longest affix that stands around a stretch. */
  const longest = (from: number, to: number, test: (affix: Affix) => boolean): Match | undefined => {
    let best: Match | undefined;
    for (const affix of affixesAround(vocabulary.affixes, small, from, to, counterEnd)) {
      const size = affix.before.length + affix.after.length;
      if (best && best.affix.before.length + best.affix.after.length >= size) continue;
      if (!test(affix)) continue;
      const begin = wordBefore(small, from, affix.before);
      const near = wordAfter(small, to, affix.after);
      const last =
        near ?? (affix.counted && counterEnd !== undefined ? wordAfter(small, counterEnd, affix.after) : undefined);
      if (begin !== undefined && last !== undefined) best = { affix, from: begin, to: last };
    }
    return best;
  };
  const mayStand = (affix: Affix): boolean => fits(affix, number, meanings);
  for (let step = 0; step < most; step++) {
    const found = longestWord(vocabulary.counters, small, skipSpace(small, end));
    counterEnd = found?.end;
    counted ||= found !== undefined;
    if (found) counter ??= small.slice(end, found.end).trim();
    let next = longest(start, end, (affix) => affix.meaning.type !== "between" && mayStand(affix));
    if (!next) {
      // An article belongs to the number only where something stands behind it that does: more than a million.
      const article = longest(start, end, ({ meaning }) => meaning.type === "between");
      next =
        article &&
        longest(
          article.from,
          article.to,
          (affix) => affix.before !== "" && affix.meaning.type !== "between" && mayStand(affix),
        );
    }
    if (!next) break;
    meanings.push(next.affix.meaning);
    prefixed ||= next.from < start && next.affix.after === "" && units.has(next.affix.meaning.type);
    start = next.from;
    end = next.to;
  }
  // 四成五, 八成半: the next place of a share in tenths.
  const share = meanings.find((meaning) => meaning.type === "percent" && meaning.factor > 1);
  const tenth = share && small[end - 1] !== undefined ? digitWordAt(line, end, vocabulary) : undefined;
  if (tenth) ({ end } = tenth);
  if (meanings.some(({ type }) => type === "half-more")) {
    const late = measureAfter(line, end, vocabulary);
    if (late) {
      meanings.push({ type: "measure", unit: late.meaning.unit, factor: late.meaning.factor });
      ({ end } = late);
    }
  }
  const unit = meanings.find(({ type }) => type === "money" || type === "percent");
  const doubled =
    unit !== undefined &&
    longest(start, end, ({ before, after, meaning }) => {
      const sides = prefixed ? before === "" : after === "" || unit.type === "percent";
      if (!sides || meaning.type !== unit.type) return false;
      return (
        unit.type !== "money" || (meaning.type === "money" && (meaning.currency === unit.currency || meaning.local))
      );
    }) !== undefined;
  return {
    start,
    end,
    meanings,
    counted,
    prefixed,
    doubled,
    tenth: tenth?.value ?? 0,
    ...(counter !== undefined && { counter }),
  };
};
