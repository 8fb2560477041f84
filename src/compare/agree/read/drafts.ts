import type { Numeral } from "../numeral.ts";
import type { BareNumber } from "./bare.ts";
import type { Line } from "./characters.ts";
import { clockAt } from "./clock.ts";
import { codeOf, mixedWord } from "./code.ts";
import { datesAt, type MonthName, monthBeside } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { fractionAt } from "./fraction.ts";
import { growthBefore } from "./growth.ts";
import { neighboursAt } from "./neighbours.ts";
import { readNumber } from "./number.ts";
import { meaningOf, readingsOf, strengthOf } from "./readings.ts";
import { readSurroundings } from "./surroundings.ts";
import { vagueAt } from "./vague.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What is read with: the text, its named months, the words of the language. */
export type Reader = { readonly line: Line; readonly months: readonly MonthName[]; readonly vocabulary: Vocabulary };

const draftOf = ({ line, months, vocabulary }: Reader, at: number, number: BareNumber): Draft => {
  const around = readSurroundings(line, at, number, vocabulary);
  const { start, end, meanings } = around;
  const month = monthBeside(line.text, start, end, months);
  const readings = readingsOf(number, around, month, growthBefore(line, start, vocabulary), vocabulary);
  const stance = meaningOf(meanings, "exact") ? undefined : (meaningOf(meanings, "stance")?.stance ?? number.stance);
  const [{ kind }] = readings;
  const factors = meanings.map((meaning) => ("factor" in meaning ? meaning.factor : 1));
  const factor = factors.reduce((product, each) => product * each, around.tenth > 0 ? 0.1 : 1);
  const numeral: Numeral = {
    start,
    end,
    readings,
    strength: strengthOf(number, around, readings[0], vocabulary),
    ...(stance && { stance }),
    ...(number.form === "scale" && { scaleOnly: true as const }),
    ...(around.counter !== undefined && { counter: around.counter }),
    ...(around.doubled && { doubled: true as const }),
    ...(["count", "money", "measure", "percent", "points"].includes(kind) && { step: number.step * factor }),
    distributive: meaningOf(meanings, "distributive") !== undefined,
    digits: number.digits,
  };
  const unit = kind !== "count" && (kind !== "year" || readings.length === 1);
  return { numeral, number, unit, ...(around.prefixed && { prefixed: true }) };
};

/** The numerals that begin at an offset; a range in one word has two. */
export const draftsAt = (reader: Reader, at: number): readonly Draft[] => {
  const { line, vocabulary } = reader;
  const dates = datesAt(line, at, vocabulary);
  if (dates.length > 0) return dates;
  const first = clockAt(line, at, vocabulary) ?? vagueAt(line, at, vocabulary);
  if (first) return [first];
  const range = neighboursAt(line, at, vocabulary)?.map((number) => ({ number, draft: draftOf(reader, at, number) }));
  // 十五六岁, but 十四五 by itself is the name of a plan.
  const counted = range?.every(
    ({ number, draft }) => draft.unit || draft.numeral.counter || number.value.lt(10) || number.value.mod(10).eq(0),
  );
  if (range && counted)
    return range.map(({ draft }) => ({ ...draft, numeral: { ...draft.numeral, spread: true as const } }));
  const number = readNumber(line, at, vocabulary);
  const fraction = fractionAt(line, at, vocabulary);
  if (!number) return fraction ? [fraction] : [];
  const draft = draftOf(reader, at, number);
  // The first three quarters are no three fourths.
  if (!fraction || draft.numeral.readings[0].kind === "period") return [draft];
  if (draft.numeral.end > fraction.numeral.end && draft.unit) return [draft];
  const around = readSurroundings(line, at, { ...number, end: fraction.numeral.end, form: "words" }, vocabulary);
  const stance = meaningOf(around.meanings, "stance")?.stance;
  const { start, end } = around;
  return [{ ...fraction, numeral: { ...fraction.numeral, start, end, ...(stance && { stance }) } }];
};

/** A word of letters and digits: a number with its unit (RMB126, 21st), or a name. */
export const mixedAt = (reader: Reader, at: number): readonly Draft[] | undefined => {
  const word = mixedWord(reader.line, at);
  if (!word) return undefined;
  const drafts = draftsAt(reader, word.digits);
  const [first] = drafts;
  const whole = first && first.numeral.start <= at && (drafts.at(-1) as Draft).numeral.end >= word.end;
  return whole ? drafts : [codeOf(reader.line, at, word.end)];
};
