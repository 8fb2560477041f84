import type { Inline, Text } from "../../model/document.ts";
import { spanning } from "../../model/place.ts";
import { commonOf } from "../../model/sequence.ts";
import { type Token, tokensOf, type Wrapper } from "./tokens.ts";

/** A stretch of running text that stayed, went or came, with all that it stands in. */
export type Edit = { readonly kind: "same" | "removed" | "added"; readonly inlines: readonly Inline[] };

type Stretch = { readonly kind: Edit["kind"]; readonly tokens: readonly Token[] };

const isThin = ({ kind, tokens }: Stretch): boolean =>
  kind === "same" && tokens.every(({ text, leaf }) => leaf.type === "text" && !/[\p{L}\p{N}]/u.test(text));

const stretchesOf = (before: readonly Token[], after: readonly Token[]): readonly Stretch[] => {
  const stretches: { kind: Edit["kind"]; tokens: Token[] }[] = [];
  const say = (kind: Edit["kind"], tokens: readonly Token[]): void => {
    if (tokens.length === 0) return;
    const last = stretches.at(-1);
    if (last?.kind === kind) last.tokens.push(...tokens);
    else stretches.push({ kind, tokens: [...tokens] });
  };
  let [i, j] = [0, 0];
  for (const [one, other] of commonOf(before, after, (a, b) => a.name === b.name)) {
    say("removed", before.slice(i, one));
    say("added", after.slice(j, other));
    say("same", after.slice(other, other + 1));
    [i, j] = [one + 1, other + 1];
  }
  say("removed", before.slice(i));
  say("added", after.slice(j));
  return stretches;
};

/** A space or a mark between two changes belongs to both: one phrase for another, not word by word. */
const joined = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const result: Stretch[] = [];
  let [removed, added]: [Token[], Token[]] = [[], []];
  const flush = (): void => {
    if (removed.length > 0) result.push({ kind: "removed", tokens: removed });
    if (added.length > 0) result.push({ kind: "added", tokens: added });
    [removed, added] = [[], []];
  };
  for (const [index, stretch] of stretches.entries()) {
    const next = stretches[index + 1];
    if (stretch.kind === "removed") removed.push(...stretch.tokens);
    else if (stretch.kind === "added") added.push(...stretch.tokens);
    else if (next && removed.length > 0 && added.length > 0 && isThin(stretch) && replaces(stretches, index + 1)) {
      removed.push(...stretch.tokens);
      added.push(...stretch.tokens);
    } else {
      flush();
      result.push(stretch);
    }
  }
  flush();
  return result;
};

/** Whether something is replaced at an index, and neither only taken out nor only put in. */
const replaces = (stretches: readonly Stretch[], index: number): boolean =>
  stretches[index]?.kind === "removed" && stretches[index + 1]?.kind === "added";

const sameWrappers = (a: readonly Wrapper[], b: readonly Wrapper[]): boolean =>
  a.length === b.length && a.every((wrapper, index) => wrapper === b[index]);

/** Words side by side become one text again, as far as their places run on. */
const mergedTexts = (leaves: readonly Inline[]): readonly Inline[] => {
  const merged: Inline[] = [];
  for (const leaf of leaves) {
    const last = merged.at(-1);
    if (last?.type === "text" && leaf.type === "text")
      merged[merged.length - 1] = {
        ...last,
        text: last.text + leaf.text,
        place: spanning(last.place, leaf.place),
      } as Text;
    else merged.push(leaf);
  }
  return merged;
};

const inlinesOf = (tokens: readonly Token[]): readonly Inline[] => {
  const groups: { around: readonly Wrapper[]; leaves: Inline[] }[] = [];
  for (const { around, leaf } of tokens) {
    const last = groups.at(-1);
    if (last && sameWrappers(last.around, around)) last.leaves.push(leaf);
    else groups.push({ around, leaves: [leaf] });
  }
  return groups.flatMap(({ around, leaves }) =>
    around
      .toReversed()
      .reduce<readonly Inline[]>((children, wrapper) => [{ ...wrapper, children } as Inline], mergedTexts(leaves)),
  );
};

/**
 * What to take out of running text and what to put in, in order, so that it becomes the other: whole words, whole numbers,
 * whole figures, and no more of them than differ. `language`: BCP 47.
 */
export const editsBetween = (before: readonly Inline[], after: readonly Inline[], language: string): readonly Edit[] =>
  joined(stretchesOf(tokensOf(before, language), tokensOf(after, language))).map(({ kind, tokens }) => ({
    kind,
    inlines: inlinesOf(tokens),
  }));
