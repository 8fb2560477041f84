import type { Breach, Note } from "../breach.ts";
import { fileRules } from "../file/index.ts";
import { type PdfFile, readPdf } from "../reader/file.ts";
import { PdfSyntaxError } from "../reader/lexer.ts";
import { pagesOf } from "../reader/pages.ts";
import { hold } from "../rule.ts";
import { readMarked } from "../structure/marked.ts";
import { readTree } from "../structure/tree.ts";
import { checkMetadata } from "./metadata.ts";
import {
  checkFigures,
  checkGlyphs,
  checkHeads,
  checkLinks,
  checkMarked,
  checkNotes,
  checkTables,
  type Structure,
} from "./structure.ts";

const checks: readonly ((structure: Structure, note: Note) => void)[] = [
  checkMarked,
  checkHeads,
  checkFigures,
  checkTables,
  checkLinks,
  checkNotes,
  checkGlyphs,
];

const checkFile = (file: PdfFile, note: Note): void => {
  hold(fileRules, file, note);
  checkMetadata(file, note);
  const pages = pagesOf(file);
  const root = readTree(file, new Map(pages.map(({ ref, number }) => [ref?.number ?? -1, number])));
  if (!root) return note({ rule: "screen-structure", message: "the file has no structure tree" });
  const structure: Structure = { file, pages, root, marked: readMarked(file, pages) };
  for (const check of checks) check(structure, note);
};

/** What a screen file breaks of its promises; nothing when it keeps them all. */
export const screenBreaches = (bytes: Uint8Array): readonly Breach[] => {
  const found: Breach[] = [];
  try {
    checkFile(readPdf(bytes), (breach) => found.push(breach));
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    found.push({ rule: "screen-structure", message: `the file cannot be read back: ${error.message}` });
  }
  return found;
};
