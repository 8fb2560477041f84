import LineBreaker from "linebreak";
import { addressesIn, breaksInAddress } from "./addresses.ts";
import type { MarkClass } from "./marks.ts";
import type { Rules } from "./rules.ts";

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
const currency = /\p{Sc}/u;
/** What follows its number closely: 3.97%, 36.6℃, and their full-width forms. */
const afterNumber = /[%‰‱°′″℃℉％]/u;
const dash = /\p{Pd}|[～〜]/u;
const longDash = /[–—]/u;
/** What joins the parts of one number: 2016—2019, 10:30, 1/3. */
const within = /\p{Pd}|[～〜.,:/：．]/u;
const fullWidthDigit = /[０-９]/u;

/** Two characters side by side, with the one before them. */
type Pair = { readonly earlier: Character | undefined; readonly before: Character; readonly after: Character };

/** Pairs within a number or between it and what it counts: no break parts them, in any language. */
const numeric = ({ earlier, before, after }: Pair): boolean =>
  // Full-width digits are ideographs to UAX #14, which parts them.
  (digit.test(before.text) && digit.test(after.text)) ||
  (before.text === "，" && fullWidthDigit.test(after.text) && fullWidthDigit.test(earlier?.text ?? "")) ||
  (within.test(before.text) && digit.test(after.text) && earlier !== undefined && digit.test(earlier.text)) ||
  (digit.test(before.text) && (dash.test(after.text) || afterNumber.test(after.text))) ||
  (currency.test(before.text) && digit.test(after.text)) ||
  (digit.test(before.text) && currency.test(after.text)) ||
  // 22名, 2019年: the word that counts or names stays with its number.
  (digit.test(before.text) && after.kind === "square");

/** Pairs that no break may part, whatever UAX #14 says. */
const inseparable = (pair: Pair, { marks }: Rules): boolean => {
  const { before, after } = pair;
  return (
    marks.notAtEnd(before.text, before.kind) ||
    marks.notAtStart(after.text, after.kind) ||
    (before.quantity !== 0 && before.quantity === after.quantity) ||
    // A dash ends a line and begins none.
    (longDash.test(after.text) && before.kind === "letter") ||
    // —— and …… are one mark.
    (before.kind === "pair" && after.kind === "pair" && before.text === after.text) ||
    numeric(pair)
  );
};

/** Whether UAX #14 alone decides about a character: ASCII marks and the like beside Han text. */
const latinMark = (character: Character): boolean => character.kind === "letter" && !letterOrDigit.test(character.text);

const uax14 = (text: string): ReadonlyMap<number, Break> => {
  const found = new Map<number, Break>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak())
    found.set(next.position, next.required ? "must" : "may");
  return found;
};

/** Offsets inside text that the language's rules keep whole. */
const inUnbroken = (text: string, { unbroken }: Rules): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const pattern of unbroken)
    for (const match of text.matchAll(pattern))
      for (let at = match.index + 1; at < match.index + match[0].length; at++) found.add(at);
  return found;
};

/** Whether a line may end at the offsets inside addresses: their own rule, whatever UAX #14 says of their marks. */
const inAddresses = (text: string): ReadonlyMap<number, boolean> => {
  const found = new Map<number, boolean>();
  for (const [start, end] of addressesIn(text))
    for (let at = start + 1; at < end; at++) found.set(at, breaksInAddress(text[at - 1] as string, text[at] as string));
  return found;
};

/** Words of one quantity stay together from its first digit on: more than | 6.8 billion RMB. */
const keptAcrossSpace = (before: Character, after: Character, { marks, spaceBefore, spaceAfter }: Rules): boolean =>
  spaceBefore.has(after.text) ||
  spaceAfter.has(before.text) ||
  marks.notAtEnd(before.text, before.kind) ||
  marks.notAtStart(after.text, after.kind) ||
  // 3 万元: a typed space does not part a number from its counter.
  (digit.test(before.text) && after.kind === "square") ||
  (before.quantity !== 0 &&
    before.quantity === after.quantity &&
    !digit.test(after.text) &&
    letterOrDigit.test(after.text));

const lastVisible = (characters: readonly Character[], from: number): Character | undefined => {
  let index = from;
  while (index >= 0 && characters[index]?.kind === "space") index--;
  return characters[index];
};

/**
 * Where lines may end: entry i speaks of the place before character i. UAX #14, tailored by the language's classes
 * (clreq 3.1.5, JLREQ 3.1.7–3.1.10), by what it keeps whole, and for quantities; the entry 0 is "never".
 */
export const breaksOf = (characters: readonly Character[], rules: Rules): readonly Break[] => {
  const text = characters.map((character) => character.text).join("");
  const allowed = uax14(text);
  const whole = inUnbroken(text, rules);
  const addressed = inAddresses(text);
  return characters.map((after, index): Break => {
    const before = characters[index - 1];
    if (!before) return "never";
    const standard = allowed.get(after.offset) ?? "never";
    if (standard === "must") return "must";
    if (after.kind === "space" || whole.has(after.offset)) return "never";
    if (before.kind === "space") {
      const visible = lastVisible(characters, index - 1);
      const spacedDash = longDash.test(after.text) && characters[index + 1]?.kind === "space";
      return !visible || spacedDash || keptAcrossSpace(visible, after, rules) ? "never" : standard;
    }
    const inside = addressed.get(after.offset);
    if (inside !== undefined) return inside ? "may" : "never";
    if (inseparable({ earlier: characters[index - 2], before, after }, rules)) return "never";
    const letters = before.kind === "letter" && after.kind === "letter";
    // Kana and repetition marks: the language's own list where it has one, else UAX #14.
    const squares = before.kind === "square" && after.kind === "square" && !rules.listed;
    // Han text breaks between any two characters that no rule keeps together, also beside letters (clreq 3.1.6).
    return letters || squares || latinMark(before) || latinMark(after) ? standard : "may";
  });
};
