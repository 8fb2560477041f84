import type { Block, Id, Inline } from "./document.ts";
import type { Key } from "./figure.ts";
import type { Place } from "./place.ts";
import type { StatedFigure } from "./release.ts";

/** One thing that a reader sees otherwise than before: what lists of corrections, errata, redlines and marked files are made of. */
export type Change = {
  /** Names the change in its list: `zh/creation.p2/sentence.1`. */
  readonly id: string;
  readonly thing: Thing;
  /** "moved": the same words stand elsewhere. */
  readonly action: "changed" | "added" | "removed" | "moved";
  /** Language folder. */
  readonly language: string;
  /** The block that holds it: section, paragraph, figure, table. "" for what stands before all blocks: title, issuer, date. */
  readonly block: Id;
  /** What is meant inside the block, where that has an id: a row, a cell, a note, a printed figure. */
  readonly within?: Id;
  /** The block and the sections that it stands in, innermost first. */
  readonly around: readonly Id[];
  /** The nearest head above, as printed. */
  readonly head: string;
  /** Left out of what was added. */
  readonly before?: Wording;
  /** Left out of what was removed. */
  readonly after?: Wording;
  /** At least one; that of the data first. */
  readonly causes: readonly Cause[];
  /** Where it stands in each edition that prints it. */
  readonly pages: readonly ChangePages[];
};

/**
 * The kinds of things. "rate": a number of a chart or table that follows from figures (a share, last year's value, a
 * change that was calculated). "chart": what a chart prints or draws besides. A block by its type is one that moved whole.
 */
export type Thing =
  | "title"
  | "issuer"
  | "date"
  | "heading"
  | "contents-entry"
  | "sentence"
  | "caption"
  | "note"
  | "source"
  | "alt-text"
  | "chart"
  | "rate"
  | "image"
  | "row"
  | "cell"
  | Block["type"];

/** What was or is printed. */
export type Wording = {
  /** The words as a reader has them, marks of notes left out. */
  readonly text: string;
  /** What prints them; left out where it is no running text (charts, alternative texts). */
  readonly inlines?: readonly Inline[];
  /** In the template; for what was removed, in the template of then. */
  readonly place: Place;
};

/** Why a thing changed. */
export type Cause =
  | {
      readonly kind: "figure";
      readonly key: Key;
      /** Of today's data; of a figure that is gone, that of then. */
      readonly place: Place;
      readonly before?: StatedFigure;
      readonly after?: StatedFigure;
    }
  /** Words of the template. */
  | { readonly kind: "text"; readonly block: Id; readonly place: Place }
  /** Numbers and page numbers that moved on because something else was added, removed or became longer. */
  | { readonly kind: "numbering"; readonly place: Place }
  /** A file of the project that is neither data nor prose: language, chart, picture, style. */
  | { readonly kind: "file"; readonly place: Place }
  /** None of the inputs: another version of the tool, or other formats of its platform. */
  | { readonly kind: "tool"; readonly place: Place };

/** Pages of an edition on which a thing stands: then and now. */
export type ChangePages = {
  readonly edition: string;
  readonly before: readonly PageReference[];
  readonly after: readonly PageReference[];
};
/** A page of the screen file, 1-based, and what is printed on it: "iv", "12". */
export type PageReference = { readonly page: number; readonly label: string };

/** How the pages of a file compare with those of the release. Pages are physical and 1-based. */
export type PageComparison = {
  readonly edition: string;
  readonly file: "screen" | "print";
  /** Today's pages in order. */
  readonly pages: readonly ComparedPage[];
  /** Pages of the release that stand nowhere any more. */
  readonly gone: readonly PageReference[];
  /** What must be printed anew; where the pages run differently from one on, only those before it. */
  readonly changed: readonly PageReference[];
  /** The page from which on nothing stands where it stood. */
  readonly from?: PageReference;
};
export type ComparedPage = PageReference & {
  /** The page of the release that it is, or that it replaces. */
  readonly before?: PageReference;
  /** "same": both draw the same; "bytes": and have the same content stream. */
  readonly state: "bytes" | "same" | "changed" | "new";
};
