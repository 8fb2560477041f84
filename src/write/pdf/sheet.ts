import type { Id, Inline } from "../../model/document.ts";
import { columnWidth, mm, type Style } from "../../model/style.ts";
import type { Bookmark, Mark } from "./content.ts";

/** A jump target on a sheet: y in pt from the top of the trim. */
export type Anchor = { readonly id: Id; readonly y: number };

/** What a page is made of before it has its number. Measures in pt from the top left corner of the trim. */
export type Leaf = {
  readonly kind: "cover" | "title" | "contents" | "body" | "closing";
  /** Index of the part; what is about the whole volume belongs to the first or the last. */
  readonly part: number;
  /** Stands where it stands whatever the margins: ground and art. */
  readonly ground: readonly Mark[];
  /** x from the left edge of the text column. */
  readonly column: readonly Mark[];
  readonly anchors: readonly Anchor[];
  readonly bookmarks: readonly (Bookmark & { readonly y: number })[];
  /** Blocks that stand here, wholly or in part. */
  readonly blocks: ReadonlySet<Id>;
  /** Printed at the head of the page; nothing on openers. */
  readonly runningHead: readonly Inline[];
  /** Which page of the spread it begins. */
  readonly starts: "recto" | "verso" | "next";
};

/** A page in its place. Blank pages stand in print only. */
export type Sheet = Leaf & {
  /** What is printed on it and how it is cited: "iv", "12". */
  readonly label: string;
  readonly numbering: "roman" | "arabic";
  readonly count: number;
  /** 1-based among the pages of the print edition: odd is a recto. */
  readonly position: number;
  /** Running head and folio, x from the left edge of the text column. */
  readonly furniture: readonly Mark[];
};

/** The measures of a page in pt. */
export type PageGeometry = {
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  /** Top and height of the column. */
  readonly top: number;
  readonly columnHeight: number;
  readonly columnWidth: number;
  /** Left edge of the column where margins are equal, on a recto and on a verso. */
  readonly centred: number;
  readonly recto: number;
  readonly verso: number;
  /** Baselines of the running head and the folio. */
  readonly head: number;
  readonly foot: number;
};

export const geometryOf = (style: Style): PageGeometry => {
  const { page } = style;
  const [width, height] = [page.width * mm, page.height * mm];
  const column = columnWidth(style);
  // Half of what was cut off to make the column whole characters wide.
  const cut = (width - (page.margins.inner + page.margins.outer) * mm - column) / 2;
  return {
    width,
    height,
    bleed: page.bleed * mm,
    top: page.margins.top * mm,
    columnHeight: height - (page.margins.top + page.margins.bottom) * mm,
    columnWidth: column,
    centred: (width - column) / 2,
    recto: page.margins.inner * mm + cut,
    verso: page.margins.outer * mm + cut,
    head: page.head * mm,
    foot: height - page.foot * mm,
  };
};
