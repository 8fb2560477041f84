import { controlsOf, figureListOf, lastStep, matched, type Print, printsIn } from "../figures.ts";
import type { Side } from "../side.ts";
import type { XmlElement } from "../xml.ts";
import { changesIn, type Said } from "./changes.ts";
import { acceptedSide, authorsOf, type Comment, commentsOf, type Line, linesOf } from "./lines.ts";
import { pairedLines } from "./pairing.ts";

/** What an office did to a Word file: figures, words and structure, each with its place in the file. */

type At = {
  /** Bookmark of the block; "" where none is left and none was found. */
  readonly block: string;
  /** Paragraph of the edited file, from 1; of what is gone, of the file that it was made of. */
  readonly paragraph: number;
  /** Who changed something there with tracked changes on. */
  readonly authors: readonly string[];
};

export type FigureEdit = At & {
  readonly tag: string;
  readonly key: string;
  readonly before: string;
  /** "" where the figure is gone. */
  readonly after: string;
  readonly by: "store" | "control" | "bookmark" | "alignment";
  /** What the file's list of figures says, where that is not what the text says. */
  readonly stored?: string;
};

export type WordEdit = At & {
  /** The whole line as it was; `from` and `to` are offsets in it (UTF-16). */
  readonly line: string;
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
};

export type StructureEdit = At & {
  readonly what: "added" | "removed" | "moved" | "row-added" | "row-removed" | "comment";
  readonly text: string;
};

export type Edits = {
  readonly figures: readonly FigureEdit[];
  readonly words: readonly WordEdit[];
  readonly structure: readonly StructureEdit[];
};

/** The lines of an edited file, its figures known by whatever was left of them. */
const editedLines = (file: Side, prints: readonly Print[]): readonly Line[] => {
  const tags = new Map<XmlElement, string>();
  for (const { print, control } of matched(prints, controlsOf(file))) tags.set(control.node, print.tag);
  return linesOf(file, (node) => tags.get(node));
};

/** What the list of an edited file says of each figure, by the path that the file was made with. */
const storedTexts = (file: Side, prints: readonly Print[]): ReadonlyMap<string, string> => {
  const list = figureListOf(file);
  if (!list) return new Map();
  return new Map(
    prints.flatMap(({ tag, path }) => {
      const text = path === undefined ? undefined : list.texts.get(lastStep(path));
      return text === undefined ? [] : [[tag, text] as const];
    }),
  );
};

/** Rows of which nothing was known before, or is known now, as one thing each. */
const byRow = (
  lines: readonly Line[],
): readonly { readonly line: Line; readonly text: string; readonly isRow: boolean }[] => {
  const rows = new Map<string, Line[]>();
  for (const line of lines) {
    const name = line.row ?? `line ${line.number}`;
    rows.set(name, [...(rows.get(name) ?? []), line]);
  }
  return [...rows].map(([name, group]) => ({
    line: group[0] as Line,
    text: group.map(({ text }) => text).join(" | "),
    isRow: !name.startsWith("line "),
  }));
};

/**
 * Compares an edited file with the file that it was made of, tracked changes as accepted.
 *
 * @param base written by this tool, every figure in its control
 */
export const editsIn = (base: Side, edited: Side): Edits => {
  const file = acceptedSide(edited);
  const prints = printsIn(base);
  const byTag = new Map(prints.map((print) => [print.tag, print]));
  const tags = new Map(prints.map((print) => [print.node, print.tag]));
  const authors = authorsOf(edited);
  const stored = storedTexts(file, prints);
  const { pairs, moved } = pairedLines(
    linesOf(base, (node) => tags.get(node)),
    editedLines(file, prints),
  );
  const at = ({ block, number }: Line): At => ({ block, paragraph: number, authors: authors.get(block) ?? [] });

  const figures: FigureEdit[] = [];
  const words: WordEdit[] = [];
  const seen = new Set<string>();
  const tell = (line: Line, { tag, before, after, by }: Said): void => {
    const print = byTag.get(tag);
    if (!print) return;
    seen.add(tag);
    const list = stored.get(tag);
    const differs = list !== undefined && list !== after;
    const isListed = list !== undefined && list === after;
    figures.push({
      ...at(line),
      tag,
      key: print.key,
      before,
      after,
      by: isListed ? "store" : by,
      ...(differs && { stored: list }),
    });
  };
  for (const { old, own } of pairs) {
    if (!old || !own) continue;
    const changes = changesIn(old, own);
    const place = { ...own, block: own.block === "" ? old.block : old.block };
    for (const said of changes.figures) tell(place, said);
    for (const { from, to, before, after } of changes.prose)
      words.push({ ...at(place), line: old.text, index: old.index, from, to, before, after });
  }
  // The list says otherwise, and the text was not touched.
  for (const { old, own } of pairs)
    for (const { tag, from, to } of own ? (old?.figures ?? []) : []) {
      const [list, text] = [stored.get(tag), old?.text.slice(from, to) ?? ""];
      if (list !== undefined && list !== text && !seen.has(tag) && own)
        figures.push({
          ...at({ ...own, block: old?.block ?? "" }),
          tag,
          key: byTag.get(tag)?.key ?? "",
          before: text,
          after: text,
          by: "control",
          stored: list,
        });
    }
  const gone = byRow(pairs.flatMap(({ old, own }) => (old && !own ? [old] : [])));
  const come = byRow(pairs.flatMap(({ old, own }) => (own && !old ? [own] : [])));
  return {
    figures,
    words,
    structure: [
      ...gone.map(({ line, text, isRow }) => ({
        ...at(line),
        what: isRow ? ("row-removed" as const) : ("removed" as const),
        text,
      })),
      ...come.map(({ line, text, isRow }) => ({
        ...at(line),
        what: isRow ? ("row-added" as const) : ("added" as const),
        text,
      })),
      ...moved.map((line) => ({ ...at(line), what: "moved" as const, text: line.text })),
      ...commentsOf(edited).map((comment: Comment) => ({
        block: comment.block,
        paragraph: comment.number,
        authors: [comment.author],
        what: "comment" as const,
        text: comment.text,
      })),
    ],
  };
};
