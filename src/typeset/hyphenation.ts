import type { LineRules } from "../model/line-rules.ts";
import type { Script } from "./script.ts";

/** Gives the positions (UTF-16, from 1 to length - 1) at which a word may be divided. */
export type Hyphenate = (word: string) => readonly number[];

type Hyphenator = (word: string, options: { readonly hyphenChar: string; readonly html: boolean }) => string;

/** Letters that stay before and after a division (TeX \lefthyphenmin, \righthyphenmin), where patterns ask for others than 2 and 3. */
const minima: Readonly<Record<string, readonly [number, number]>> = {
  de: [2, 2],
  es: [2, 2],
  it: [2, 2],
  nl: [2, 2],
  pt: [2, 3],
  ru: [2, 2],
  uk: [2, 2],
};

const softHyphen = "\u00ad";
const none: Hyphenate = () => [];

/** Names that the pattern package may know a language by, the nearest first: en-GB → en-gb, en. */
const patternNames = (language: string): readonly string[] => {
  const parts = language.toLowerCase().split("-");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
};

const patternsOf = async (language: string): Promise<Hyphenator | undefined> => {
  for (const name of patternNames(language)) {
    const patterns = await import(`hyphen/${name}/index.js`).catch(() => undefined);
    if (patterns) return (patterns.default ?? patterns).hyphenateSync as Hyphenator;
  }
  return undefined;
};

/** "pro-ject" → project: [3]. */
const exceptionsOf = (words: string): ReadonlyMap<string, readonly number[]> =>
  new Map(
    words.split(/\s+/u).map((word) => {
      const parts = word.toLowerCase().split("-");
      const ends = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("").length);
      return [parts.join(""), ends];
    }),
  );

/**
 * Hyphenation of a language by its BCP 47 tag and main script: its own exceptions, then the TeX patterns of the package
 * `hyphen`; a language without patterns divides its exceptions only. Han and Hangul text is never divided: it breaks
 * anywhere, and what the package has for Chinese divides pinyin.
 */
export const hyphenation = async (
  language: string,
  script: Script,
  rules: LineRules["hyphenation"],
): Promise<Hyphenate> => {
  if (script === "Hani" || script === "Hang") return none;
  const divide = await patternsOf(language);
  const exceptions = exceptionsOf(rules.exceptions);
  const usual = minima[language.split("-")[0] as string] ?? [2, 3];
  const [least, leastAfter] = [rules.before ?? usual[0], rules.after ?? usual[1]];
  const byPatterns = (word: string): readonly number[] => {
    if (!divide || word.length < rules.shortest) return [];
    const positions: number[] = [];
    let length = 0;
    for (const part of divide(word, { hyphenChar: softHyphen, html: false }).split(softHyphen)) {
      length += part.length;
      if (length >= least && word.length - length >= leastAfter) positions.push(length);
    }
    return positions;
  };
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const seen = known.get(word);
    if (seen) return seen;
    const found = exceptions.get(word.toLowerCase()) ?? byPatterns(word);
    known.set(word, found);
    return found;
  };
};
