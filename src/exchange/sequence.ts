import { commonOf } from "../model/sequence.ts";

/** Words, single characters of scripts without spaces, marks and spaces of a text. */
export const tokensOf = (text: string): readonly string[] =>
  text.match(/\{[^{}\s]+\}|\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|./gu) ?? [];

/** How alike two texts are, from 0 to 1: the share of their words that they have in common, in order. */
export const likeness = (a: string, b: string): number => {
  const [left, right] = [tokensOf(a), tokensOf(b)].map((tokens) => tokens.filter((token) => token.trim() !== ""));
  const total = (left?.length ?? 0) + (right?.length ?? 0);
  return total === 0 ? 1 : (2 * commonOf(left ?? [], right ?? [], (x, y) => x === y).length) / total;
};

/** A stretch of a comparison: said in both, only before, only now. */
export type Change = { readonly kind: "same" | "before" | "now"; readonly text: string };

/** What changed from one text to another, word by word. */
export const changesOf = (before: string, now: string): readonly Change[] => {
  const [a, b] = [tokensOf(before), tokensOf(now)];
  const changes: { kind: Change["kind"]; text: string }[] = [];
  const say = (kind: Change["kind"], tokens: readonly string[]): void => {
    const last = changes.at(-1);
    const text = tokens.join("");
    if (text === "") return;
    if (last?.kind === kind) last.text += text;
    else changes.push({ kind, text });
  };
  let [i, j] = [0, 0];
  for (const [k, l] of [...commonOf(a, b, (x, y) => x === y), [a.length, b.length] as const]) {
    say("before", a.slice(i, k));
    say("now", b.slice(j, l));
    say("same", a.slice(k, k + 1));
    [i, j] = [k + 1, l + 1];
  }
  return changes;
};

/** "of the city [-in 2018-]{+in 2019+}" */
export const changeText = (before: string, now: string): string =>
  changesOf(before, now)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "before" ? `[-${text}-]` : `{+${text}+}`))
    .join("");
