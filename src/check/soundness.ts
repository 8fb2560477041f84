import type { Document } from "../model/document.ts";
import type { Source } from "../model/source.ts";
import { isMissing } from "../model/text.ts";
import { chartOf, inlinesOf, walkBlocks, walkInlines } from "../model/walk.ts";

/**
 * Whether everything that an issue says could be read: all languages of its editions, each of their templates, every chart.
 * Otherwise nothing can be said of what is missing.
 */
export const isWhole = (source: Source, documents: ReadonlyMap<string, Document>): boolean =>
  source.publication.editions
    .flat()
    .every((lang) => documents.get(lang)?.incomplete === undefined && documents.has(lang)) &&
  ![...(source.unread ?? [])].some((file) => file.includes("/charts/"));

const hasHoles = (document: Document): boolean =>
  document.unresolved !== undefined ||
  [...walkBlocks(document.sections)].some(
    (block) =>
      (block.type === "figure" && chartOf(block)?.spec === null) ||
      [...walkInlines(inlinesOf(block))].some((inline) => inline.type === "value" && isMissing(inline)),
  );

/** Whether everything could be printed as well, so that every sentence can be compared. */
export const isSound = (source: Source, documents: ReadonlyMap<string, Document>): boolean =>
  isWhole(source, documents) &&
  ![...source.figures.values()].some(({ faulty }) => faulty) &&
  ![...documents.values()].some(hasHoles);
