import type { UnitKind } from "../unit.ts";

/** Markdown marks that would open a block at the start of a line. */
const blockStart = /^(?:#{1,6}(?=\s|$)|[-+>|](?=\s|$)|[-=]{3,}|:{2,}|\d{1,9}(?=[.)](?:\s|$)))/;

/**
 * Words as a template writes them: what Markdown or a directive would read as its own is escaped, everything else stands
 * as it is. `before` is the character in front.
 */
export const escaped = (text: string, kind: UnitKind, isLineStart: boolean): string => {
  if (kind === "alt") return text.replace(/&(?=#?\w+;)/g, "&amp;").replaceAll('"', "&quot;");
  const inline = text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\")
    .replace(/[*`[\]]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/<(?=[A-Za-z/!?])/g, "\\<")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/:(?=(?:sup|sub|lang|ref)\b|[A-Za-z][\w-]*\\?[[{])/g, "\\:")
    .replace(/\{(?=#)/g, "\\{");
  const cell = kind === "cell" ? inline.replaceAll("|", "\\|") : inline;
  return isLineStart ? cell.replace(blockStart, (mark) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`)) : cell;
};
