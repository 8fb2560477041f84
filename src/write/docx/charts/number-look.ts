import type { Language } from "../../../model/language.ts";

/** How a printed number looks: what stands around its digits, how many decimals it has, whether its digits are grouped. */
export type NumberLook = {
  readonly before: string;
  /** "" where no sign is printed. */
  readonly sign: "" | "+" | "-";
  readonly after: string;
  readonly decimals: number;
  readonly grouped: boolean;
  /** The number that the digits say. */
  readonly number: number;
};

/** The digits and signs with which a language writes numbers, from CLDR. */
export type Signs = { readonly digits: readonly string[]; readonly group: string; readonly decimal: string };

export const signsOf = ({ language }: Language): Signs => {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(1234567.5);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  const plain = new Intl.NumberFormat(language, { useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, digit) => plain.format(digit));
  return { digits, group: sign("group"), decimal: sign("decimal") };
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const oneOf = (choices: readonly string[]): string => `(?:${choices.map(escaped).join("|")})`;

/**
 * The look of a printed number in a language; nothing where the text holds no number or more than one, or other digits.
 */
export const numberLook = (text: string, language: Language): NumberLook | undefined => {
  const { digits, group, decimal } = signsOf(language);
  const digit = oneOf(digits);
  const minus = oneOf([language.numbers.minus, "-", "\u2212"]);
  // The last group has three digits, others may have two (12,34,567).
  const sign = escaped(group);
  const grouped = group === "" ? "" : `(?:(?:${sign}${digit}{2,3})*${sign}${digit}{3})?`;
  const number = new RegExp(
    `^((?:(?!${digit}).)*?)(${minus}|\\+)?(${digit}+${grouped})(?:${escaped(decimal)}(${digit}+))?((?:(?!${digit}).)*)$`,
    "su",
  );
  const match = number.exec(text);
  if (!match) return undefined;
  const [, before = "", printed = "", whole = "", fraction = "", after = ""] = match;
  const plain = (written: string): string =>
    (group === "" ? written : written.split(group).join("")).replace(new RegExp(digit, "gu"), (one) =>
      String(digits.indexOf(one)),
    );
  const isNegative = printed !== "" && printed !== "+";
  return {
    before,
    sign: printed === "+" ? "+" : isNegative ? "-" : "",
    after,
    decimals: [...fraction].length,
    grouped: group !== "" && whole.includes(group),
    number: Number(`${isNegative ? "-" : ""}${plain(whole)}${fraction === "" ? "" : `.${plain(fraction)}`}`),
  };
};

/** Whether a spreadsheet prints a value as the look says: rounded to its decimals, halves away from zero. */
export const printsAs = (value: number, look: NumberLook): boolean => {
  const step = 10 ** -look.decimals;
  // A value a hair off its decimal form, as every division leaves it, still rounds as written.
  return Math.abs(value - look.number) <= step / 2 + Math.abs(value) * 1e-12;
};
