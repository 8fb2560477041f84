import Big from "big.js";
import type { BareNumber } from "./bare.ts";
import type { Line } from "./characters.ts";
import type { Vocabulary } from "./vocabulary.ts";

const escaped = (sign: string): string => sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const patterns = new WeakMap<Vocabulary, RegExp>();

/** Digits in groups of three, divided by the language's sign or, in any language, by a space (ISO 80000-1, 7.3.1). */
const patternOf = (vocabulary: Vocabulary): RegExp => {
  const known = patterns.get(vocabulary);
  if (known) return known;
  const group = escaped(vocabulary.group);
  const pattern = new RegExp(
    `(\\d{1,3}(?:${group}\\d{3})+(?!\\d)|\\d{1,3}(?: \\d{3})+(?! ?\\d)|\\d+)(?:${escaped(vocabulary.decimal)}(\\d+))?`,
    "y",
  );
  patterns.set(vocabulary, pattern);
  return pattern;
};

/** Whether digits that spaces divide are more likely several numbers: those of a column, or behind another number. */
const isSeveral = (text: string, at: number, whole: string): boolean =>
  whole.includes(" ") && /\d[\d.,%]* ?$/.test(text.slice(Math.max(0, at - 12), at));

/** The number in digits that begins at an offset. */
export const readDigits = ({ text }: Line, at: number, vocabulary: Vocabulary): BareNumber | undefined => {
  const pattern = patternOf(vocabulary);
  pattern.lastIndex = at;
  let [match, whole = "", fraction = ""] = pattern.exec(text) ?? [];
  if (match === undefined || match.length > 40) return undefined;
  if (isSeveral(text, at, whole)) {
    whole = /^\d+/.exec(whole)?.[0] ?? whole;
    match = whole;
    fraction = "";
  }
  const plain = whole.replace(/\D/g, "");
  const value = new Big(fraction === "" ? plain : `${plain}.${fraction}`);
  const digits = (plain + fraction).replace(/^0+/, "").length || 1;
  const period = fraction === "" && whole.length === 4 && /^(?:1\d|2[01])/.test(plain);
  return {
    end: at + match.length,
    value,
    mantissa: value,
    form: "digits",
    digits,
    step: 10 ** -fraction.length,
    period,
    scale: 1,
    spelt: false,
  };
};
