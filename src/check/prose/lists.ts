import type { PrintedNumber } from "../passages.ts";
import type { Reading } from "./reading.ts";

/** Numbers that follow one another with nothing but a joint between them: "15.54% and 8.79%". */
export const listsOf = ({ passage, numbers, vocabulary }: Reading): readonly (readonly PrintedNumber[])[] => {
  const lists: PrintedNumber[][] = [];
  let last: PrintedNumber | undefined;
  for (const number of numbers) {
    const open = lists.at(-1);
    if (last && open && vocabulary.joins(passage.text.slice(last.end, number.start))) open.push(number);
    else lists.push([number]);
    last = number;
  }
  return lists;
};
