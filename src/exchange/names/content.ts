import type { Code, Content } from "../unit.ts";

const placeholder = /\{([A-Za-z][\w-]*)\}/g;

/**
 * A pattern of a YAML file as a translator sees it: its placeholders are codes. A rule set for numbers in words, which each
 * language has its own of, is a number like any other.
 */
export const nameContent = (pattern: string, ruleSets: readonly string[] = []): Content => {
  const content: (string | Code)[] = [];
  const counts = new Map<string, number>();
  let end = 0;
  for (const match of pattern.matchAll(placeholder)) {
    if (match.index > end) content.push(pattern.slice(end, match.index));
    const name = ruleSets.includes(match[1] as string) ? "n" : (match[1] as string);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    end = match.index + match[0].length;
    content.push({
      type: "code",
      kind: "value",
      id: count === 1 ? name : `${name}:${count}`,
      source: match[0],
      start: match.index,
      end,
    });
  }
  if (end < pattern.length) content.push(pattern.slice(end));
  return content;
};

/** The pattern that a content says. */
export const patternOf = (content: Content): string =>
  content.map((part) => (typeof part === "string" ? part : part.source)).join("");
