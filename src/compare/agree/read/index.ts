import type { Language } from "../../../model/language.ts";
import type { Numeral, NumeralKind, Reading, Strength } from "../numeral.ts";
import type { Meaning } from "./affix.ts";
import { fold, isBoundary, isInWord, lower } from "./characters.ts";
import { codeAt } from "./code.ts";
import { type MonthName, monthBeside, monthNames } from "./dates.ts";
import { fractionAt } from "./fraction.ts";
import { type BareNumber, type Line, readNumber } from "./number.ts";
import { type Draft, shareUnits } from "./sharing.ts";
import { signBefore } from "./sign.ts";
import { readSurroundings, type Surroundings } from "./surroundings.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

const meaningOf = <T extends Meaning["type"]>(
  meanings: readonly Meaning[],
  type: T,
): Extract<Meaning, { type: T }> | undefined =>
  meanings.find((meaning): meaning is Extract<Meaning, { type: T }> => meaning.type === type);

/** Units that a number has from its surroundings, the most telling first. */
const unitTypes = ["year", "month", "day", "percent", "points", "ordinal"] as const;

const readingsOf = (
  number: BareNumber,
  meanings: readonly Meaning[],
  month: MonthName | undefined,
  vocabulary: Vocabulary,
): readonly [Reading, ...Reading[]] => {
  const value = number.value.toFixed();
  const as = (kind: NumeralKind): Reading => ({ kind, value });
  const unit = unitTypes.find((type) => meaningOf(meanings, type));
  if (unit) return [as(unit)];
  const money = meaningOf(meanings, "money");
  if (money) return [{ ...as("money"), currency: money.currency }];
  if (month && number.period) return [as("year")];
  if (month && number.scale === 1 && number.value.gte(1) && number.value.lte(31)) return [as("day")];
  if (number.form === "ordinal") return [as("ordinal")];
  if (number.period) return vocabulary.barePeriods ? [as("year"), as("count")] : [as("count"), as("year")];
  return [as("count")];
};

/** How surely a number states something, by its form and what stands around it. */
const strengthOf = (number: BareNumber, around: Surroundings, reading: Reading, vocabulary: Vocabulary): Strength => {
  if (number.form === "scale") return "idle";
  if (number.form === "digits" || number.scale > 1) return "stated";
  if (unitTypes.some((type) => meaningOf(around.meanings, type)) || reading.kind === "money") return "stated";
  if (number.value.eq(0)) return "idle";
  if (number.form === "ordinal") {
    // 第六 says that it is an ordinal; 首 only before a counter (首批), for else it may be 首都.
    return !vocabulary.wordsNeedCounter || around.counted || number.spelt ? "worded" : "idle";
  }
  // "one" is an article more often than a number, and "both" needs no partner.
  if (number.value.eq(1)) return "idle";
  return around.counted || (number.spelt && !vocabulary.wordsNeedCounter) ? "worded" : "idle";
};

const draftAt = (line: Line, at: number, months: readonly MonthName[], vocabulary: Vocabulary): Draft | undefined => {
  const fraction = fractionAt(line, at, vocabulary);
  if (fraction) return { numeral: fraction, unit: true };
  const number = readNumber(line, at, vocabulary);
  if (!number) return undefined;
  const around = readSurroundings(line, at, number, vocabulary);
  const { start, end, meanings } = around;
  const month = monthBeside(line.text, start, end, months);
  const readings = readingsOf(number, meanings, month, vocabulary);
  const stance = meaningOf(meanings, "exact") ? undefined : (meaningOf(meanings, "stance")?.stance ?? number.stance);
  const [{ kind }] = readings;
  const numeral: Numeral = {
    start,
    end,
    readings,
    strength: strengthOf(number, around, readings[0], vocabulary),
    ...(stance && { stance }),
    ...(number.form === "scale" && { scaleOnly: true as const }),
    ...(around.counter !== undefined && { counter: around.counter }),
    distributive: meaningOf(meanings, "distributive") !== undefined,
    digits: number.digits,
  };
  return { numeral, number, unit: kind !== "count" && (kind !== "year" || readings.length === 1) };
};

const monthDrafts = (months: readonly MonthName[], drafts: readonly Draft[], text: string): readonly Draft[] =>
  months.map((name) => {
    const dated = drafts.some(({ numeral }) => monthBeside(text, numeral.start, numeral.end, [name]));
    const reading: Reading = { kind: "month", value: String(name.month) };
    const { start, end } = name;
    const strength = dated ? "stated" : "idle";
    return { numeral: { start, end, readings: [reading], strength, distributive: false, digits: 1 }, unit: true };
  });

/** Where a word that holds no number ends, if one begins here. */
const nameEnd = ({ small }: Line, at: number, { names }: Vocabulary): number | undefined => {
  if (!isBoundary(small, at)) return undefined;
  const ends = names
    .filter((name) => small.startsWith(name, at) && isBoundary(small, at + name.length))
    .map((name) => at + name.length);
  return ends.length > 0 ? Math.max(...ends) : undefined;
};

const address = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+/giy;

/** Where the scan can go on without looking at every character: the next digit, or a letter that begins a word. */
const isCandidate = (line: Line, at: number): boolean => !isInWord(line.text[at - 1]) || !isInWord(line.text[at]);

/**
 * The numerals of a text in the order in which they stand. Digits of every script, number words, ordinals, scale words,
 * percentages, money, dates, fractions and approximations, as the language's rules and its `reading` say.
 */
export const readNumerals = (text: string, language: Language): readonly Numeral[] => {
  const vocabulary = vocabularyOf(language);
  const folded = fold(text);
  const line: Line = { text: folded, small: lower(folded) };
  const months = monthNames(folded, vocabulary);
  const drafts: Draft[] = [];
  for (let at = 0; at < folded.length; ) {
    if (!isCandidate(line, at)) {
      at++;
      continue;
    }
    address.lastIndex = at;
    const skipped = address.test(folded) ? address.lastIndex : nameEnd(line, at, vocabulary);
    if (skipped !== undefined && skipped > at) {
      at = skipped;
      continue;
    }
    const code = codeAt(line, at, vocabulary);
    const draft = code ? { numeral: code, unit: true } : draftAt(line, at, months, vocabulary);
    if (!draft || draft.numeral.end <= at) {
      at++;
      continue;
    }
    // 百分之三十: the 百 that was read first belongs to the pattern of the percentage.
    while (drafts.length > 0 && (drafts.at(-1) as Draft).numeral.end > draft.numeral.start) drafts.pop();
    const sign = code ? undefined : signBefore(line, draft.numeral.start, drafts.at(-1)?.numeral, vocabulary.negative);
    drafts.push(sign ? { ...draft, numeral: { ...draft.numeral, sign } } : draft);
    at = draft.numeral.end;
  }
  const all = [...shareUnits(folded, drafts, vocabulary), ...monthDrafts(months, drafts, folded)];
  return all.map(({ numeral }) => numeral).toSorted((a, b) => a.start - b.start);
};
