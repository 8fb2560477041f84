import type { TextBlock } from "../../model/finished.ts";

/** So many entries in a row make a table of contents. */
const least = 3;

/** So many characters make a title one that stands nowhere by chance. */
const telling = 8;
/** So many blocks that look like entries are looked at. */
const most = 3000;

const bare = (text: string): string => text.replace(/[\s|.·…]+/g, "");

/** The title of an entry that ends with a page number. */
const titleOf = (text: string): string | undefined => {
  const match =
    /^(.*?[^\s.·…|])[\s.·…|]*\s(?:\d{1,4}|[ivxlc]{1,7})$/u.exec(text) ??
    /^(.*?[^\s.·…|\d])[\s.·…|]*(?:\d{1,4})$/u.exec(text);
  return match ? bare(match[1] as string) : undefined;
};

/**
 * Takes out the contents: blocks in a row that say what later blocks say, and end with a page number. Page numbers
 * are no figures, and the two languages have their own.
 */
export const withoutContents = (blocks: readonly TextBlock[]): readonly TextBlock[] => {
  const words = blocks.map(({ text }) => bare(text));
  let tried = 0;
  /** The later text as one, for a head may have been joined to what stands before or been divided into its lines. */
  const all = words.join("");
  const ends: number[] = [];
  for (const word of words) ends.push((ends.at(-1) ?? 0) + word.length);
  const isLater = (index: number, title: string, whole: string): boolean => {
    if (++tried > most) return false;
    const from = ends[index] ?? 0;
    // A title that ends with a year is repeated with its year.
    if (all.indexOf(whole, from) >= 0) return false;
    if (title.length >= telling) return all.indexOf(title, from) >= 0;
    return words.some((text, at) => at > index && text.startsWith(title));
  };
  const isEntry = blocks.map(({ text }, index) => {
    const title = titleOf(text);
    return title !== undefined && title !== "" && isLater(index, title, bare(text));
  });
  // A title that fills two lines has its page number behind the second.
  for (const [index, { text }] of blocks.entries()) {
    const next = blocks[index + 1];
    const title = next && titleOf(next.text);
    if (isEntry[index] || isEntry[index + 1] || title === undefined) continue;
    if (isLater(index + 1, bare(text) + title, bare(text + next?.text))) isEntry[index] = isEntry[index + 1] = true;
  }
  const out: TextBlock[] = [];
  for (let index = 0; index < blocks.length; ) {
    // One line that is no entry, the title of a part perhaps, does not end the run.
    let end = index;
    let entries = 0;
    while (end < blocks.length && (isEntry[end] || (entries > 0 && isEntry[end + 1])))
      entries += isEntry[end++] ? 1 : 0;
    if (entries >= least) index = end;
    else out.push(blocks[index++] as TextBlock);
  }
  return out;
};
