import type { FinishedText, TextBlock } from "../../model/finished.ts";
import type { Language } from "../../model/language.ts";
import { type HeadNumber, headNumberOf } from "./heads.ts";
import type { Numeral } from "./numeral.ts";
import { readNumerals, smallOf } from "./read/index.ts";

/** A block with what was read in it. */
export type Passage = {
  readonly block: TextBlock;
  readonly numerals: readonly Numeral[];
  /** Its text in small letters, each character as the one that it is read as; of the same length. */
  readonly small: string;
  /** The number of a numbered head. */
  readonly head?: HeadNumber;
  /** Offsets at which its sentences end. */
  readonly sentenceEnds: readonly number[];
};

/** One of the two documents that are compared. */
export type Side = {
  readonly file: string;
  readonly language: Language;
  readonly passages: readonly Passage[];
};

/** A point behind a capital, or a capital and one letter, most often shortens a word: U.S., No., Dr. */
const sentenceEnd =
  /[。！？；]|(?:(?<![\p{L}.]\p{Lu}|\p{Lu}\.\p{Lu}|[^\p{L}]\p{Lu}\p{Ll})\.|[!?;])["”’'）)]*(?=\s+[^\p{Ll}])|$/gu;

const passageOf = (block: TextBlock, language: Language): Passage => {
  const head = headNumberOf(block, language);
  const numerals = readNumerals(block.text, language).filter((numeral) => numeral.end > (head?.length ?? 0));
  const sentenceEnds = [...block.text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  return { block, numerals, small: smallOf(block.text, language), sentenceEnds, ...(head && { head }) };
};

/** Reads every block of a document, tables and pictures in the units that stand in their heads. */
export const readSide = ({ file, blocks }: FinishedText, language: Language): Side => ({
  file,
  language,
  passages: blocks.map((block) => passageOf(block, language)),
});

/** 0-based number of the sentence in which an offset lies. */
export const sentenceOf = (passage: Passage, offset: number): number =>
  passage.sentenceEnds.findIndex((end) => offset < end);

/** Where the sentence that holds an offset begins and ends. */
export const sentenceAround = (passage: Passage, offset: number): readonly [begin: number, end: number] => {
  const sentence = sentenceOf(passage, offset);
  return [passage.sentenceEnds[sentence - 1] ?? 0, passage.sentenceEnds[sentence] ?? passage.block.text.length];
};
