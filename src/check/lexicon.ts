import { recent } from "../model/recent.ts";

/** A word found in a text, and what it stands for. */
export type Found<T> = {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly meanings: readonly T[];
};
/** Finds the words of a list in a text, from left to right; where words overlap, the longest counts. */
export type Lexicon<T> = (text: string) => readonly Found<T>[];

/**
 * Letters of scripts that set spaces between words; in the others (UAX #14, classes ID, CJ and SA) a word is found
 * wherever its characters stand.
 */
const spacedLetter =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}]/u;
const known = new Map<string, boolean>();
const isSpacedLetter = (character: string | undefined): boolean => {
  if (character === undefined) return false;
  const is = known.get(character) ?? spacedLetter.test(character);
  known.set(character, is);
  return is;
};

/** Whether the words of a text are set apart by spaces. */
export const isSpaced = (text: string): boolean => isSpacedLetter(text[0]);

/** Whether a stretch of a text is no piece of a longer word. */
export const isWhole = (text: string, start: number, end: number): boolean =>
  !(isSpacedLetter(text[start]) && isSpacedLetter(text[start - 1])) &&
  !(isSpacedLetter(text[end - 1]) && isSpacedLetter(text[end]));

/** A text in small letters and with plain spaces, of the same length. */
const folded = (text: string): string => {
  const small = text.toLowerCase();
  return (small.length === text.length ? small : text).replace(/\s/g, " ");
};

/** Every offset at which a piece stands in a text. */
export const offsetsOf = (text: string, piece: string): readonly number[] => {
  const offsets: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) offsets.push(at);
  return offsets;
};

/**
 * A lexicon of words and what they stand for, letter case ignored. A word with `undefined` is found and dropped, so that
 * it hides the shorter words inside it.
 */
export const lexicon = <T>(entries: Iterable<readonly [word: string, meaning: T | undefined]>): Lexicon<T> => {
  const meanings = new Map<string, Set<T>>();
  for (const [word, meaning] of entries) {
    const known = meanings.get(folded(word)) ?? new Set();
    meanings.set(folded(word), known);
    if (meaning !== undefined) known.add(meaning);
  }
  const words = [...meanings].toSorted(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  // A passage is searched once for each of its numbers, and again after each change of the project.
  return recent(
    1024,
    (text: string) => text,
    (text) => {
      const searched = folded(text);
      const taken: Found<T>[] = [];
      for (const [word, stands] of words)
        for (const start of offsetsOf(searched, word)) {
          const end = start + word.length;
          if (!isWhole(searched, start, end) || taken.some((found) => start < found.end && found.start < end)) continue;
          taken.push({ start, end, word: text.slice(start, end), meanings: [...stands] });
        }
      return taken.filter((found) => found.meanings.length > 0).toSorted((a, b) => a.start - b.start);
    },
  );
};
