import { z } from "zod";
import { approximations } from "./figure.ts";

/**
 * What a language's prose says about its figures besides printing them: the words of language.yaml by which the checks
 * read a sentence. A word matches whole words where the script has spaces, and anywhere where it has none.
 */

const words = z.array(z.string().min(1)).default([]);

export const claimsSchema = z.strictObject({
  /** Words for a rise, a fall, no change, in every form that prose uses; those of `directions` are known anyway. */
  up: words,
  down: words,
  flat: words,
  /** Words by which a sentence says that a number is approximate: "more-than": [余, 多, 超过]. */
  approximations: z.partialRecord(z.enum(approximations), words).default({}),
  /** Words that pair two lists: `before` stands before the list of numbers (分别), `after` behind it (respectively). */
  respectively: z.strictObject({ before: words, after: words }).prefault({}),
  /** Words that claim the first place of an order (首位, highest). */
  first: words,
  /** What joins the items of a list: 、 和 "and". */
  joins: words,
  /** Number words beyond those of numbers.spellout: 两, 翻番, dozen, half, doubled. */
  numerals: words,
  /**
   * Numerals that mean no number unless a counter (`reading.counters`, those of the units) follows: 一, 百, 千 in 一网通办
   * and 千方百计.
   */
  figurative: words,
  /** Words that contain one of the others and claim nothing: 统一, 一流, 节约. */
  plain: words,
});

const nameText = z.string().min(1);

/**
 * Numerals that are names and state no fact of the data: dates, campaigns, proper names (2020年立法工作计划, G60). The key is
 * the same in every language, so that a name that one of them leaves out is found. A name may have several forms.
 */
export const namesSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case letters, digits and -"),
  z.union([nameText, z.array(nameText).min(1)]),
);
