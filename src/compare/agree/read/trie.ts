import { isBoundary } from "./characters.ts";

/** Words and what they mean; spaces and hyphens inside a word do not count: twenty-two, twenty two. */
export type Trie<T> = { readonly next: Map<string, Trie<T>>; meaning?: T };

export const newTrie = <T>(): Trie<T> => ({ next: new Map() });

const letters = (word: string): string => word.toLowerCase().replace(/[\s-]/g, "");

/** Adds a word; the first meaning that is given to it stays. */
export const addWord = <T>(trie: Trie<T>, word: string, meaning: T): void => {
  let node = trie;
  for (const letter of letters(word)) {
    const next = node.next.get(letter) ?? newTrie<T>();
    node.next.set(letter, next);
    node = next;
  }
  if (node !== trie && node.meaning === undefined) node.meaning = meaning;
};

export type Found<T> = { readonly end: number; readonly meaning: T };

/**
 * The longest word that begins at an offset of a text in small letters and ends where a word may end. `attached` words
 * may begin behind a digit: 120km.
 */
export const longestWord = <T>(trie: Trie<T>, text: string, start: number, attached = false): Found<T> | undefined => {
  if (!isBoundary(text, start) && !(attached && /\d/.test(text[start - 1] ?? ""))) return undefined;
  let node: Trie<T> | undefined = trie;
  let found: Found<T> | undefined;
  for (let at = start; at < text.length; at++) {
    const letter = text[at] as string;
    // One space or hyphen may stand between the parts of a word.
    if ((letter === " " || letter === "-") && at > start && !/[ -]/.test(text[at - 1] as string)) continue;
    node = node.next.get(letter);
    if (!node) break;
    if (node.meaning !== undefined && isBoundary(text, at + 1)) found = { end: at + 1, meaning: node.meaning };
  }
  return found;
};
