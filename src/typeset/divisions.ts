import type { Box, Word } from "./boxes.ts";
import { hyphenWidth } from "./hyphen.ts";
import type { Setting } from "./setting.ts";

/** What a division costs: by the patterns, in a name, and anywhere, where a word is longer than a line. */
export const hyphenCost = 60;
const nameCost = 400;
const forcedCost = 2000;

/** How a word is divided at a place. */
type Division = {
  readonly price: number;
  readonly hyphen: boolean;
  /** No rule divides it there. */
  readonly forced: boolean;
};

/** A part of a word, and the division before it, with the kerning in pt that is lost there; none before the first. */
export type Part<Tag> = {
  readonly box: Box<Tag>;
  readonly division: (Division & { readonly unkerned: number }) | undefined;
};

/** Advance in pt up to every UTF-16 offset of a word; inside a ligature, its share. */
const advancesOf = ({ text, shaped, face }: Word): Float64Array => {
  const advances = new Float64Array(text.length + 1);
  let sum = 0;
  for (const [index, { cluster, advance }] of shaped.glyphs.entries()) {
    const end = shaped.glyphs[index + 1]?.cluster ?? text.length;
    for (let at = cluster + 1; at <= end; at++)
      advances[at] = ((sum + (advance * (at - cluster)) / (end - cluster)) * face.size) / 1000;
    sum += advance;
    if (end === cluster) advances[end] = (sum * face.size) / 1000;
  }
  return advances;
};

/** What a word is wider by in pt where it is cut behind a place: its last glyph is not drawn closer to the next any more. */
const unkerningOf = ({ shaped, face }: Word): ReadonlyMap<number, number> =>
  new Map(
    shaped.glyphs.slice(1).map(({ cluster }, index) => {
      const { width, advance } = shaped.glyphs[index] as Word["shaped"]["glyphs"][number];
      return [cluster, ((width - advance) * face.size) / 1000];
    }),
  );

const letters = /\p{L}{2,}/gu;

/** Where rules divide a word. Acronyms and compounds with a hyphen are left whole. */
const byRules = (text: string, setting: Setting): ReadonlyMap<number, Division> => {
  const found = new Map<number, Division>();
  if (/[-\u2010\p{Nd}]/u.test(text)) return found;
  for (const match of text.matchAll(letters)) {
    const part = match[0];
    if (/\p{Lu}/u.test(part.slice(1))) continue;
    const price = /^\p{Lu}/u.test(part) ? nameCost : hyphenCost;
    for (const position of setting.hyphenate(part))
      found.set(match.index + position, { price, hyphen: true, forced: false });
  }
  return found;
};

const digit = /\p{Nd}/u;
/** What belongs to the character before it: marks, and the second half of a surrogate pair. */
const dependent = /\p{M}|[\udc00-\udfff]/u;

/** Whether a word may be parted before a place at need: two characters stand on both sides, and no number is torn. */
const forcible = (text: string, at: number): boolean =>
  at > 1 &&
  at < text.length - 1 &&
  !dependent.test(text[at] as string) &&
  !(digit.test(text[at - 1] as string) && digit.test(text[at] as string));

/** Divisions of the parts that are wider than a line. A hyphen shows them in words, and would be read as their own in codes. */
const forced = (
  word: Word,
  cuts: readonly number[],
  advances: Float64Array,
  longest: number,
  addressed: boolean,
): ReadonlyMap<number, Division> => {
  const { text } = word;
  const hyphen = !addressed && /^[\p{L}\p{M}]+$/u.test(text) && !/^\p{Lu}+$/u.test(text);
  const found = new Map<number, Division>();
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] as number;
    const width = (advances[end] as number) - (advances[start] as number) + (hyphen ? hyphenWidth(word) : 0);
    if (width <= longest) continue;
    for (let at = start + 1; at < end; at++)
      if (forcible(text, at)) found.set(at, { price: forcedCost, hyphen, forced: true });
  }
  return found;
};

/**
 * A word in the parts that lines may end between. `blanks`: those of a full-width mark; `longest`: words that are wider, in
 * pt, may be divided anywhere; figures and the marks of notes never.
 */
export const partsOf = <Tag>(
  word: Word<Tag>,
  kind: Box["kind"],
  [before, after]: readonly [number, number],
  addressed: boolean,
  setting: Setting,
  longest: number | undefined,
): readonly Part<Tag>[] => {
  const { text, run } = word;
  const whole = kind !== "letter" || run.quantity === true || run.bound === true;
  const ruled = whole || addressed ? new Map<number, Division>() : byRules(text, setting);
  const inOne = longest === undefined || (word.shaped.advance * word.face.size) / 1000 <= longest;
  if (ruled.size === 0 && (whole || inOne)) {
    const width = (word.shaped.advance * word.face.size) / 1000 - before - after;
    return [{ box: { word, start: 0, end: text.length, kind, width, before, after }, division: undefined }];
  }
  const advances = advancesOf(word);
  const cuts = [0, ...[...ruled.keys()].toSorted((a, b) => a - b), text.length];
  const atNeed = whole || longest === undefined ? undefined : forced(word, cuts, advances, longest, addressed);
  const all = atNeed?.size ? [...cuts, ...atNeed.keys()].toSorted((a, b) => a - b) : cuts;
  const unkerned = all.length > 2 ? unkerningOf(word) : undefined;
  return all.slice(1).map((end, index): Part<Tag> => {
    const start = all[index] as number;
    const advance = (advances[end] as number) - (advances[start] as number);
    const box = { word, start, end, kind, width: advance - before - after, before, after };
    const division = ruled.get(start) ?? atNeed?.get(start);
    return { box, division: division && { ...division, unkerned: unkerned?.get(start) ?? 0 } };
  });
};
