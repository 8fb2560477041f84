import { interpret } from "../content/interpret.ts";
import type { Paint } from "../content/state.ts";
import type { PdfFile } from "../reader/file.ts";
import type { Page } from "../reader/pages.ts";
import type { TaggedContent, TaggedKid } from "./tree.ts";

/** The content of a file's pages by what it is marked as (ISO 32000-1 §14.6). */
export type MarkedPages = {
  /** The words of each stretch, in the order in which they are painted; by page and number. */
  readonly textOf: (content: TaggedContent) => string | undefined;
  /** Stretches in the order of the pages, whether or not they hold anything. */
  readonly stretches: readonly TaggedContent[];
  /** What is painted outside of all of them, and is no artifact. */
  readonly loose: readonly { readonly page: number; readonly kind: Paint["kind"] }[];
  /** Glyphs that stand for no character (none of the face, or none in ToUnicode), by page and font. */
  readonly mute: readonly {
    readonly page: number;
    readonly font: string;
    readonly code: number;
    readonly lacking: boolean;
  }[];
  readonly faults: readonly { readonly page: number; readonly message: string }[];
};

/** A stretch of marked content by its page and number. */
export const stretchKey = ({ page, mcid }: { readonly page: number; readonly mcid: number }): string =>
  `${page} ${mcid}`;

/** Reads the content of pages for its marks. */
export const readMarked = (file: PdfFile, pages: readonly Page[]): MarkedPages => {
  const texts = new Map<string, string>();
  const stretches: TaggedContent[] = [];
  const loose: { page: number; kind: Paint["kind"] }[] = [];
  const mute: { page: number; font: string; code: number; lacking: boolean }[] = [];
  const faults: { page: number; message: string }[] = [];
  for (const page of pages) {
    const { number } = page;
    const textOf = (paint: Extract<Paint, { kind: "text" }>): string => {
      const { font } = paint.state;
      return paint.codes
        .map((code) => {
          const text = font?.unicode(code);
          if (font?.glyph(code) === 0 || text === undefined || text === "")
            mute.push({ page: number, font: font?.name ?? "?", code, lacking: font?.glyph(code) === 0 });
          return text ?? "\uFFFD";
        })
        .join("");
    };
    interpret(file, page, {
      paint: (paint) => {
        const words = paint.kind === "text" ? textOf(paint) : "";
        if (paint.marks.some(({ tag }) => tag === "Artifact")) return;
        const mark = paint.marks.findLast(({ mcid }) => mcid !== undefined);
        if (mark?.mcid === undefined) loose.push({ page: number, kind: paint.kind });
        else {
          const key = stretchKey({ page: number, mcid: mark.mcid });
          texts.set(key, (texts.get(key) ?? "") + words);
        }
      },
      mark: ({ mcid }) => {
        if (mcid !== undefined) stretches.push({ kind: "content", page: number, mcid });
      },
      fault: (message) => faults.push({ page: number, message }),
    });
  }
  return { textOf: (content) => texts.get(stretchKey(content)), stretches, loose, mute, faults };
};

/** What is heard where a kid stands: the actual text of an element where it has one, else the words of what it holds. */
export const heard = (kid: TaggedKid, marked: MarkedPages): string => {
  if (kid.kind === "object") return "";
  if (kid.kind === "content") return marked.textOf(kid) ?? "";
  return kid.actualText ?? kid.kids.map((inner) => heard(inner, marked)).join("");
};
