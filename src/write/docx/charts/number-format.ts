import type { Language } from "../../../model/language.ts";
import { visibleText } from "../visible-text.ts";
import { type NumberLook, signsOf } from "./number-look.ts";

const literal = (text: string): string => (text === "" ? "" : `"${visibleText(text).replaceAll('"', '""')}"`);

/**
 * The language of a format (ECMA-376 part 1 §18.8.31): programs that heed it take digits and signs from there and not
 * from the reader's machine.
 */
const localeOf = ({ word }: Language): string => (word.lcid === undefined ? "" : `[$-${word.lcid}]`);

/**
 * Whether a format can print the digits of a look as the language has them: other digits than 0–9, and another sign of
 * decimals than the point, come from the format's language alone.
 */
export const canFormat = (look: NumberLook, language: Language): boolean => {
  const { digits, decimal } = signsOf(language);
  const isPlain = digits[0] === "0" && (look.decimals === 0 || decimal === ".");
  return isPlain || language.word.lcid !== undefined;
};

/** How the language groups a power of ten: the digits of each group. */
const groupsOf = (power: number, { language }: Language): readonly number[] =>
  new Intl.NumberFormat(language, { useGrouping: "auto" as unknown as boolean })
    .formatToParts(power)
    .flatMap((part) => (part.type === "integer" ? [[...part.value].length] : []));

/** Placeholders for whole numbers with their groups written out: 0" "000" "000. */
const grouped = (groups: readonly number[], sign: string): string =>
  ["0", ...groups.slice(1).map((digits) => "0".repeat(digits))].join(literal(sign));

/** Powers of ten from which on a language sets one more sign between groups, as far as three groups go. */
const thresholdsOf = (language: Language): readonly { readonly from: number; readonly groups: readonly number[] }[] =>
  [2, 3].flatMap((count) => {
    for (let exponent = 3; exponent <= 9; exponent++) {
      const groups = groupsOf(10 ** exponent, language);
      if (groups.length === count) return [{ from: 10 ** exponent, groups }];
    }
    return [];
  });

/** Larger numbers have more groups than a format has conditions for. */
const largest = 1e9;

/**
 * The look as a number format of spreadsheets (ECMA-376 part 1 §18.8.31): 0.00, 0.00"%", and where digits are grouped
 * [>=1000000]0","000","000;[>=1000]0","000;0. The sign between groups is written out, because programs would take their
 * own for ",". Where signs are printed, gains and losses have a section each.
 *
 * @param grouping whether the digits of the series are grouped
 */
export const numberFormat = (look: NumberLook, grouping: boolean, language: Language): string => {
  const locale = localeOf(language);
  const fraction = look.decimals > 0 ? `.${"0".repeat(look.decimals)}` : "";
  const section = (digits: string, sign = ""): string =>
    `${locale}${literal(look.before)}${literal(sign)}${digits}${fraction}${literal(look.after)}`;
  const size = Math.abs(look.number);
  const thresholds = grouping && size < largest ? thresholdsOf(language) : [];
  const sign = signsOf(language).group;
  const native = grouping && size >= largest ? "#,##0" : "0";
  if (look.sign === "")
    return [
      ...thresholds.toReversed().map(({ from, groups }) => `[>=${from}]${section(grouped(groups, sign))}`),
      section(native),
    ].join(";");
  // Two sections have no conditions: each is for the size of this number.
  const own = thresholds.findLast(({ from }) => size >= from);
  const digits = own ? grouped(own.groups, sign) : native;
  return `${section(digits, look.sign === "+" ? "+" : "")};${section(digits, language.numbers.minus)}`;
};
