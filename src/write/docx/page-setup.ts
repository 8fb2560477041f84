import { type ISectionOptions, NumberFormat, SectionType } from "docx";
import { blockPath } from "../../model/edition.ts";
import { columnWidth, mm, type Style } from "../../model/style.ts";
import { twips } from "./setting.ts";
import type { Volume } from "./volume.ts";

export type Properties = NonNullable<ISectionOptions["properties"]>;
type PageNumbers = {
  readonly start?: number;
  readonly formatType: (typeof NumberFormat)[keyof typeof NumberFormat];
};

/** Character pitch is given in 4096ths of a point beyond the size of the text (ECMA-376 §17.6.5 w:charSpace). */
const pitchUnit = 4096;

/** The page grid of official documents: so many lines a page, so many characters a line (GB/T 9704 §5.2.3). */
const pageGrid = (style: Style): Properties["grid"] => {
  const { grid } = style.word;
  if (!grid) return undefined;
  const { height, margins } = style.page;
  const pitch = columnWidth(style) / grid.characters;
  return {
    type: "linesAndChars",
    linePitch: Math.floor((((height - margins.top - margins.bottom) * mm) / grid.lines) * 20),
    charSpace: Math.round((pitch - style.type.body.size) * pitchUnit),
  };
};

/** Where a section begins, how it counts its pages, and how far its text begins below the upper margin, in pt. */
export type PageSetup = {
  readonly starts: "recto" | "verso" | "next";
  readonly numbers?: PageNumbers | undefined;
  readonly drop?: number;
  /** Whether the first page has furniture of its own. */
  readonly opener?: boolean;
};

const sectionTypes = {
  recto: SectionType.ODD_PAGE,
  verso: SectionType.EVEN_PAGE,
  next: SectionType.NEXT_PAGE,
} as const;

/** Size, margins and grid of a page. What the whole characters of a line leave over goes to both margins. */
export const pageProperties = (style: Style, setup: PageSetup): Properties => {
  const { width, height, margins, head, foot } = style.page;
  const { furniture } = style.type;
  const spare = width * mm - columnWidth(style) - (margins.inner + margins.outer) * mm;
  const grid = pageGrid(style);
  return {
    page: {
      size: { width: twips(width * mm), height: twips(height * mm) },
      margin: {
        top: twips(margins.top * mm + (setup.drop ?? 0)),
        bottom: twips(margins.bottom * mm),
        left: twips(margins.inner * mm + spare / 2),
        right: twips(margins.outer * mm + spare / 2),
        header: twips(head * mm - furniture.size),
        footer: twips(foot * mm - (furniture.leading - furniture.size)),
        gutter: 0,
      },
      ...(setup.numbers ? { pageNumbers: setup.numbers } : {}),
    },
    ...(grid ? { grid } : {}),
    ...(setup.opener ? { titlePage: true } : {}),
    type: sectionTypes[setup.starts],
  };
};

/**
 * How the pages count, as the project's own layout labels them: those before the first page of text in Roman numerals
 * where the labels are, the text from the number on its first page.
 */
export const pageCounts = (volume: Volume): { readonly front: PageNumbers; readonly body: PageNumbers } => {
  const { labels, blocks } = volume.pages;
  const [first] = volume.edition.parts[0].document.sections;
  const opening = first && blocks[blockPath(0, first.id)]?.[0];
  const label = opening === undefined ? undefined : labels[opening - 1];
  const isRoman = labels.length === 0 || labels.some((one) => /^[ivxlcdm]+$/.test(one));
  return {
    front: { formatType: isRoman ? NumberFormat.LOWER_ROMAN : NumberFormat.DECIMAL },
    body: { start: /^\d+$/.test(label ?? "") ? Number(label) : 1, formatType: NumberFormat.DECIMAL },
  };
};
