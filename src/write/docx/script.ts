/** Which of Word's three kinds of text a script belongs to: each kind has its own font and language in a run (ECMA-376 §17.3.2.26). */
export type TextKind = "latin" | "eastAsia" | "complex";

const eastAsian = new Set(["Hani", "Hans", "Hant", "Jpan", "Hira", "Kana", "Hrkt", "Kore", "Hang", "Bopo"]);
const complex = new Set([
  "Arab",
  "Hebr",
  "Syrc",
  "Thaa",
  "Nkoo",
  "Deva",
  "Beng",
  "Taml",
  "Thai",
  "Laoo",
  "Khmr",
  "Mymr",
]);

/** The kind of text of an ISO 15924 script. */
export const textKind = (script: string): TextKind =>
  eastAsian.has(script) ? "eastAsia" : complex.has(script) ? "complex" : "latin";

/**
 * Marks that Latin and East Asian fonts both have: Word sets them in the East Asian font only where the run says so
 * (w:hint, ECMA-376 §17.3.2.26): quotation marks, dashes, ellipsis, middle dot, degree, section sign, Greek, arrows. Not the
 * minus sign, which stands before digits.
 */
export const sharedMarks =
  /[\u00A7\u00A8\u00B0\u00B1\u00B7\u00D7\u00F7\u2010-\u2027\u2030-\u203B\u2103\u2116\u2160-\u216B\u2170-\u2179\u2190-\u21FF\u2200-\u2211\u2213-\u22FF\u2460-\u24FF\u2500-\u27BF]/u;

/** Letters that are set on the square of East Asian text, with their punctuation and full-width forms. */
const square =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u3000-\u303F\u30FB\u30FC\uFE30-\uFE4F\uFF00-\uFFEF]/u;
/** An apostrophe or dash inside a western word (Don’t); between other letters they are marks of the East Asian text. */
const inWord = /(?<=(?![\p{Script=Han}\p{Script=Hangul}])\p{L})[’–](?=(?![\p{Script=Han}\p{Script=Hangul}])\p{L})/gu;

export type Written = { readonly text: string; readonly western: boolean };

/**
 * A text in stretches of western words with their digits and marks, and of all that is set on the square. Marks that both
 * share are those of the text's own kind.
 */
export const writtenStretches = (text: string, eastAsian: boolean): readonly Written[] => {
  const western = new Set([...text.matchAll(inWord)].map(({ index }) => index));
  const stretches: { text: string; western: boolean }[] = [];
  let at = 0;
  for (const character of text) {
    const isWestern = western.has(at) || !(square.test(character) || (eastAsian && sharedMarks.test(character)));
    const last = stretches.at(-1);
    if (last?.western === isWestern) last.text += character;
    else stretches.push({ text: character, western: isWestern });
    at += character.length;
  }
  return stretches;
};

/** Whether a western word holds a mark that would be taken for one of the East Asian text around it. */
export const hasMarkInWord = (text: string): boolean => text.search(inWord) >= 0;

/** The kind of text of a language (BCP 47), by the script that it is most likely written in (CLDR likelySubtags). */
export const kindOfLanguage = (tag: string): TextKind => textKind(new Intl.Locale(tag).maximize().script ?? "Latn");

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u0660-\u0669\u06F0-\u06F9]/u;
/** A number with the signs that belong to it (UAX #9: EN, ES, CS, ET), a letter, or anything else. */
const pieces = /\p{Sc}?[0-9](?:[0-9.,:/]*[0-9])?[%\u2030]?|\p{L}|./gsu;
const leftToRight = /^\p{Sc}?[0-9]|^\p{L}/u;

export type Directed = { readonly text: string; readonly rtl: boolean };

/**
 * A text in stretches of one direction, for w:rtl (ECMA-376 §17.3.2.30). Letters of a right-to-left script are
 * right-to-left, other letters and numbers left-to-right; marks and spaces between two stretches of different
 * direction go with the paragraph.
 */
export const directedStretches = (text: string, paragraphRtl: boolean): readonly Directed[] => {
  const stretches: { text: string; rtl: boolean }[] = [];
  let neutral = "";
  const push = (piece: string, rtl: boolean): void => {
    const last = stretches.at(-1);
    if (last?.rtl === rtl) last.text += piece;
    else if (piece !== "") stretches.push({ text: piece, rtl });
  };
  for (const [piece] of text.matchAll(pieces)) {
    const rtl = rightToLeft.test(piece);
    if (!rtl && !leftToRight.test(piece)) {
      neutral += piece;
      continue;
    }
    push(neutral, stretches.at(-1)?.rtl === rtl ? rtl : paragraphRtl);
    push(piece, rtl);
    neutral = "";
  }
  push(neutral, paragraphRtl);
  return stretches;
};
