import { escaped } from "../../exchange/prose/markdown.ts";
import { type Edit, edited, textAt } from "../../model/edit.ts";
import type { Place } from "../../model/place.ts";
import type { WordEdit } from "../../office/edits/index.ts";
import { placeOf, type SourceLine, shown } from "./places.ts";

/** A change of words with its place in the template, and whether it can be written there. */
export type Placed = {
  readonly edit: WordEdit;
  readonly place?: Place;
  readonly language?: string;
  /** Why it is left to a person. */
  readonly unsafe?: string;
};

/** The line of a block that a changed line was. */
const lineOf = (
  lines: readonly SourceLine[],
  edit: WordEdit,
): { readonly line: SourceLine; readonly shift: number } | undefined => {
  for (const line of lines) {
    const text = shown(line);
    const at =
      edit.line.trimEnd().startsWith(text.trimEnd()) && text !== ""
        ? 0
        : edit.line.trimStart() === text
          ? edit.line.length - text.length
          : undefined;
    if (at !== undefined) return { line, shift: at };
  }
  return undefined;
};

/**
 * Finds the place of each change, and whether the template says there what the file said. `gone` are the blocks of which a
 * figure is no longer there.
 */
export const placed = (
  edits: readonly WordEdit[],
  lines: ReadonlyMap<string, readonly SourceLine[]>,
  template: (file: string) => string,
  gone: ReadonlySet<string> = new Set(),
): readonly Placed[] =>
  edits.map((edit): Placed => {
    const own = lines.get(edit.block) ?? [];
    const found = lineOf(own, edit);
    const [first] = own;
    if (!found) {
      const where = first && { place: first.place, language: first.language };
      return {
        edit,
        ...where,
        unsafe: first ? "the template says something else here today" : "no template has this paragraph",
      };
    }
    const { line, shift } = found;
    const base = { edit, language: line.language };
    const place = placeOf(line, edit.from - shift, edit.to - shift);
    // A sentence that was moved or rewritten with its figures must not be written by halves.
    if (gone.has(edit.block)) return { ...base, place: line.place, unsafe: "a figure of the same paragraph is gone" };
    if (!place) return { ...base, place: line.place, unsafe: "it reaches into a figure, a mark or a link" };
    if (textAt(template(place.file), place) !== edit.before)
      return { ...base, place, unsafe: "the template writes it otherwise" };
    if (/\{\{|[\n\t\uFFFC]/.test(edit.after)) return { ...base, place, unsafe: "its words are no plain text" };
    return { ...base, place };
  });

/** The templates with all safe changes, by file. */
export const applied = (
  changes: readonly Placed[],
  template: (file: string) => string,
): ReadonlyMap<string, string> => {
  const byFile = new Map<string, Edit[]>();
  for (const { place, unsafe, edit } of changes) {
    if (unsafe !== undefined || !place) continue;
    const isLineStart = place.column === 1;
    const edits = byFile.get(place.file) ?? [];
    byFile.set(place.file, [...edits, { place, text: escaped(edit.after, "text", isLineStart) }]);
  }
  return new Map([...byFile].map(([file, edits]) => [file, edited(template(file), edits)]));
};
