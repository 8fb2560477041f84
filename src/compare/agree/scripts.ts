import type { FinishedText, TextBlock } from "../../model/finished.ts";
import type { Language } from "../../model/language.ts";

/** ISO 15924 codes that stand for several scripts of UAX #24. */
const combined: Readonly<Record<string, readonly string[]>> = {
  Hans: ["Hani"],
  Hant: ["Hani"],
  Jpan: ["Hani", "Hira", "Kana"],
  Kore: ["Hang", "Hani"],
};

const lettersOf = (language: Language): RegExp =>
  new RegExp((combined[language.script] ?? [language.script]).map((code) => `\\p{Script=${code}}`).join("|"), "gu");

/** Roughly how many letters of an alphabet say what one ideograph says; for comparing how much text is in which script. */
const ideographWeight = 3;

const weight = (text: string, language: Language): number => {
  const letters = text.match(lettersOf(language))?.length ?? 0;
  return /^(Han|Jpan)/.test(language.script) ? letters * ideographWeight : letters;
};

/** The language whose script has most of a text's letters; undefined where no letter is of their scripts, or two share one. */
const languageOf = (text: string, languages: readonly Language[]): Language | undefined => {
  const [best, next] = languages
    .map((language) => ({ language, weight: weight(text, language) }))
    .toSorted((a, b) => b.weight - a.weight);
  return best && best.weight > 0 && best.weight !== next?.weight ? best.language : undefined;
};

/** The language of a whole document. */
export const languageOfDocument = (text: FinishedText, languages: readonly Language[]): Language | undefined =>
  languageOf(text.blocks.map((block) => block.text).join("\n"), languages);

/** Share of the letters that may lie on the wrong side of one dividing line: foreign names, an address. */
const strayShare = 0.02;

/** The block at which a volume of two parts turns from one language to the other, if one line divides it cleanly. */
const divide = (owners: readonly (Language | undefined)[], blocks: readonly TextBlock[], first: Language) => {
  const sizes = blocks.map((block) => block.text.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const isFirst = owners.map((owner) => owner === first);
  // Letters on the wrong side if the line stands before block i.
  let wrong = isFirst.reduce((sum, own, index) => (own ? sum + (sizes[index] as number) : sum), 0);
  let best = { at: 0, wrong };
  for (const [index, size] of sizes.entries()) {
    if (owners[index] !== undefined) wrong += isFirst[index] ? -size : size;
    if (wrong < best.wrong) best = { at: index + 1, wrong };
  }
  return best.wrong <= total * strayShare ? best.at : undefined;
};

/** A paragraph of running text has so many characters; before the first and behind the last are covers. */
const runningText = 150;

/**
 * Divides a file in two languages into its two texts: at one line where it is bound of two parts, else block by block.
 * Blocks without letters go with the block before them. `undefined` where one of the languages does not occur.
 */
export const splitByLanguage = (
  text: FinishedText,
  languages: readonly [Language, Language],
): readonly [FinishedText, FinishedText] | undefined => {
  const owners = text.blocks.map((block) => languageOf(block.text, languages));
  const first = owners.find((owner) => owner !== undefined);
  if (!first || languages.some((language) => !owners.includes(language))) return undefined;
  const at = divide(owners, text.blocks, first);
  const running = text.blocks.flatMap(({ text: words }, index) => (words.length >= runningText ? [index] : []));
  /** A cover names the publication in both languages. */
  const onCover = (index: number): boolean => index < (running[0] ?? 0) || index > (running.at(-1) ?? index);
  let current = first;
  const parts = text.blocks.map((_, index): Language => {
    current =
      at === undefined || (onCover(index) && owners[index] !== undefined)
        ? (owners[index] ?? current)
        : index < at
          ? first
          : (languages.find((l) => l !== first) as Language);
    return current;
  });
  const part = (language: Language): FinishedText => ({
    file: text.file,
    blocks: text.blocks.filter((_, index) => parts[index] === language),
  });
  return [part(languages[0]), part(languages[1])];
};
