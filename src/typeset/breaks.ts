import LineBreaker from "linebreak";
import { type MarkClass, notAtEnd, notAtStart } from "./marks.ts";

/** One code point of a paragraph with what decides about breaks beside it. */
export type Character = {
  readonly text: string;
  /** UTF-16 offset in the paragraph. */
  readonly offset: number;
  readonly kind: MarkClass;
  /** Characters with the same number belong to one quantity that is not torn: 17.36万件, 第二十一届. 0: none. */
  readonly quantity: number;
};

/** Whether a line may end before a character: never, if it helps, always. */
export type Break = "never" | "may" | "must";

const digit = /\p{Nd}/u;
const letterOrDigit = /[\p{L}\p{Nd}]/u;

/** Pairs that no break may part, whatever UAX #14 says. */
const inseparable = (before: Character, after: Character): boolean =>
  notAtEnd(before.kind) ||
  notAtStart(after.text, after.kind) ||
  (before.quantity !== 0 && before.quantity === after.quantity) ||
  // —— and …… are one mark.
  (before.kind === "pair" && after.kind === "pair" && before.text === after.text) ||
  // 2016—2019
  (before.kind === "connector" && digit.test(after.text)) ||
  // 22名, 2019年: the word that counts or names stays with its number.
  (digit.test(before.text) && after.kind === "square");

/** Whether UAX #14 alone decides about a character: ASCII marks and the like beside Han text. */
const latinMark = (character: Character): boolean => character.kind === "letter" && !letterOrDigit.test(character.text);

const uax14 = (text: string): ReadonlyMap<number, Break> => {
  const found = new Map<number, Break>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak())
    found.set(next.position, next.required ? "must" : "may");
  return found;
};

/**
 * Where lines may end: entry i speaks of the place before character i. UAX #14 tailored for Han text by clreq 3.1.5
 * and for quantities; the entry 0 is "never".
 */
export const breaksOf = (characters: readonly Character[]): readonly Break[] => {
  const text = characters.map((character) => character.text).join("");
  const allowed = uax14(text);
  return characters.map((after, index): Break => {
    const before = characters[index - 1];
    if (!before) return "never";
    const standard = allowed.get(after.offset) ?? "never";
    if (standard === "must") return "must";
    const visible = before.kind === "space" ? lastVisible(characters, index - 1) : before;
    if (!visible || after.kind === "space") return "never";
    if (before.kind === "space") return keptAcrossSpace(visible, after) ? "never" : standard;
    if (inseparable(before, after)) return "never";
    // Han text breaks between any two characters that no rule keeps together, also beside letters (clreq 3.1.6).
    const both = before.kind === "letter" && after.kind === "letter";
    return both || latinMark(before) || latinMark(after) ? standard : "may";
  });
};

const lastVisible = (characters: readonly Character[], from: number): Character | undefined => {
  let index = from;
  while (index >= 0 && characters[index]?.kind === "space") index--;
  return characters[index];
};

/** Words of one quantity stay together from its first digit on: more than | 6.8 billion RMB. */
const keptAcrossSpace = (before: Character, after: Character): boolean =>
  before.quantity !== 0 &&
  before.quantity === after.quantity &&
  !digit.test(after.text) &&
  letterOrDigit.test(after.text);
