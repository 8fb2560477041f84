import type { TextBlock } from "../../model/finished.ts";
import type { Language } from "../../model/language.ts";
import { spellOut } from "../../model/spellout.ts";

/** The number that a head prints before its title. */
export type HeadNumber = {
  /** Level of its pattern, 1 = chapter; 0 where the language does not say. */
  readonly level: number;
  /** "3", "3.2". */
  readonly number: string;
  /** Length of the printed number in the text. */
  readonly length: number;
};

/** Numbered heads are read up to this number. */
const most = 99;

type Prefix = { readonly text: string; readonly level: number; readonly number: string };
const prefixes = new WeakMap<Language, readonly Prefix[]>();

const prefixesOf = (language: Language): readonly Prefix[] => {
  const known = prefixes.get(language);
  if (known) return known;
  const patterns = [
    ...language.headings.sections.map((pattern, index) => ({ pattern, level: index + 1 })),
    ...(language.reading?.headings ?? []).map((pattern) => ({ pattern, level: 0 })),
  ];
  const list: Prefix[] = [];
  for (const { pattern, level } of patterns)
    for (let n = 1; n <= most; n++) {
      const text = pattern.replace(/\{([a-z-]+)\}/g, (_, name: string) =>
        name === "n" ? String(n) : (spellOut(language.numbers.spellout, name, n) ?? ""),
      );
      if (text.trim() !== "") list.push({ text: text.trim(), level, number: String(n) });
    }
  prefixes.set(language, list);
  return list;
};

/** Longest head that is taken for one by its look alone, in characters of Latin width. */
const longest = 120;
const width = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0);

/** Whether a block looks like a head: the file says so, or it is short and ends no sentence. */
const looksLikeHead = ({ role, text }: TextBlock): boolean =>
  role === "head" || (role === "body" && width(text) <= longest && !/[。．.;；,，:：!！?？]["”’'）)]*$/.test(text));

/** The number of a numbered head: 三、…, Chapter III, 3.2 …; undefined for other blocks. */
export const headNumberOf = (block: TextBlock, language: Language): HeadNumber | undefined => {
  if (!looksLikeHead(block)) return undefined;
  let best: HeadNumber | undefined;
  for (const { text, level, number } of prefixesOf(language))
    if (block.text.startsWith(text) && text.length > (best?.length ?? 0)) {
      // "1" is no prefix of "10", "I" none of "II".
      const next = block.text[text.length];
      if (/[\p{L}\p{Nd}]$/u.test(text) && next !== undefined && /[A-Za-z\d%.]/.test(next)) continue;
      best = { level, number, length: text.length };
    }
  if (best) return best;
  const digits = block.role === "head" ? /^(\d{1,2}(?:\.\d{1,2}){0,3})[.．、]?\s/.exec(block.text) : null;
  return digits ? { level: 0, number: digits[1] as string, length: digits[0].length } : undefined;
};
