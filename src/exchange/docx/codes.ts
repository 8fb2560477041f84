import type { ReturnedContent } from "../taking/returned.ts";
import { type Code, type Content, codesOf } from "../unit.ts";

/**
 * Codes in a Word table: numbers in braces, which every program keeps and everybody can type. `{3: 17.36万件}` prints a
 * figure, `{4>}` and `{<4}` stand around emphasised words. `{3}` is as good.
 */

/** Names of the codes of a unit by their numbers, from 1: those of the source, then those that only the translation has. */
export const numberedCodes = (source: Content, target: Content | undefined): readonly string[] => [
  ...new Set([...codesOf(source), ...codesOf(target ?? [])].map(({ id }) => id)),
];

/** A code as it stands in the table. */
export const codeText = (code: Code, numbers: readonly string[], shown: string): string => {
  const number = numbers.indexOf(code.id) + 1;
  if (code.kind === "open") return `{${number}>}`;
  if (code.kind === "close") return `{<${number}}`;
  return `{${number}: ${shown.replace(/[{}]/g, "")}}`;
};

const mark = /\{(?:(\d+)(?::[^{}]*)?|(\d+)>|<(\d+))\}/g;

/** A text of the table with its codes, still by their numbers. */
export const numberedContent = (text: string): ReturnedContent => {
  const content: ReturnedContent[number][] = [];
  let end = 0;
  for (const match of text.matchAll(mark)) {
    if (match.index > end) content.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [, alone, open, close] = match;
    content.push({ id: alone ?? open ?? close ?? "", kind: alone ? "alone" : open ? "open" : "close" });
  }
  if (end < text.length) content.push(text.slice(end));
  return content;
};

/** The same with the names that the numbers stand for; a number without a code stays a number, and is found. */
export const namedContent = (content: ReturnedContent, numbers: readonly string[]): ReturnedContent =>
  content.map((part) => (typeof part === "string" ? part : { ...part, id: numbers[Number(part.id) - 1] ?? part.id }));
