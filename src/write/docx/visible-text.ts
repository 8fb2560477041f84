/** Characters that XML 1.0 §2.2 forbids, and lone surrogates: a file that holds one cannot be opened. */
export const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;

/** The text with every forbidden character made visible. */
export const visibleText = (text: string): string =>
  text.replace(forbidden, (character) => `⟦${codePoint(character)}⟧`);
