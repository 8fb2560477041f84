import { isInWord, type Line } from "./characters.ts";
import type { Draft } from "./draft.ts";

/** A word of letters and digits, and a name that ends with a hyphen and digits: G60, PM2.5, Ka-52, COVID-19. */
const word = /[\p{L}\p{M}\p{Nd}]+(?:\.\d+)*/uy;
const hyphened = /[\p{L}\p{M}]+(?:-\p{L}+)*-(\d{1,3})(?![\p{L}\p{Nd}%]|[.,]\d)/uy;

/** Where a word of letters and digits that begins at an offset has its first digit, and where it ends. */
export const mixedWord = (
  { text }: Line,
  at: number,
): { readonly digits: number; readonly end: number } | undefined => {
  if (isInWord(text[at - 1]) || !isInWord(text[at])) return undefined;
  word.lastIndex = at;
  const match = word.exec(text)?.[0] ?? "";
  // Letters of scripts without spaces are words of their own: 长三角G60科创.
  let length = 0;
  while (length < match.length && (isInWord(match[length]) || match[length] === ".")) length++;
  const found = match.slice(0, length);
  const digits = found.search(/\d/);
  return digits >= 0 && /\p{L}/u.test(found) ? { digits: at + digits, end: at + length } : undefined;
};

const draft = (start: number, end: number, name: string): Draft => {
  const groups = name.match(/\d+(?:\.\d+)*/g) ?? [];
  // What the letters are, another script says in its own: 卡-52, Ka-52.
  const value = groups.length === 1 ? (groups[0] as string) : name.toUpperCase();
  return {
    numeral: { start, end, readings: [{ kind: "code", value }], strength: "stated", distributive: false, digits: 1 },
    unit: true,
  };
};

/** A name that is written with digits and takes the text between two offsets. */
export const codeOf = ({ text }: Line, start: number, end: number): Draft => draft(start, end, text.slice(start, end));

/** A name that ends with a hyphen and a number of at most three digits; years keep their own meaning: mid-2019. */
export const hyphenedAt = (line: Line, at: number): Draft | undefined => {
  if (isInWord(line.text[at - 1])) return undefined;
  hyphened.lastIndex = at;
  const match = hyphened.exec(line.text);
  return match ? draft(at, at + match[0].length, match[0]) : undefined;
};
