/** Han, kana, hangul and full-width forms take a whole em, other characters about half of one (UAX #11). */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;

/** About how wide a text is in pt, whatever font an office has. */
export const textWidth = (text: string, size: number): number => {
  let ems = 0;
  for (const character of text) ems += wide.test(character) ? 1 : 0.55;
  return ems * size;
};
