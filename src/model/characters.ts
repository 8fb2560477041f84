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

/** U+200B */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/**
 * Characters that only say where a line may end, and the references by which prose may ask for them: there everybody sees
 * them. A soft hyphen divides a word, a word joiner keeps two together.
 */
export const lineEndReferences: ReadonlyMap<string, string> = new Map([
  ["\u00AD", "&shy;"],
  ["\u2060", "&NoBreak;"],
]);

/** Whether a text shows nothing: blanks, no-break spaces, and what Unicode has for other purposes than to be seen. */
export const isBlank = (text: string): boolean => /^[\s\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
