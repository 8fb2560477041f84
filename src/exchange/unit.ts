import type { Id } from "../model/document.ts";
import { lineJoint } from "../template/joins.ts";

/**
 * What a code stands for: a printed figure or its word; a pair of Markdown around words ("open", "close"); a branch of
 * Handlebars inside a sentence; a reference, the mark of a note, a line break, a text that is included.
 */
export type CodeKind = "value" | "open" | "close" | "branch" | "reference" | "note" | "break" | "partial";

/** A stretch of a unit that no translator changes. Half-open ranges in the template, 0-based UTF-16 units. */
export type Code = {
  readonly type: "code";
  readonly kind: CodeKind;
  /**
   * What it is, whatever the language writes around it: `patents.total`, `direction:a:b`, `note:1`, `strong`. The second
   * one of its name in the unit ends in ":2". The two codes of a pair share an id. Fits XML's NMTOKEN.
   */
  readonly id: string;
  /** As the template writes it. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
};
/** Words as they are read: escapes and character references undone, no line ends. */
export type Words = { readonly type: "words"; readonly text: string; readonly start: number; readonly end: number };
/** A line end of the template inside a unit: what it means depends on its neighbours. */
export type LineEnd = { readonly type: "line"; readonly source: string; readonly start: number; readonly end: number };
/** A comment of the template inside a unit: kept where it stands, never translated. One with a line of its own has its end. */
export type Comment = {
  readonly type: "comment";
  readonly source: string;
  readonly start: number;
  readonly end: number;
};
export type Piece = Words | Code | LineEnd | Comment;

/** What a unit is in the layout of its chapter. */
export type UnitKind = "head" | "text" | "caption" | "cell" | "note" | "alt";

/** Sentences that are translated together: a group of whole lines of a paragraph, or a head, a caption, a cell, a note. */
export type Unit = {
  readonly file: string;
  /** The section, figure or table that it stands in. */
  readonly section: Id;
  readonly kind: UnitKind;
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
};

/** A unit as its translator sees it: words and codes, the line ends of the template gone. */
export type Content = readonly (string | Code)[];

/** Codes of these kinds have no width between the characters beside them. */
const thin: ReadonlySet<CodeKind> = new Set(["open", "close", "branch", "note"]);

/** Words and codes of a unit in order; a line end is what the script makes of it. */
export const contentOf = (pieces: readonly Piece[], script: string): Content => {
  const content: (string | Code)[] = [];
  const say = (text: string): void => {
    const last = content.at(-1);
    if (typeof last === "string") content[content.length - 1] = last + text;
    else if (text !== "") content.push(text);
  };
  // A value stands for a digit, so that the text does not depend on what the data say.
  const facing = (side: readonly Piece[], end: 0 | -1): string => {
    const piece = side.find(
      (candidate) => candidate.type === "words" || (candidate.type === "code" && !thin.has(candidate.kind)),
    );
    return piece?.type === "words" ? ([...piece.text].at(end) ?? "") : piece ? "0" : "";
  };
  for (const [index, piece] of pieces.entries()) {
    if (piece.type === "words") say(piece.text);
    else if (piece.type === "code") content.push(piece);
    else if (piece.type === "line") {
      const before = pieces.slice(0, index).toReversed();
      say(lineJoint(facing(before, -1), facing(pieces.slice(index + 1), 0), script));
    }
  }
  return content;
};

/** Codes of a content in order. */
export const codesOf = (content: Content): readonly Code[] => content.filter((part) => typeof part !== "string");

/** The name under which a code is known in texts for people: `{patents.total}`, `{/strong}`. */
export const codeName = ({ kind, id }: Pick<Code, "kind" | "id">): string =>
  kind === "close" ? `{/${id}}` : `{${id}}`;

/** A content with its figures masked by their keys: what its words say, whatever the data are. */
export const maskedText = (content: Content): string =>
  content.map((part) => (typeof part === "string" ? part : codeName(part))).join("");

/** Whether there is anything to translate: letters outside of codes. */
export const isProse = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece) => piece.type === "words" && /\p{L}/u.test(piece.text));
