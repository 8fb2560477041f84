import { diffArrays } from "diff";
import { childOf } from "../xml.ts";
import { type Atom, wordRun } from "./atoms.ts";

/** Division into words and the comparison of two paragraphs by them. */

/** A number with its signs and separators, and a sign of percent or a Han numeral of its scale behind it. */
const number = /([+\-−±]?\p{Nd}(?:[\p{Nd},.:/\u00A0\u202F]*\p{Nd})?(?:\s?[%‰]|[万亿兆億萬]+)?)/u;
const isNumber = new RegExp(`^${number.source}$`, "u");
const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

export const wordsOf = (text: string): readonly string[] =>
  text
    .split(number)
    .flatMap((piece) =>
      piece === "" ? [] : isNumber.test(piece) ? [piece] : [...segmenter.segment(piece)].map((one) => `${one.segment}`),
    );

/** The atoms with stretches of words divided into words; a printed figure stays one. */
export const divided = (atoms: readonly Atom[]): readonly Atom[] =>
  atoms.flatMap((atom): readonly Atom[] => {
    if (atom.kind !== "words" || atom.text === undefined) return [atom];
    const properties = atom.runs[0] && childOf(atom.runs[0], "w:rPr");
    return wordsOf(atom.text).map((text, index) => ({
      ...atom,
      key: `${atom.format}|${text}`,
      text,
      lead: index === 0 ? atom.lead : [],
      runs: [wordRun(properties, text)],
    }));
  });

/** A stretch that stays, or one that goes and what comes in its place. */
export type Stretch =
  | { readonly kind: "same"; readonly before: readonly Atom[]; readonly after: readonly Atom[] }
  | { readonly kind: "changed"; readonly before: readonly Atom[]; readonly after: readonly Atom[] };

const isFigures = (atoms: readonly Atom[]): boolean =>
  atoms.every(({ kind, text }) => kind === "figure" || (text !== undefined && isNumber.test(text)));

const isBlank = (atoms: readonly Atom[]): boolean =>
  atoms.every(({ kind, text }) => kind === "words" && text !== undefined && text.trim() === "");

/** Words that were struck one by one with only spaces between them are one change; figures are each their own. */
const widened = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const [last, gap] = [result.at(-2), result.at(-1)];
    const joins =
      stretch.kind === "changed" &&
      gap?.kind === "same" &&
      last?.kind === "changed" &&
      isBlank(gap.after) &&
      !isFigures([...last.before, ...last.after]) &&
      !isFigures([...stretch.before, ...stretch.after]);
    if (!joins || !gap || !last) {
      result.push(stretch);
      continue;
    }
    result.splice(-2, 2, {
      kind: "changed",
      before: [...last.before, ...gap.before, ...stretch.before],
      after: [...last.after, ...gap.after, ...stretch.after],
    });
  }
  return result;
};

/** What both ends of a change have in common has not changed. */
const trimmed = ({ before, after }: Stretch): readonly Stretch[] => {
  const most = Math.min(before.length, after.length);
  const isSame = (a: Atom | undefined, b: Atom | undefined): boolean => a !== undefined && a.key === b?.key;
  let start = 0;
  while (start < most && isSame(before[start], after[start])) start++;
  let end = 0;
  while (end < most - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++;
  const cut = (kind: Stretch["kind"], from: number, behind: number): Stretch => ({
    kind,
    before: before.slice(from, before.length - behind),
    after: after.slice(from, after.length - behind),
  });
  return [
    { kind: "same", before: before.slice(0, start), after: after.slice(0, start) } as const,
    cut("changed", start, end),
    { kind: "same", before: before.slice(before.length - end), after: after.slice(after.length - end) } as const,
  ].filter((stretch) => stretch.before.length > 0 || stretch.after.length > 0);
};

const shown = (atoms: readonly Atom[]): string =>
  atoms.map(({ format, text, key }) => (text === undefined ? key : `${format}|${text}`)).join("\n");

/** Two paragraphs as stretches. A figure that is now typed, or was, and reads the same has not changed. */
export const compared = (before: readonly Atom[], after: readonly Atom[]): readonly Stretch[] => {
  const [old, own] = [divided(before), divided(after)];
  const stretches: Stretch[] = [];
  let [from, to] = [0, 0];
  let goes: readonly Atom[] = [];
  let comes: readonly Atom[] = [];
  const settle = (): void => {
    if (goes.length === 0 && comes.length === 0) return;
    const joined = (atoms: readonly Atom[]): string => atoms.map(({ text }) => text ?? "\n").join("");
    const formats = new Set([...goes, ...comes].map(({ format }) => format));
    const sameText =
      formats.size === 1 && goes.length > 0 && joined(goes) === joined(comes) && !joined(goes).includes("\n");
    const same = shown(goes) === shown(comes) || sameText;
    stretches.push({ kind: same ? "same" : "changed", before: goes, after: comes });
    [goes, comes] = [[], []];
  };
  const keys = (atoms: readonly Atom[]): string[] => atoms.map(({ key }) => key);
  for (const { count = 0, added, removed } of diffArrays(keys(old), keys(own))) {
    if (removed) goes = [...goes, ...old.slice(from, from + count)];
    else if (added) comes = [...comes, ...own.slice(to, to + count)];
    else {
      settle();
      stretches.push({ kind: "same", before: old.slice(from, from + count), after: own.slice(to, to + count) });
    }
    if (!added) from += count;
    if (!removed) to += count;
  }
  settle();
  return widened(stretches).flatMap((stretch) => (stretch.kind === "changed" ? trimmed(stretch) : [stretch]));
};
