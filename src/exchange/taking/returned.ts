import type { Place } from "../../model/place.ts";
import type { CodeKind } from "../unit.ts";

/** What comes back from a translator, whatever the format: texts with codes by their ids. */

/** A code as a file has it: one that stands alone, or one of a pair. */
export type ReturnedCode = {
  readonly id: string;
  readonly kind: Extract<CodeKind, "open" | "close"> | "alone";
};
export type ReturnedContent = readonly (string | ReturnedCode)[];

export type ReturnedUnit = {
  readonly id: string;
  readonly source: ReturnedContent;
  /** `undefined` where there is none, or nothing in it. */
  readonly target: ReturnedContent | undefined;
  /** Some of its segments are translated and some are not. */
  readonly isHalf: boolean;
  /** Its translator says that it is done, which tools that know states say only of those that are. */
  readonly isDone: boolean;
  readonly place: Place;
  /** Its file says by other means than the words that its source was another. */
  readonly isSourceOld?: boolean;
  /** Its codes are numbers in the order of the unit, whose source had this fingerprint. */
  readonly numbered?: string;
};

export type Returned = {
  readonly file: string;
  /** "XLIFF 1.2", "DOCX". */
  readonly format: string;
  /** BCP 47, as the file says. */
  readonly sourceLanguage: string | undefined;
  readonly targetLanguage: string | undefined;
  readonly units: readonly ReturnedUnit[];
};

/** White space of XML is one space; word joiners that tools put beside codes go. */
const tidy = (text: string): string =>
  text
    .replace(/[ \t\r\n]+/g, " ")
    .replaceAll("\u2060", "")
    .normalize("NFC");

/** A content with its words put together and tidied, and no space at its ends. */
export const tidied = (content: ReturnedContent): ReturnedContent => {
  const parts: (string | ReturnedCode)[] = [];
  for (const part of content) {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  const clean = parts.map((part) => (typeof part === "string" ? tidy(part) : part));
  if (typeof clean[0] === "string") clean[0] = clean[0].replace(/^ /, "");
  const last = clean.at(-1);
  if (typeof last === "string") clean[clean.length - 1] = last.replace(/ $/, "");
  return clean.filter((part) => part !== "");
};

/** What a content says, codes by their names, as the record of a translation has it. */
export const returnedText = (content: ReturnedContent): string =>
  content
    .map((part) => (typeof part === "string" ? part : part.kind === "close" ? `{/${part.id}}` : `{${part.id}}`))
    .join("");

/** A text without its white space: what tools leave of it is no change. */
export const withoutSpaces = (text: string): string => text.replace(/[\s\u2060]+/g, "").normalize("NFC");

/** The words of a content alone, without codes and white space. */
export const wordsOf = (content: readonly (string | object)[]): string =>
  withoutSpaces(content.filter((part) => typeof part === "string").join(""));
