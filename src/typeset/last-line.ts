import type { Boxes } from "./boxes.ts";

/** What is asked of a paragraph's last line. */
export type LastLine = {
  /** How far it should reach in pt: no Han character and no short word alone. */
  readonly reach: number;
  /** The last box that it may begin with: not the mere end of a divided word. */
  readonly latestBeginning: number;
};

/** A last line of western text holds two words or one of this many letters. */
const leastLetters = 5;

const lettersIn = (text: string): number => text.match(/[\p{L}\p{Nd}]/gu)?.length ?? 0;

/** Whether a line may begin with a box and be the last. `words`: whole words from there on, `longest`: letters of the longest. */
type Enough = (partOfWord: boolean, words: number, longest: number) => boolean;

const western: Enough = (_, words, longest) => words >= 2 || longest >= leastLetters;
/** Han text has no words that could be counted; only the end of a divided word is too little. */
const square: Enough = (partOfWord, words) => !partOfWord || words > 0;

/** The last box that the last line of a paragraph may begin with, so that it is not the mere end of a divided word. */
export const latestBeginning = ({ boxes, joints }: Boxes, script: string): number => {
  const enough = script === "Hani" || script === "Hang" ? square : western;
  let [words, longest, letters] = [0, 0, 0];
  for (let index = boxes.length - 1; index > 0; index--) {
    const box = boxes[index] as Boxes["boxes"][number];
    letters += lettersIn(box.word.text.slice(box.start, box.end));
    const spaced = joints[index - 1]?.text !== "";
    if ((spaced || box.kind === "square") && letters > 0) {
      words++;
      longest = Math.max(longest, letters);
      letters = 0;
    }
    if (enough(box.start > 0, words, longest)) return index;
  }
  return 0;
};
