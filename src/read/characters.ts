import type { Report } from "../model/finding.ts";
import { lineStarts, type Place, placeAt } from "../model/place.ts";

/**
 * Characters that print as nothing, reorder what is printed, or break a file format: controls, zero-width and
 * bidirectional formatting characters, byte-order marks, the object replacement character, private use, non-characters
 * and lone surrogates (XML 1.0 §2.2, UAX #9 §2, Unicode ch. 23).
 */
const forbidden = new RegExp(
  [
    "[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u180E]",
    "[\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF0-\\uFFFC]",
    "\\p{Private_Use}",
    "\\p{Surrogate}",
    "\\p{Variation_Selector}",
    "\\p{Noncharacter_Code_Point}",
  ].join("|"),
  "gu",
);

/** The characters of a text that must not stand in a source file, with their offsets. */
export const hiddenIn = (text: string): readonly { readonly character: string; readonly offset: number }[] =>
  [...text.matchAll(forbidden)].map((match) => ({ character: match[0], offset: match.index }));

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Reports `hidden-character` for one that stands at a place or that an escape makes there. */
export const reportHidden = (character: string, place: Place, report: Report): void =>
  report({
    severity: "error",
    rule: "hidden-character",
    message: `${codePointName(character)} is invisible or not allowed in print`,
    place,
    hint: "delete it; type a visible character if one was meant",
  });

/** Reports `hidden-character` with its place for every character that must not stand in a source file. */
export const checkCharacters = (file: string, text: string, report: Report): void => {
  let starts: readonly number[] | undefined;
  for (const { character, offset } of hiddenIn(text)) {
    starts ??= lineStarts(text);
    reportHidden(character, placeAt(file, starts, offset), report);
  }
};
