/** ISO 15924 code. "Hani" stands for all that is set on the Han square: ideographs, kana, bopomofo, full-width forms. */
export type Script = string;

const named: readonly (readonly [Script, RegExp])[] = [
  ["Latn", /\p{Script=Latin}/u],
  ["Hani", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u],
  ["Hang", /\p{Script=Hangul}/u],
  ["Cyrl", /\p{Script=Cyrillic}/u],
  ["Grek", /\p{Script=Greek}/u],
  ["Armn", /\p{Script=Armenian}/u],
  ["Geor", /\p{Script=Georgian}/u],
  ["Hebr", /\p{Script=Hebrew}/u],
  ["Arab", /\p{Script=Arabic}/u],
  ["Syrc", /\p{Script=Syriac}/u],
  ["Thaa", /\p{Script=Thaana}/u],
  ["Nkoo", /\p{Script=Nko}/u],
  ["Thai", /\p{Script=Thai}/u],
  ["Laoo", /\p{Script=Lao}/u],
  ["Khmr", /\p{Script=Khmer}/u],
  ["Mymr", /\p{Script=Myanmar}/u],
  ["Deva", /\p{Script=Devanagari}/u],
  ["Mong", /\p{Script=Mongolian}/u],
];

const common = /[\p{Script=Common}\p{Script=Inherited}]/u;
/**
 * CJK symbols and punctuation, marks of kana, enclosed and compatibility forms, full-width and half-width forms: common
 * to scripts, but set on the Han square.
 */
const square =
  /[\u3000-\u303f\u3099-\u309c\u30a0\u30fb\u30fc\u3190-\u319f\u31c0-\u31ef\u3200-\u33ff\ufe10-\ufe1f\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6]/u;
/** Marks that Latin and Han text share and draw differently (East Asian Width "ambiguous"). */
const shared = new Set("“”‘’…—⸺⸻·–‥※†‡•―");

/** Those of them that stand inside words: Shanghai’s. */
const inWords = new Set("’–");

/** What is known of a character without its surroundings: a script, "shared" or "common". */
type Belonging = Script | "shared" | "common";

const known = new Map<string, Belonging>();

const belonging = (character: string): Belonging => {
  const seen = known.get(character);
  if (seen !== undefined) return seen;
  const found = shared.has(character)
    ? "shared"
    : square.test(character)
      ? "Hani"
      : common.test(character)
        ? "common"
        : (named.find(([, pattern]) => pattern.test(character))?.[0] ?? "Zyyy");
  known.set(character, found);
  return found;
};

/**
 * The script that each character of a text is set in, one entry per code point (UAX #24). Digits, spaces and ASCII
 * marks go with Latin, Greek or Cyrillic letters, never with Han; shared marks follow the main script, except an
 * apostrophe or dash between two letters of another.
 */
export const scriptsOf = (characters: readonly string[], main: Script): readonly Script[] => {
  const raw = characters.map(belonging);
  const western = main === "Hani" || main === "Hang" ? "Latn" : main;
  const lettersAt = (index: number): Script | undefined => {
    const found = raw[index];
    return found === undefined || found === "shared" || found === "common" ? undefined : found;
  };
  let before: Script | undefined;
  return raw.map((kind, index) => {
    if (kind === "shared") {
      const previous = inWords.has(characters[index] as string) ? lettersAt(index - 1) : undefined;
      return previous !== undefined && previous === lettersAt(index + 1) ? previous : main;
    }
    if (kind === "common") return before !== undefined && before !== "Hani" ? before : western;
    before = kind;
    return kind;
  });
};

/** Scripts written from right to left (UAX #9); they cannot be set yet. */
export const rightToLeft: ReadonlySet<Script> = new Set(["Hebr", "Arab", "Syrc", "Thaa", "Nkoo"]);

/** Scripts that need a dictionary to find line breaks (UAX #14 class SA), or vertical setting; they cannot be set yet. */
export const unbroken: ReadonlySet<Script> = new Set(["Thai", "Laoo", "Khmr", "Mymr", "Mong"]);
