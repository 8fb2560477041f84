/** How a printed number looks: what stands around its digits, how many decimals it has, whether its digits are grouped. */
export type NumberLook = {
  readonly before: string;
  /** "+", "-" or "−" as printed; "" where no sign is. */
  readonly sign: string;
  readonly after: string;
  readonly decimals: number;
  readonly grouped: boolean;
  /** The number that the digits say. */
  readonly number: number;
};

type Signs = { readonly group: string; readonly decimal: string };

const signsOf = (language: string): Signs => {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(1234567.5);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  return { group: sign("group"), decimal: sign("decimal") };
};

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The look of a printed number in a language; nothing where the text holds no number or more than one, or other digits. */
export const numberLook = (text: string, language: string): NumberLook | undefined => {
  const { group, decimal } = signsOf(language);
  const number = new RegExp(
    `^([^0-9]*?)([-+\\u2212]?)([0-9]+(?:${escapeRegExp(group)}[0-9]{3})*)(?:${escapeRegExp(decimal)}([0-9]+))?([^0-9]*)$`,
    "u",
  );
  const match = number.exec(text);
  if (!match) return undefined;
  const [, before = "", sign = "", whole = "", fraction = "", after = ""] = match;
  const digits = group === "" ? whole : whole.split(group).join("");
  return {
    before,
    sign,
    after,
    decimals: fraction.length,
    grouped: digits !== whole,
    number: Number(`${sign === "" || sign === "+" ? "" : "-"}${digits}${fraction === "" ? "" : `.${fraction}`}`),
  };
};

const literal = (text: string): string => (text === "" ? "" : `"${text.replaceAll('"', '""')}"`);

/**
 * The look as a number format of spreadsheets (ECMA-376 part 1 §18.8.31): 0.00, #,##0, 0.00"%". Where signs are printed,
 * gains and losses have a section each.
 */
export const numberFormat = (look: NumberLook, grouping: boolean): string => {
  const digits = `${grouping ? "#,##0" : "0"}${look.decimals > 0 ? `.${"0".repeat(look.decimals)}` : ""}`;
  const section = (sign: string): string => `${literal(look.before)}${literal(sign)}${digits}${literal(look.after)}`;
  if (look.sign === "") return section("");
  return `${section(look.sign === "+" ? "+" : "")};${section(look.sign === "-" ? "-" : "\u2212")}`;
};

/** Whether a spreadsheet prints a value as the look says: rounded to its decimals, halves away from zero. */
export const printsAs = (value: number, look: NumberLook): boolean => {
  const step = 10 ** -look.decimals;
  // A value a hair off its decimal form, as every division leaves it, still rounds as written.
  return Math.abs(value - look.number) <= step / 2 + Math.abs(value) * 1e-12;
};
