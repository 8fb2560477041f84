import { codePointName, hiddenIn, lineEndReferences } from "../model/characters.ts";
import { decoded } from "./stretches.ts";

/** Character references (CommonMark 2.5) that no backslash takes away. */
const references = /(?<!\\)(?:\\\\)*(&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});)/g;

/** A reference that makes what must not stand in print, where it stands. */
export type HiddenReference = {
  readonly message: string;
  readonly hint: string;
  readonly from: number;
  readonly to: number;
};

/** The references of a text that make characters which no source file may hold, but for those that tell where lines end. */
export const hiddenReferences = (text: string): readonly HiddenReference[] =>
  [...text.matchAll(references)].flatMap(({ 0: whole, 1: reference = "", index }): HiddenReference[] => {
    const [hidden] = hiddenIn(decoded(reference)).filter(({ character }) => !lineEndReferences.has(character));
    if (!hidden) return [];
    const to = index + whole.length;
    const message = `${reference} makes ${codePointName(hidden.character)}, which is invisible or not allowed in print`;
    return [{ message, hint: "delete it; type a visible character if one was meant", from: to - reference.length, to }];
  });

/** A text with letters instead of such references, visibly wrong and of the same length. */
export const withoutHidden = (text: string, hidden: readonly HiddenReference[]): string => {
  let clean = "";
  let done = 0;
  for (const { from, to } of hidden) {
    clean += text.slice(done, from) + "x".repeat(to - from);
    done = to;
  }
  return clean + text.slice(done);
};
