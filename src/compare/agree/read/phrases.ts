import type { ReadingRules } from "../../../model/reading.ts";
import { addWord, newTrie, type Trie } from "./trie.ts";

/** A phrase that holds the look of a number, or says one without any. */
export type Phrase =
  /** It says no number and is passed over: Thursday 星期四. */
  | { readonly type: "name" }
  /** Its number words are hardly numbers: they may be partners and need none. */
  | { readonly type: "figurative" }
  /** A run of months: 1-6. */
  | { readonly type: "period"; readonly months: string }
  /** A time of day in minutes. */
  | { readonly type: "time"; readonly minutes: number }
  /** A number of a certain size: dozens. */
  | { readonly type: "vague"; readonly size: number };

export type Phrases = {
  readonly all: Trie<Phrase>;
  /** Words before a scale word that leave open how many: 数, several. */
  readonly several: Trie<true>;
  readonly joins: readonly string[];
};

export const phrasesOf = (rules: ReadingRules): Phrases => {
  const all = newTrie<Phrase>();
  for (const word of rules.names) addWord(all, word, { type: "name" });
  for (const [word, months] of Object.entries(rules.periods.words)) addWord(all, word, { type: "period", months });
  for (const [word, time] of Object.entries(rules.clock.words)) {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    addWord(all, word, { type: "time", minutes: hours * 60 + minutes });
  }
  for (const [word, size] of Object.entries(rules.vague.words)) addWord(all, word, { type: "vague", size });
  for (const word of rules.figurative) if (!word.includes("{n}")) addWord(all, word, { type: "figurative" });
  const several = newTrie<true>();
  for (const word of rules.vague.before) addWord(several, word, true);
  return { all, several, joins: rules.vague.joins };
};
