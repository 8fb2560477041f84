import { commonOf } from "../../model/sequence.ts";
import { lineJoint } from "../../template/joins.ts";
import { tokensOf } from "../sequence.ts";
import type { Code, Content, Piece, UnitKind } from "../unit.ts";
import { escaped } from "./markdown.ts";

/** A word or a code, and whether a space stands before it. */
type Token = { readonly text: string; readonly code?: Code; readonly spaced: boolean };
/** A line end or a comment before the token of an index; its space may stand in front of it. */
type Keepsake = { readonly before: number; readonly piece: Piece; readonly afterSpace: boolean };

const tokensOfContent = (content: Content): readonly Token[] => {
  const tokens: Token[] = [];
  let spaced = false;
  for (const part of content) {
    if (typeof part !== "string") {
      tokens.push({ text: `${part.kind} ${part.id}`, code: part, spaced });
      spaced = false;
      continue;
    }
    for (const text of tokensOf(part)) {
      if (/^ +$/.test(text)) spaced = true;
      else {
        tokens.push({ text, spaced });
        spaced = false;
      }
    }
  }
  return tokens;
};

/** The tokens of a unit as it stands in its template, and what stands between them that is not said. */
const standing = (
  pieces: readonly Piece[],
): { readonly tokens: readonly Token[]; readonly kept: readonly Keepsake[] } => {
  const tokens: Token[] = [];
  const kept: Keepsake[] = [];
  for (const [index, piece] of pieces.entries()) {
    const former = pieces[index - 1];
    const afterSpace = former?.type === "words" && former.text.endsWith(" ");
    if (piece.type === "line" || piece.type === "comment") kept.push({ before: tokens.length, piece, afterSpace });
    else tokens.push(...tokensOfContent([piece.type === "words" ? piece.text : piece]));
  }
  return { tokens, kept };
};

const first = (token: Token | undefined): string => (token?.code ? "0" : ([...(token?.text ?? "")][0] ?? ""));
const last = (token: Token | undefined): string => (token?.code ? "0" : ([...(token?.text ?? "")].at(-1) ?? ""));

/** What a unit says now, as its template writes it; `former` is what stands there so far. */
export type Wording = {
  readonly content: Content;
  readonly former: readonly Piece[];
  readonly kind: UnitKind;
  readonly script: string;
  /** Whether the unit begins a line of its template. */
  readonly isLineStart: boolean;
};

/**
 * The template's text of a unit. Line ends and comments of the former text stay at the words beside them; a line end
 * whose words are gone, or that would say or swallow a space, is given up, a comment never.
 */
export const unitText = ({ content, former, kind, script, isLineStart }: Wording): string => {
  const tokens = tokensOfContent(content);
  const old = standing(former);
  const kept = new Map<number, Keepsake[]>();
  if (old.kept.length > 0) {
    const pairs = commonOf(old.tokens, tokens, (a, b) => a.text === b.text);
    const now = new Map(pairs);
    for (const keepsake of old.kept) {
      const { before, piece } = keepsake;
      const left = now.get(before - 1);
      const right = now.get(before);
      const near = pairs.findLast(([index]) => index < before);
      const at =
        left === undefined ? (right ?? (piece.type === "comment" ? (near?.[1] ?? -1) + 1 : undefined)) : left + 1;
      if (at === undefined) continue;
      const isLost =
        piece.type === "line" &&
        (at === 0 ||
          at >= tokens.length ||
          (lineJoint(last(tokens[at - 1]), first(tokens[at]), script) === " ") !== tokens[at]?.spaced);
      if (!isLost) kept.set(at, [...(kept.get(at) ?? []), keepsake]);
    }
  }
  let text = "";
  let words = "";
  const flush = (): void => {
    text += escaped(words, kind, text === "" ? isLineStart : text.endsWith("\n"));
    words = "";
  };
  /** What was kept before a token; whether its space is written. */
  const keep = (index: number): boolean => {
    const keepsakes = kept.get(index) ?? [];
    const isBefore = keepsakes.some(({ afterSpace }) => afterSpace) && (tokens[index]?.spaced ?? false);
    if (isBefore) words += " ";
    if (keepsakes.length > 0) flush();
    for (const { piece } of keepsakes) if (piece.type === "line" || piece.type === "comment") text += piece.source;
    return isBefore || keepsakes.some(({ piece }) => piece.type === "line");
  };
  for (const [index, token] of tokens.entries()) {
    const isSpaced = keep(index);
    if (token.spaced && !isSpaced) words += " ";
    if (token.code) {
      flush();
      text += token.code.source;
    } else words += token.text;
  }
  flush();
  keep(tokens.length);
  return text;
};
