import type { Piece } from "../unit.ts";
import type { Wall } from "./pieces.ts";

/**
 * The end of a sentence, with the brackets and quotation marks that close behind it (UAX #29, STerm); scripts that set no
 * mark there end one with each line.
 */
const sentenceEnd = /(?:[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}"'”’」』]*|[\p{Script=Thai}\p{Script=Lao}\p{M}])\s*$/u;
/** Codes through which one looks for the end of a sentence. */
const transparent: ReadonlySet<string> = new Set(["close", "note", "branch"]);

/** Whether words and codes, given by their kinds, close a sentence. */
export const endsSentence = (parts: readonly (string | { readonly kind: string })[]): boolean => {
  const last = parts.findLast((part) => typeof part === "string" || !transparent.has(part.kind));
  return typeof last === "string" && sentenceEnd.test(last);
};

const closesSentence = (before: readonly (Piece | Wall)[]): boolean =>
  endsSentence(before.flatMap((piece) => (piece.type === "words" ? piece.text : piece.type === "code" ? piece : [])));

const isContent = (piece: Piece): boolean =>
  piece.type === "code" || (piece.type === "words" && piece.text.trim() !== "");

/** Without line ends, comments and spaces at both ends. */
const trimmed = (pieces: readonly Piece[]): readonly Piece[] => {
  const first = pieces.findIndex(isContent);
  const group = first < 0 ? [] : pieces.slice(first, pieces.findLastIndex(isContent) + 1);
  return group.map((piece, index) => {
    if (piece.type !== "words") return piece;
    const head = index === 0 ? piece.text.length - piece.text.trimStart().length : 0;
    const tail = index === group.length - 1 ? piece.text.length - piece.text.trimEnd().length : 0;
    return {
      ...piece,
      text: piece.text.slice(head, piece.text.length - tail),
      start: piece.start + head,
      end: piece.end - tail,
    };
  });
};

/** Gives the codes of a unit their counts: the second `patents.total` is `patents.total:2`; the codes of a pair share theirs. */
const counted = (pieces: readonly Piece[]): readonly Piece[] => {
  const counts = new Map<string, number>();
  const open: string[] = [];
  return pieces.map((piece) => {
    if (piece.type !== "code") return piece;
    if (piece.kind === "close") return { ...piece, id: open.pop() ?? piece.id };
    const count = (counts.get(piece.id) ?? 0) + 1;
    counts.set(piece.id, count);
    const id = count === 1 ? piece.id : `${piece.id}:${count}`;
    if (piece.kind === "open") open.push(id);
    return { ...piece, id };
  });
};

/**
 * Sentence groups: the pieces of a paragraph are parted at walls, and at line ends behind the end of a sentence where no
 * pair of codes is open. An author who writes one sentence a line has one sentence a unit.
 */
export const sentenceGroups = (pieces: readonly (Piece | Wall)[]): readonly (readonly Piece[])[] => {
  const groups: Piece[][] = [[]];
  let depth = 0;
  for (const piece of pieces) {
    if (piece.type === "code" && (piece.kind === "open" || opensBranch(piece))) depth++;
    if (piece.type === "code" && (piece.kind === "close" || closesBranch(piece))) depth--;
    const group = groups.at(-1) as Piece[];
    if (piece.type === "wall" || (piece.type === "line" && depth === 0 && closesSentence(group))) groups.push([]);
    else group.push(piece);
  }
  return groups.map((group) => counted(trimmed(group))).filter((group) => group.length > 0);
};

const opensBranch = (piece: Piece): boolean =>
  piece.type === "code" && piece.kind === "branch" && /^\{\{~?#/.test(piece.source);
const closesBranch = (piece: Piece): boolean =>
  piece.type === "code" && piece.kind === "branch" && /^\{\{~?\//.test(piece.source);
