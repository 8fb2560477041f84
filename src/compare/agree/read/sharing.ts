import { type Numeral, type Reading, sameReading } from "../numeral.ts";
import type { BareNumber } from "./bare.ts";
import { isUnspaced } from "./characters.ts";
import type { Draft } from "./draft.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The scale of a number, also where it is part of its word: six hundred. */
const scaleOf = ({ scale, form, value }: BareNumber): number => {
  const spelt = form === "words" ? /^[1-9](0{2,})$/.exec(value.toFixed())?.[1] : undefined;
  return scale === 1 && spelt !== undefined ? 10 ** spelt.length : scale;
};

/** What a number says if it has the scale word and the unit of another one. */
const shared = (number: BareNumber, other: BareNumber | undefined, reading: Reading): Reading | undefined => {
  if (number.form !== "digits" && number.form !== "words") return undefined;
  if (["code", "fraction", "period", "time", "vague", "level"].includes(reading.kind)) return undefined;
  // "In 2019, 12%": a year is no percentage, unless both are years.
  if (number.period !== (reading.kind === "year")) return undefined;
  const scale = number.scale === 1 ? (other ? scaleOf(other) : 1) : 1;
  const own = number.scale === 1 ? number.mantissa.times(scale) : number.value;
  if (!other) return { ...reading, value: own.toFixed() };
  // 10亩 is so many square metres, and 四成 forty percent, by what the other says of its own number.
  const factor = other.value.eq(0) ? 1 : Number(reading.value) / other.value.toNumber();
  return {
    ...reading,
    value: factor === 1 ? own.toFixed() : String(Number((own.toNumber() * factor).toPrecision(12))),
  };
};

/** A comma joins a list only where a word does so further on: 10, 25, or 35 yuan. */
type Joint = "range" | "list" | "comma";

const joint = (text: string, a: Numeral, b: Numeral, vocabulary: Vocabulary): Joint | undefined => {
  if (b.start < a.end) return a.start === b.start ? "range" : undefined;
  if (b.start - a.end > 12) return undefined;
  const gap = text.slice(a.end, b.start).trim().toLowerCase();
  // 0.9个和0.1个百分点
  const between = a.counter !== undefined && gap.startsWith(a.counter) ? gap.slice(a.counter.length).trim() : gap;
  if (vocabulary.ranges.has(between)) return "range";
  if (vocabulary.lists.has(between)) return "list";
  if (!between.startsWith(",")) return undefined;
  const words = between.slice(1).trim();
  return words === "" ? "comma" : vocabulary.lists.has(words) ? "list" : undefined;
};

const give = (draft: Draft, reading: Reading): Draft => {
  const { numeral } = draft;
  const strength = numeral.strength === "idle" ? "worded" : numeral.strength;
  const alone = numeral.readings.filter((other) => !sameReading(other, reading));
  return { ...draft, unit: true, numeral: { ...numeral, strength, readings: [reading, ...alone] } };
};

/**
 * Gives numbers that stand in a range or list without a unit of their own the unit of the last ("3 to 5 million RMB",
 * 2019—2020年, 15.54 and 8.79 percent) or, where it stands before them, of the first (百分之一至二, $3-5 million). What
 * they say alone stays as a second reading. Numbers of one list are marked.
 */
export const shareUnits = (text: string, drafts: readonly Draft[], vocabulary: Vocabulary): readonly Draft[] => {
  const out = [...drafts];
  const joints = drafts.map((draft, index) => {
    const next = drafts[index + 1];
    return next && joint(text, draft.numeral, next.numeral, vocabulary);
  });
  for (let index = joints.length - 1; index >= 0; index--)
    if (joints[index] === "comma") joints[index] = joints[index + 1] === "list" ? "list" : undefined;
  for (let index = out.length - 2; index >= 0; index--) {
    const [draft, next] = [out[index] as Draft, out[index + 1] as Draft];
    if (joints[index] === undefined || draft.unit || !draft.number || !next.number) continue;
    if (!next.unit && scaleOf(next.number) === 1) continue;
    const reading = shared(draft.number, next.number, next.numeral.readings[0]);
    if (reading) out[index] = give(draft, reading);
  }
  for (let index = 1; index < out.length; index++) {
    const [before, draft] = [out[index - 1] as Draft, out[index] as Draft];
    // A list goes on with other things: $3 million, 5 schools.
    if (joints[index - 1] === undefined || draft.unit || !draft.number || !before.number) continue;
    // 第一、二、三产业
    const isOrdinal = before.number.form === "ordinal" && isUnspaced(text[before.numeral.start]);
    if (!isOrdinal && !before.prefixed) continue;
    if (joints[index - 1] !== "range" && before.numeral.readings[0].kind !== "ordinal") continue;
    const { scale } = draft.number;
    const reading = shared(draft.number, scale > 1 ? undefined : before.number, before.numeral.readings[0]);
    if (reading)
      out[index] = {
        ...give(draft, reading),
        prefixed: true,
        number: { ...draft.number, ...(isOrdinal && { form: "ordinal" }) },
      };
  }
  return out.map((draft, index) =>
    joints[index] !== undefined || joints[index - 1] !== undefined
      ? { ...draft, numeral: { ...draft.numeral, listed: true as const } }
      : draft,
  );
};
