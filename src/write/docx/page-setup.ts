import { type ISectionOptions, NumberFormat, SectionType } from "docx";
import { blockPath } from "../../model/edition.ts";
import { columnWidth, mm, type Style } from "../../model/style.ts";
import { twips } from "./setting.ts";
import type { PartWriting, Volume } from "./volume.ts";

type Properties = NonNullable<ISectionOptions["properties"]>;
type PageNumbers = NonNullable<NonNullable<Properties["page"]>["pageNumbers"]>;

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

/** Size, margins and grid of a page. What the whole characters of a line leave over goes to both margins. */
export const pageProperties = (style: Style): Properties => {
  const { width, height, margins, head, foot } = style.page;
  const spare = width * mm - columnWidth(style) - (margins.inner + margins.outer) * mm;
  const grid = pageGrid(style);
  return {
    page: {
      size: { width: twips(width * mm), height: twips(height * mm) },
      margin: {
        top: twips(margins.top * mm),
        bottom: twips(margins.bottom * mm),
        left: twips(margins.inner * mm + spare / 2),
        right: twips(margins.outer * mm + spare / 2),
        header: twips(head * mm - style.type.furniture.size),
        footer: twips(foot * mm - (style.type.furniture.leading - style.type.furniture.size)),
        gutter: 0,
      },
    },
    ...(grid ? { grid } : {}),
    type: SectionType.NEXT_PAGE,
  };
};

const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const romanNumber = (text: string): number =>
  [...text].reduce((sum, digit, index, digits) => {
    const value = romanValues[digit] as number;
    return sum + (value < (romanValues[digits[index + 1] ?? ""] ?? 0) ? -value : value);
  }, 0);

/** How Word has to count from a page with this label: "iv" → small roman from 4; nothing for a page without number. */
export const countFrom = (label: string | undefined): PageNumbers | undefined => {
  if (label === undefined) return undefined;
  if (/^\d+$/.test(label)) return { start: Number(label), formatType: NumberFormat.DECIMAL };
  if (/^[ivxlc]+$/.test(label)) return { start: romanNumber(label), formatType: NumberFormat.LOWER_ROMAN };
  if (/^[IVXLC]+$/.test(label))
    return { start: romanNumber(label.toLowerCase()), formatType: NumberFormat.UPPER_ROMAN };
  return undefined;
};

/** Count of the pages of a part: as the project's own layout labels the page on which its text begins. */
export const partNumbers = (writing: PartWriting): PageNumbers | undefined => {
  const { blocks, labels } = writing.volume.pages;
  const first = writing.part.document.sections[0];
  const pages = first && blocks[blockPath(writing.index, first.id)];
  return countFrom(pages && labels[pages[0] - 1]);
};

/** Count of the pages before the first part, where they have labels of another form than the text. */
export const frontNumbers = (volume: Volume): PageNumbers | undefined =>
  countFrom(volume.pages.labels.find((label) => /^[ivxlc]+$/i.test(label)));
