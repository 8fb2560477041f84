import { type ISectionOptions, NoteNumberRestart, SectionType } from "docx";
import { columnWidth, mm, type Style } from "../../model/style.ts";
import type { PageNumbers } from "./page-numbers.ts";
import { twips } from "./setting.ts";

export type Properties = NonNullable<ISectionOptions["properties"]>;

/** Character pitch is given in 4096ths of a point beyond the size of the text (ECMA-376 §17.6.5 w:charSpace). */
const pitchUnit = 4096;

/** The page grid of official documents: so many lines a page, so many characters a line (GB/T 9704 §5.2.3). */
const pageGrid = (style: Style): Properties["grid"] => {
  const { grid } = style.word;
  if (!grid) return undefined;
  const { width, height, margins } = style.page;
  const pitch = ((width - margins.inner - margins.outer) * mm) / grid.characters;
  return {
    type: "linesAndChars",
    linePitch: Math.floor((((height - margins.top - margins.bottom) * mm) / grid.lines) * 20),
    charSpace: Math.round((pitch - style.type.body.size) * pitchUnit),
  };
};

/** How a section counts its pages, and how far its text begins below the upper margin, in pt. */
export type PageSetup = {
  readonly numbers: PageNumbers;
  readonly drop?: number;
  /** Whether the first page has furniture of its own. */
  readonly opener?: boolean;
  /** In a volume of several parts: whether notes are counted from 1 again, as each part begins, or on. */
  readonly notes?: "restart" | "continue";
};

/**
 * How a section counts its notes (w:numRestart, ECMA-376 part 1 §17.11.11, §17.11.19). LibreOffice counts one way
 * throughout, that of the last section, and 7.4 begins with 0 where sections after a restart say nothing.
 */
const noteCounts = { restart: NoteNumberRestart.EACH_SECTION, continue: NoteNumberRestart.CONTINUOUS } as const;

/** Size, margins and grid of a page. Without a grid, what the whole characters of a line leave over goes to both margins. */
export const pageProperties = (style: Style, setup: PageSetup): Properties => {
  const { width, height, margins, head, foot } = style.page;
  const { furniture } = style.type;
  const grid = pageGrid(style);
  const spare = grid ? 0 : width * mm - columnWidth(style) - (margins.inner + margins.outer) * mm;
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
      pageNumbers: setup.numbers,
    },
    ...(grid ? { grid } : {}),
    ...(setup.opener ? { titlePage: true } : {}),
    ...(setup.notes ? { footnoteProperties: { restart: noteCounts[setup.notes] } } : {}),
    type: SectionType.NEXT_PAGE,
  };
};
