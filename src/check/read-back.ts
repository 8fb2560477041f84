import Big from "big.js";
import type { Language } from "../model/language.ts";

/** A number read from a printed text. */
export type ReadBack = {
  /** Exact, in base units. */
  readonly value: Big;
  /** Of its last printed digit. */
  readonly step: Big;
  readonly decimals: number;
  /** Whether a scale word stands behind it. */
  readonly scaled: boolean;
};

type Signs = {
  readonly digits: ReadonlyMap<string, string>;
  readonly group: string;
  readonly decimal: string;
  readonly minus: string;
};

/** The signs with which CLDR writes numbers of a language. */
const signsOf = (tag: string): Signs => {
  const parts = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(-1234567.8);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? "";
  const plain = new Intl.NumberFormat(tag, { useGrouping: false });
  return {
    digits: new Map(Array.from({ length: 10 }, (_, digit) => [plain.format(digit), String(digit)])),
    group: part("group"),
    decimal: part("decimal"),
    minus: part("minusSign"),
  };
};

const known = new Map<string, Signs>();

/** Every number in digits of a printed text, with the scale word behind it (17.36万, 1.4726 million) counted in. */
export const readBack = (text: string, { language, numbers }: Language): readonly ReadBack[] => {
  const signs = known.get(language) ?? signsOf(language);
  known.set(language, signs);
  const found: ReadBack[] = [];
  const digitAt = (at: number): string | undefined => signs.digits.get(text[at] ?? "");
  for (let at = 0; at < text.length; at++) {
    if (digitAt(at) === undefined) continue;
    const negative = at > 0 && [signs.minus, numbers.minus, "-", "\u2212"].includes(text[at - 1] ?? "");
    let plain = "";
    for (; at < text.length; at++) {
      const digit = digitAt(at);
      const inside = digitAt(at + 1) !== undefined;
      if (digit !== undefined) plain += digit;
      else if (text[at] === signs.decimal && inside && !plain.includes(".")) plain += ".";
      else if (!(text[at] === signs.group && inside)) break;
    }
    const scale = numbers.scales
      .flatMap(({ from, word }) =>
        (typeof word === "string" ? [word] : Object.values(word)).map((name) => ({ from, name })),
      )
      .filter(({ name }) => text.slice(at).startsWith(name))
      .toSorted((a, b) => b.name.length - a.name.length)[0];
    const factor = new Big(scale?.from ?? 1);
    const value = new Big(plain).times(factor);
    const decimals = plain.split(".")[1]?.length ?? 0;
    const step = new Big(10).pow(-decimals).times(factor);
    found.push({ value: negative ? value.times(-1) : value, step, decimals, scaled: scale !== undefined });
  }
  return found;
};
