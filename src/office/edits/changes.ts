import { diffArrays } from "diff";
import { wordsOf } from "../redline/words.ts";
import type { Line, Span } from "./lines.ts";

/** A stretch of a line that reads otherwise now. Offsets count in the line as it was. */
export type Stretch = { readonly from: number; readonly to: number; readonly before: string; readonly after: string };

/** What a line's figure says now: as its control has it, or as the words at its place say. */
export type Said = {
  readonly tag: string;
  readonly before: string;
  readonly after: string;
  readonly by: "control" | "alignment";
};

export type LineChanges = { readonly prose: readonly Stretch[]; readonly figures: readonly Said[] };

type Token = { readonly key: string; readonly text: string; readonly span?: Span };

const isDigit = (character: string | undefined): boolean => character !== undefined && /\p{Nd}/u.test(character);

/** Words, with stretches that read like one of the figures in one piece. */
const tokensIn = (text: string, figures: readonly string[]): readonly Token[] => {
  const tokens: Token[] = [];
  let plain = "";
  const flush = (): void => {
    tokens.push(...wordsOf(plain).map((word) => ({ key: word, text: word })));
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    const figure = figures.find(
      (one) =>
        text.startsWith(one, at) &&
        !(isDigit(one[0]) && isDigit(text[at - 1])) &&
        !(isDigit(one.at(-1)) && isDigit(text[at + one.length])),
    );
    if (figure) {
      flush();
      tokens.push({ key: figure, text: figure });
      at += figure.length;
    } else plain += text[at++];
  }
  flush();
  return tokens;
};

const tokensOf = (line: Line, figures: readonly string[], shared: ReadonlySet<string>): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  for (const span of line.figures) {
    if (span.from < at) continue;
    tokens.push(...tokensIn(line.text.slice(at, span.from), figures));
    const text = line.text.slice(span.from, span.to);
    tokens.push({ key: shared.has(span.tag) ? `\u0000${span.tag}` : text, text, span });
    at = span.to;
  }
  tokens.push(...tokensIn(line.text.slice(at), figures));
  return tokens;
};

/** Tokens that went and what came in their place; `at` is where they began. */
type Group = { readonly at: number; readonly gone: readonly Token[]; readonly come: readonly Token[] };

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join("");
const isBlank = (tokens: readonly Token[]): boolean => tokens.every(({ text, span }) => !span && text.trim() === "");

/** The groups in which two lines differ; those with only spaces between them are one. Figures of the same control are told. */
const groupsOf = (
  then: readonly Token[],
  now: readonly Token[],
  same: (one: Token, other: Token) => void,
): readonly Group[] => {
  const groups: Group[] = [];
  let [i, j, at] = [0, 0, 0];
  /** Tokens that stay, since the last group. */
  let gap: [Token[], Token[]] = [[], []];
  const add = (group: Group): void => {
    const last = groups.at(-1);
    if (!last || !isBlank(gap[0])) groups.push(group);
    else
      groups[groups.length - 1] = {
        at: last.at,
        gone: [...last.gone, ...gap[0], ...group.gone],
        come: [...last.come, ...gap[1], ...group.come],
      };
    gap = [[], []];
  };
  for (const { count = 0, added, removed } of diffArrays(
    then.map(({ key }) => key),
    now.map(({ key }) => key),
  )) {
    const gone = added ? [] : then.slice(i, i + count);
    const come = removed ? [] : now.slice(j, j + count);
    if (added || removed) add({ at, gone, come });
    else {
      gap = [
        [...gap[0], ...gone],
        [...gap[1], ...come],
      ];
      gone.forEach((one, index) => {
        same(one, come[index] as Token);
      });
    }
    at += textOf(gone).length;
    i += gone.length;
    j += come.length;
  }
  return groups;
};

/** What both ends of a group have in common has not changed. */
const trimmed = ({ at, gone, come }: Group): Group => {
  const most = Math.min(gone.length, come.length);
  let start = 0;
  while (start < most && gone[start]?.key === come[start]?.key) start++;
  let end = 0;
  while (end < most - start && gone.at(-1 - end)?.key === come.at(-1 - end)?.key) end++;
  return {
    at: at + textOf(gone.slice(0, start)).length,
    gone: gone.slice(start, gone.length - end),
    come: come.slice(start, come.length - end),
  };
};

const hasDigits = ({ text }: Token): boolean => /\p{Nd}/u.test(text);

/** A group divided at its figures, where it has as many numbers now as it had figures. */
const divided = (group: Group): readonly Group[] => {
  const figures = group.gone.filter(({ span }) => span);
  const numbers = group.come.filter(hasDigits);
  if (figures.length === 0 || figures.length !== numbers.length || !figures.every(hasDigits)) return [group];
  const groups: Group[] = [];
  let [i, j, at] = [0, 0, group.at];
  figures.forEach((figure, index) => {
    const [to, upto] = [group.gone.indexOf(figure), group.come.indexOf(numbers[index] as Token)];
    const gone = group.gone.slice(i, to);
    groups.push({ at, gone, come: group.come.slice(j, upto) });
    at += textOf(gone).length;
    groups.push({ at, gone: [figure], come: [numbers[index] as Token] });
    at += figure.text.length;
    [i, j] = [to + 1, upto + 1];
  });
  return [...groups, { at, gone: group.gone.slice(i), come: group.come.slice(j) }];
};

/** What was changed in a line, its figures apart from its words. */
export const changesIn = (old: Line, own: Line): LineChanges => {
  const tags = new Set(own.figures.map(({ tag }) => tag));
  const shared = new Set(old.figures.map(({ tag }) => tag).filter((tag) => tags.has(tag)));
  const texts = old.figures
    .map(({ from, to }) => old.text.slice(from, to))
    .filter((text) => text !== "")
    .toSorted((a, b) => b.length - a.length);
  const figures: Said[] = [];
  const groups = groupsOf(tokensOf(old, texts, shared), tokensOf(own, texts, shared), (one, other) => {
    if (one.span && one.text !== other.text)
      figures.push({ tag: one.span.tag, before: one.text, after: other.text, by: "control" });
  });
  const prose: Stretch[] = [];
  for (const { at, gone, come } of groups.flatMap((group) => divided(trimmed(group))).map(trimmed)) {
    if (gone.length === 0 && come.length === 0) continue;
    const [before, after] = [textOf(gone), textOf(come)];
    const [only] = gone;
    if (gone.length === 1 && only?.span) {
      figures.push({ tag: only.span.tag, before, after, by: "alignment" });
      continue;
    }
    // Words and figures that changed together are for a person: each of the figures is missing.
    prose.push({ from: at, to: at + before.length, before, after });
    for (const { span, text } of gone)
      if (span) figures.push({ tag: span.tag, before: text, after: "", by: "alignment" });
  }
  return { prose, figures };
};
