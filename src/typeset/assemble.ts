import { addressesIn } from "./addresses.ts";
import type { Box, Boxes, Joint, Run, Word } from "./boxes.ts";
import { charactersOf, type Glyphable } from "./characters.ts";
import { hyphenCost, partsOf } from "./divisions.ts";
import type { Setting } from "./setting.ts";
import { shape } from "./shape.ts";
import { spaceBetween, writtenSpace } from "./spacing.ts";
import type { Unset } from "./unset.ts";

/** What a break costs (TeX: \hyphenpenalty, \exhyphenpenalty). */
const cost = { space: 0, writtenHyphen: 80, inWord: 120 };

/** A mark with no more blank than this on a side, in thousandths of the em, keeps it. */
const leastBlank = 200;
const halfBlank = 420;

/** Dashes that take whole ems (fwid): —— and ⸺ are 1.69 em otherwise. */
const fullWidth = new Set("—⸺⸻");

/** Characters that are shaped together: those of a word, but for marks that ask for space of their own. */
const groups = <Tag>(
  characters: readonly Glyphable<Tag>[],
  { spaceBefore, spaceAfter }: Setting["rules"],
): readonly (readonly Glyphable<Tag>[])[] => {
  const found: Glyphable<Tag>[][] = [];
  for (const character of characters) {
    const current = found.at(-1);
    const last = current?.at(-1);
    const joins =
      last !== undefined &&
      character.break === "never" &&
      last.run === character.run &&
      last.face === character.face &&
      (character.kind === "letter" || character.kind === "space" || character.kind === "pair") &&
      last.kind === character.kind &&
      !spaceBefore.has(character.text) &&
      !spaceAfter.has(last.text);
    if (joins) current?.push(character);
    else found.push([character]);
  }
  return found;
};

/**
 * Blanks of a full-width mark in pt: half an em on the empty side, a quarter on both where the ink is centred. A narrow
 * middle dot gets what it lacks of half an em (GB/T 15834 5.1.7).
 */
const blanksOf = <Tag>(word: Word<Tag>, kind: Box["kind"]): readonly [number, number] => {
  const { size } = word.face;
  if (kind !== "opening" && kind !== "closing" && kind !== "stop" && kind !== "dot") return [0, 0];
  const lack = (size * (500 - word.shaped.advance)) / 2000;
  if (kind === "dot" && lack > 0) return [-lack, -lack];
  if (word.shaped.advance < 900) return [0, 0];
  const [left, right] = word.shaped.bearings;
  if (kind !== "dot" && left >= halfBlank && left > right) return [size / 2, 0];
  if (kind !== "dot" && right >= halfBlank && right > left) return [0, size / 2];
  return left >= leastBlank && right >= leastBlank ? [size / 4, size / 4] : [0, 0];
};

const wordOf = <Tag>(group: readonly Glyphable<Tag>[]): Word<Tag> => {
  const { run, at, face, script } = group[0] as Glyphable<Tag>;
  const text = group.map((character) => character.text).join("");
  const square = script === "Hani" && fullWidth.has(text[0] as string);
  const features = square ? ["fwid", ...run.style.features] : run.style.features;
  return { text, run, at, face, features, shaped: shape(face.font, text, features) };
};

const penaltyOf = (next: Glyphable<unknown>, left: Box, right: Box, spaced: boolean): number => {
  if (next.break === "never") return Number.POSITIVE_INFINITY;
  if (next.break === "must") return Number.NEGATIVE_INFINITY;
  if (spaced) return cost.space;
  if (next.soft) return hyphenCost;
  if (left.kind !== "letter" || right.kind !== "letter") return 0;
  return /[-\u2010]$/u.test(left.word.text) ? cost.writtenHyphen : cost.inWord;
};

const noSpace: Joint = {
  natural: 0,
  stretch: 0,
  shrink: 0,
  text: "",
  penalty: 0,
  hyphen: false,
  forced: false,
  unkerned: 0,
};

/**
 * Makes a paragraph of runs ready to be broken, and tells what {@link charactersOf} tells. `longest`: words that are wider,
 * in pt, may be divided anywhere.
 */
export const assemble = <Tag>(
  runs: readonly Run<Tag>[],
  setting: Setting,
  longest?: number,
): Boxes<Tag> & { readonly unset: readonly Unset<Tag>[] } => {
  const { characters, unset } = charactersOf(runs, setting);
  const boxes: Box<Tag>[] = [];
  const joints: Joint[] = [];
  const addresses = new Map(runs.map((run) => [run, addressesIn(run.text)] as const));
  let spaces = "";
  for (const group of groups(characters, setting.rules)) {
    const first = group[0] as Glyphable<Tag>;
    if (first.kind === "space") {
      spaces += group.map((character) => character.text).join("");
      continue;
    }
    const word = wordOf(group);
    const addressed = (addresses.get(first.run) ?? []).some(([start, end]) => start <= word.at && word.at < end);
    for (const { box, division } of partsOf(
      word,
      first.kind,
      blanksOf(word, first.kind),
      addressed,
      setting,
      longest,
    )) {
      const left = boxes.at(-1);
      if (left && division) {
        const { price, hyphen, forced, unkerned } = division;
        joints.push({ ...noSpace, penalty: price, hyphen, forced, unkerned });
      } else if (left) {
        const glue = spaces ? writtenSpace(left, box, spaces, setting.rules) : spaceBetween(left, box, setting.rules);
        const penalty = penaltyOf(first, left, box, spaces !== "");
        joints.push({ ...glue, text: spaces, penalty, hyphen: first.soft, forced: false, unkerned: 0 });
      }
      boxes.push(box);
    }
    spaces = "";
  }
  if (boxes.length > 0) joints.push({ ...noSpace, penalty: Number.NEGATIVE_INFINITY });
  return { boxes, joints, unset };
};
