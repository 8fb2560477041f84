/** A plain decimal, as every number of the project is written: 173600, -3.20. */
export const plainNumber = /^-?(0|[1-9]\d{0,24})(\.\d{1,12})?$/;

/**
 * A number that was written with thousands in a flow mapping, which YAML ends at its first comma: "5,591" of
 * `{ value: 5,591, unit: case }`; `undefined` where a text is none.
 */
export const thousandsIn = (text: string): { readonly written: string; readonly plain: string } | undefined =>
  /^-?\d+(?:\s*,\s*\d+)+(?:\.\d+)?$/.test(text)
    ? { written: text.replace(/\s/g, ""), plain: text.replace(/[\s,]/g, "") }
    : undefined;

/** Ways in which a number is written as text, and what to do about each. */
const habits: readonly (readonly [RegExp, string])[] = [
  [/[%％]/, "leave the percent sign out"],
  [/^[^\d]*[\u2010-\u2015\u2212]/, 'write the minus as "-" (U+002D)'],
  [/[\uFF10-\uFF19\uFF0E]/, "write it in half-width digits"],
  [/\d[ \u00A0\u2009\u202F'’_,，]\d/, "leave the separators out"],
];

/** What to do about a text that should be a number; `undefined` where it is no number at all. */
export const numberHint = (text: string): string | undefined => {
  if (!/\p{N}/u.test(text)) return undefined;
  const [, advice] = habits.find(([pattern]) => pattern.test(text)) ?? [];
  const plain = text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s'’_,%]/g, "");
  const written = plainNumber.test(plain) ? `: ${plain}` : "";
  return `a number as text: ${advice ?? "write it without quotes, units and separators"}${written}`;
};
