/** Characters by what they mean to a reader of numerals; nothing here belongs to one language. */

/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const wordCharacter = /[\p{L}\p{M}\p{Nd}]/u;

/** Letters and digits of one word in a script with spaces. */
const inWord = new Map<string, boolean>();

/** Whether a character is part of a word in a script with spaces: a number word may not begin or end beside it. */
export const isInWord = (character: string | undefined): boolean => {
  if (character === undefined) return false;
  let known = inWord.get(character);
  if (known === undefined) {
    known = wordCharacter.test(character) && !unspaced.test(character);
    inWord.set(character, known);
  }
  return known;
};

/** Whether a character belongs to a script without spaces between words. */
export const isUnspaced = (character: string | undefined): boolean =>
  character !== undefined && unspaced.test(character);

/** Whether a word may begin or end between the characters at `at - 1` and `at`. */
export const isBoundary = (text: string, at: number): boolean => !(isInWord(text[at - 1]) && isInWord(text[at]));

const digitZeros = (character: string): number => {
  let zero = character.codePointAt(0) ?? 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return zero;
};

/** ASCII digit for any decimal digit of the Basic Multilingual Plane (UAX #44, Nd come in runs of ten). */
const asciiDigit = (character: string): string =>
  String(((character.codePointAt(0) ?? 0) - digitZeros(character)) % 10);

/**
 * The text in a form that is easy to read, of the same length: digits of all scripts and full-width letters in ASCII,
 * every kind of space as a space, and between digits the full-width point, colon and stroke too. A full-width comma
 * groups full-width digits only; elsewhere it divides clauses.
 */
export const fold = (text: string): string =>
  text
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\t\n]/g, " ")
    .replace(/(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g, ",")
    .replace(/[Ａ-Ｚａ-ｚ％＋－＄]/g, (character) => String.fromCharCode((character.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/(?![0-9])\p{Nd}/gu, (character) => (character.length === 1 ? asciiDigit(character) : character))
    .replace(/(?<=\d)[．﹒·・٫](?=\d)/g, ".")
    .replace(/(?<=\d)：(?=\d)/g, ":")
    .replace(/(?<=\d)／(?=\d)/g, "/");

/** Small letters, unless that would change the length of the text, and each character as the one that it is read as. */
export const lower = (text: string, variants: ReadonlyMap<string, string>): string => {
  const small = text.toLowerCase();
  const same = small.length === text.length ? small : text;
  if (variants.size === 0) return same;
  let out = "";
  for (let at = 0; at < same.length; at++) {
    const character = same[at] as string;
    out += variants.get(character) ?? character;
  }
  return out;
};

/** A text in the two forms in which it is read; both have the length of the original. */
export type Line = { readonly text: string; readonly small: string };

/** The offset behind one space, if one stands there. */
export const skipSpace = (text: string, at: number): number => (text[at] === " " ? at + 1 : at);
