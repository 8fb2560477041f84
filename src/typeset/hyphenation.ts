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

/** Words with the places of their divisions. */
type Exceptions = ReadonlyMap<string, readonly number[]>;

type Patterns = { readonly divide: Hyphenator; readonly exceptions: Exceptions };

/** TeX's exceptions as the package has them: each place is too far to the right by the hyphens before it (1.14.1). */
const shiftedBack = (words: Readonly<Record<string, readonly number[]>> = {}): Exceptions =>
  new Map(Object.entries(words).map(([word, places]) => [word, places.map((place, before) => place - before)]));

const load = async (name: string): Promise<Patterns | undefined> => {
  const found = await import(`hyphen/${name}/index.js`).catch(() => undefined);
  if (!found) return undefined;
  const { hyphenateSync, patterns } = found.default ?? found;
  return { divide: hyphenateSync as Hyphenator, exceptions: shiftedBack(patterns[2]) };
};

/** Read once: the package writes the words that it divides among its exceptions. */
const loaded = new Map<string, Promise<Patterns | undefined>>();

const patternsOf = async (language: string): Promise<Patterns | undefined> => {
  for (const name of patternNames(language)) {
    const loading = loaded.get(name) ?? load(name);
    loaded.set(name, loading);
    const found = await loading;
    if (found) return found;
  }
  return undefined;
};

/** Whether there are patterns by which words of a language are divided. */
export const hasPatterns = async (language: string): Promise<boolean> => (await patternsOf(language)) !== undefined;

/** "pro-ject" → project: [3]. */
const exceptionsOf = (words: string): Exceptions =>
  new Map(
    words.split(/\s+/u).map((word) => {
      const parts = word.toLowerCase().split("-");
      const ends = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("").length);
      return [parts.join(""), ends];
    }),
  );

/**
 * Hyphenation of a language by its BCP 47 tag and main script: its own exceptions, then TeX's exceptions and patterns from
 * the package `hyphen`; a language without patterns divides its exceptions only. Han and Hangul text is never divided: it breaks
 * anywhere, and what the package has for Chinese divides pinyin.
 */
export const hyphenation = async (
  language: string,
  script: Script,
  rules: LineRules["hyphenation"],
): Promise<Hyphenate> => {
  if (script === "Hani" || script === "Hang") return none;
  const patterns = await patternsOf(language);
  const exceptions = exceptionsOf(rules.exceptions);
  const usual = minima[language.split("-")[0] as string] ?? [2, 3];
  const [least, leastAfter] = [rules.before ?? usual[0], rules.after ?? usual[1]];
  const placesIn = (word: string, { divide, exceptions: listed }: Patterns): readonly number[] => {
    const places = listed.get(word.toLowerCase());
    if (places) return places;
    const parts = divide(word, { hyphenChar: softHyphen, html: false }).split(softHyphen);
    return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("").length);
  };
  const byPatterns = (word: string): readonly number[] =>
    patterns && word.length >= rules.shortest
      ? placesIn(word, patterns).filter((place) => place >= least && word.length - place >= leastAfter)
      : [];
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const seen = known.get(word);
    if (seen) return seen;
    const found = exceptions.get(word.toLowerCase()) ?? byPatterns(word);
    known.set(word, found);
    return found;
  };
};
