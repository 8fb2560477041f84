import type { Finding } from "../model/finding.ts";
import type { Run } from "./boxes.ts";
import type { SizedFace } from "./faces.ts";
import type { Unset } from "./unset.ts";

/** A number with its sign, its separators and what stands close to it. */
const number = /[-−+±]?\p{Nd}(?:[.,٫٬'’\u00a0\u202f]?\p{Nd})*[%‰]?/gu;

/** A character with its UTF-16 offset in its run, and its face, if it has one. */
type Faced = {
  readonly text: string;
  readonly at: number;
  readonly face: SizedFace | undefined;
};

const nameOf = ({ face }: SizedFace): string => `${face.family} ${face.weight}`;

const finding = (words: string, stranger: Faced, usual: SizedFace): Finding => ({
  severity: "error",
  rule: "mixed-number",
  message: `"${words}" would be set from two faces: "${stranger.text}" from ${nameOf(stranger.face as SizedFace)}, the rest from ${nameOf(usual)}`,
  hint: `take a ${nameOf(usual)} that has "${stranger.text}"`,
});

/**
 * Numbers of a run whose characters come from several faces (`mixed-number`): a face lacks a digit or a sign, and the next
 * one that has it would be taken.
 */
export const mixedNumbers = <Tag>(run: Run<Tag>, characters: readonly Faced[]): readonly Unset<Tag>[] => {
  if (new Set(characters.map(({ face }) => face?.face)).size < 2) return [];
  return [...run.text.matchAll(number)].flatMap(({ 0: words, index }): readonly Unset<Tag>[] => {
    const inside = characters.filter(({ at, face }) => at >= index && at < index + words.length && face !== undefined);
    const usual = inside.find(({ text }) => /\p{Nd}/u.test(text))?.face;
    const stranger = inside.find(({ face }) => face?.face !== usual?.face);
    return usual && stranger ? [{ finding: finding(words, stranger, usual), run, at: stranger.at }] : [];
  });
};
