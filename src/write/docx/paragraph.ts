import { BookmarkEnd, BookmarkStart, Paragraph, type ParagraphChild, type XmlComponent } from "docx";
import type { Id } from "../../model/document.ts";
import { blockBookmark } from "../../model/word-names.ts";
import type { PartWriting, Volume } from "./volume.ts";

/** Content between the two ends of a bookmark (ECMA-376 §17.13.6). */
export const bookmarked = (volume: Volume, name: string, content: readonly XmlComponent[]): readonly XmlComponent[] => {
  const id = volume.bookmarkId();
  return [new BookmarkStart(name, id), ...content, new BookmarkEnd(id)];
};

type ParagraphOptions = {
  /** Blocks that begin here: the paragraph carries their hidden bookmarks. */
  readonly blocks?: readonly Id[];
  /**
   * Whether the paragraph runs on into the next one: Word's style separator, which makes of two paragraphs one in print
   * while each keeps its style and its place in the outline (ECMA-376 §17.3.2.36 w:specVanish).
   */
  readonly runsOn?: boolean;
  readonly numbering?: { readonly reference: string; readonly instance: number; readonly level: number };
};

/** A paragraph in a named style of its language. */
export const paragraph = (
  writing: PartWriting,
  style: string,
  children: readonly XmlComponent[],
  { blocks = [], runsOn = false, numbering }: ParagraphOptions = {},
): Paragraph =>
  new Paragraph({
    style: writing.setting.styleId(style),
    // docx writes any component; its type lists those that it makes itself.
    children: blocks.reduceRight(
      (content, id) => bookmarked(writing.volume, blockBookmark(writing.setting.language.id, id), content),
      children,
    ) as readonly ParagraphChild[],
    ...(runsOn ? { run: { vanish: true, specVanish: true } } : {}),
    ...(numbering ? { numbering: { ...numbering, custom: true } } : {}),
  });
