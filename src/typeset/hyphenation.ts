import type { Script } from "./script.ts";

/** Gives the positions (UTF-16, from 1 to length - 1) at which a word may be divided. */
export type Hyphenate = (word: string) => readonly number[];

type Hyphenator = (word: string, options: { readonly hyphenChar: string; readonly html: boolean }) => string;

/** Letters that must stay before and after a division (TeX \lefthyphenmin, \righthyphenmin), where they are not 2 and 3. */
const minima: Readonly<Record<string, readonly [number, number]>> = {
  de: [2, 2],
  es: [2, 2],
  it: [2, 2],
  nl: [2, 2],
  pt: [2, 3],
  ru: [2, 2],
  uk: [2, 2],
};

/** Words shorter than this are not divided. */
const shortest = 6;
const softHyphen = "\u00ad";
const none: Hyphenate = () => [];

const loaded = new Map<string, Promise<Hyphenate>>();

/** Names that the pattern package may know a language by, the nearest first: en-GB → en-gb, en. */
const patternNames = (language: string): readonly string[] => {
  const parts = language.toLowerCase().split("-");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
};

const load = async (language: string, script: Script): Promise<Hyphenate> => {
  // Han text breaks anywhere; what the package has for Chinese divides pinyin.
  if (script === "Hani" || script === "Hang") return none;
  for (const name of patternNames(language)) {
    const patterns = await import(`hyphen/${name}/index.js`).catch(() => undefined);
    if (patterns) return hyphenateWith((patterns.default ?? patterns).hyphenateSync as Hyphenator, language);
  }
  return none;
};

const hyphenateWith = (divide: Hyphenator, language: string): Hyphenate => {
  const [left, right] = minima[language.split("-")[0] as string] ?? [2, 3];
  const known = new Map<string, readonly number[]>();
  return (word) => {
    if (word.length < shortest) return [];
    const seen = known.get(word);
    if (seen) return seen;
    const positions: number[] = [];
    let length = 0;
    for (const part of divide(word, { hyphenChar: softHyphen, html: false }).split(softHyphen)) {
      length += part.length;
      if (length >= left && word.length - length >= right) positions.push(length);
    }
    known.set(word, positions);
    return positions;
  };
};

/**
 * Hyphenation of a language by its BCP 47 tag and main script, from the TeX patterns of the package `hyphen`; a
 * language without patterns is never divided.
 */
export const hyphenation = (language: string, script: Script): Promise<Hyphenate> => {
  const key = `${language} ${script}`;
  const known = loaded.get(key);
  if (known) return known;
  const found = load(language, script);
  loaded.set(key, found);
  return found;
};
