import { isFolio, wordingOf } from "./folio.ts";
import type { SourceLine } from "./lines.ts";

type Page = readonly SourceLine[];

/** The outermost lines of a page that hold text, which may be its running head and its number. */
const edgesOf = (page: Page): readonly SourceLine[] => {
  const filled = page.filter(({ text }) => text.trim() !== "");
  return [...new Set([...filled.slice(0, 1), ...filled.slice(-2)])];
};

/** Takes running heads and page numbers out of the pages of a plain text; a text of one page has none. */
export const withoutPlainFurniture = (pages: readonly Page[]): readonly Page[] => {
  if (pages.length < 2) return pages;
  const counts = new Map<string, number>();
  const edges = pages.map(edgesOf);
  for (const edge of edges)
    for (const words of new Set(edge.map(({ text }) => wordingOf(text))))
      counts.set(words, (counts.get(words) ?? 0) + 1);
  const isFurniture = ({ text }: SourceLine): boolean =>
    isFolio(text) || (wordingOf(text) !== "" && (counts.get(wordingOf(text)) ?? 0) > 1);
  return pages.map((page, index) => page.filter((line) => !(edges[index]?.includes(line) && isFurniture(line))));
};
