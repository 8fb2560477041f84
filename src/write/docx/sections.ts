import {
  BookmarkEnd,
  BookmarkStart,
  type FileChild,
  type ISectionOptions,
  type Paragraph,
  type XmlComponent,
} from "docx";
import type { Section } from "../../model/document.ts";
import { columnWidth, mm, type TypeName } from "../../model/style.ts";
import { partBookmark } from "../../model/word-names.ts";
import { writeChapter } from "./blocks.ts";
import { writeContents, writeLists } from "./contents.ts";
import { closingArt, coverArt } from "./cover-art.ts";
import { chapterFurniture, noFurniture, numbersOnly } from "./furniture.ts";
import { isRecto, numbersAt, sectionPages } from "./page-numbers.ts";
import { type PageSetup, pageProperties } from "./page-setup.ts";
import { paragraph } from "./paragraph.ts";
import { textRuns } from "./text-runs.ts";
import { textWidth } from "./text-width.ts";
import type { PartWriting, Volume } from "./volume.ts";

/** What makes the text of a page begin at a share of its height. */
const dropTo = (volume: Volume, share: number): number => {
  const { height, margins } = volume.edition.style.page;
  return (height * share - margins.top) * mm;
};

const section = (
  volume: Volume,
  setup: PageSetup,
  furniture: Pick<ISectionOptions, "headers" | "footers">,
  children: readonly FileChild[],
): ISectionOptions => {
  const notes = volume.parts.length > 1 ? ({ notes: "continue", ...setup } as const) : setup;
  return { properties: pageProperties(volume.edition.style, notes), ...furniture, children };
};

const lines = (writing: PartWriting, style: string, texts: readonly string[]): readonly Paragraph[] =>
  texts.map((text) => paragraph(writing, style, textRuns(writing, text)));

/** A line of the cover by the style of its paragraph and the type that it is set in. */
type CoverLine = {
  readonly writing: PartWriting;
  readonly style: string;
  readonly type: TypeName;
  readonly text: string;
};

/** The titles of all languages, then issuers and dates. */
const coverLines = ({ parts }: Volume): readonly CoverLine[] => [
  ...parts.map((writing, index): CoverLine => {
    const of = index === 0 ? ({ style: "Title", type: "title" } as const) : partTitle;
    return { writing, ...of, text: writing.part.document.title };
  }),
  ...parts.flatMap((writing): readonly CoverLine[] => [
    { writing, style: "Subtitle", type: "subtitle", text: writing.part.document.issuer },
    { writing, style: "CoverDate", type: "subtitle", text: writing.part.document.date },
  ]),
];
const partTitle = { style: "PartTitle", type: "partTitle" } as const;

/** About how far down the cover its words reach, in pt, with a line of their own as room below. */
const coverFoot = (volume: Volume, texts: readonly CoverLine[]): number => {
  const { style } = volume.edition;
  const heights = texts.map(({ writing, type, text }) => {
    const { size, leading } = writing.setting.type(type);
    return Math.ceil(textWidth(text, size) / columnWidth(style)) * leading + leading / 2;
  });
  return heights.reduce(
    (sum, height) => sum + height,
    style.page.height * style.cover.top * mm + style.cover.bar.below + lineRoom,
  );
};
/** Room that the art keeps from the words, pt. */
const lineRoom = 24;

/** The cover: its words above the year's figures as a skyline. */
const cover = (volume: Volume, first: PartWriting): ISectionOptions => {
  const texts = coverLines(volume);
  const foot = coverFoot(volume, texts);
  return section(
    volume,
    {
      numbers: { start: 1, ...numbersAt(volume, 1, "front") },
      drop: dropTo(volume, volume.edition.style.cover.top),
    },
    noFurniture(first, () => coverArt(volume, foot)),
    [
      paragraph(first, "TitleRule", []),
      ...texts.map(({ writing, style, text }) => paragraph(writing, style, textRuns(writing, text))),
    ],
  );
};

/**
 * The ends of the bookmarks of the parts, to which their contents keep. One begins before a part's title and ends at
 * the first paragraph after the part, so that the whole of it lies between.
 */
const partEdges = (volume: Volume): readonly (readonly XmlComponent[])[] => {
  const edges: XmlComponent[][] = Array.from({ length: volume.parts.length + 1 }, () => []);
  volume.parts.forEach((writing, index) => {
    const id = volume.bookmarkId();
    edges[index]?.push(new BookmarkStart(partBookmark(writing.setting.language.id), id));
    edges[index + 1]?.unshift(new BookmarkEnd(id));
  });
  return edges;
};

const hasHead = (chapter: Section): boolean => chapter.head !== "none";

/** A chapter begins on a new page; the first of the volume begins the count of the pages of text. */
const chapterSection = (writing: PartWriting, index: number): ISectionOptions => {
  const { volume } = writing;
  const { sections } = writing.part.document;
  const chapter = sections[index] as Section;
  const opensText = writing.index === 0 && index === 0;
  const page = sectionPages(volume).chapter(writing.index, chapter.id);
  return section(
    volume,
    {
      numbers: { ...(opensText && page === undefined ? { start: 1 } : {}), ...numbersAt(volume, page, "body") },
      ...(hasHead(chapter) ? { opener: true } : { drop: writing.setting.style.opener.preface }),
    },
    hasHead(chapter) ? chapterFurniture(writing, chapter, isRecto(volume, page) ?? true) : numbersOnly(writing),
    writeChapter(writing, chapter),
  );
};

/** One language: inner title, contents, preface and chapters, each a section of its own. */
const partSections = (writing: PartWriting, edges: readonly XmlComponent[]): readonly ISectionOptions[] => {
  const { volume } = writing;
  const { document } = writing.part;
  const { inner } = writing.setting.style;
  const role = writing.index === 0 ? "front" : "body";
  const title = sectionPages(volume).title(writing.index);
  const contents = [...writeContents(writing), ...writeLists(writing)];
  return [
    section(
      volume,
      {
        numbers: numbersAt(volume, title, role),
        drop: dropTo(volume, inner.top),
        ...(writing.index > 0 ? { notes: "restart" } : {}),
      },
      noFurniture(writing),
      [
        paragraph(writing, "PartTitleRule", edges),
        ...lines(writing, "PartTitle", [document.title]),
        ...lines(writing, "PartSubtitle", [document.issuer, document.date]),
      ],
    ),
    ...(contents.length > 0
      ? [section(volume, { numbers: numbersAt(volume, title && title + 1, role) }, numbersOnly(writing), contents)]
      : []),
    ...document.sections.map((_, index) => chapterSection(writing, index)),
  ];
};

/** The closing page: the titles, issuers and dates of all languages once more. */
const closing = (volume: Volume, first: PartWriting, edges: readonly XmlComponent[]): ISectionOptions => {
  const last = volume.parts.map((writing) => {
    const { title, issuer, date } = writing.part.document;
    return { writing, texts: [title, issuer, date] };
  });
  return section(
    volume,
    {
      numbers: numbersAt(volume, sectionPages(volume).closing, "body"),
      drop: dropTo(volume, volume.edition.style.closing.top),
    },
    noFurniture(first, () => closingArt(volume)),
    last.flatMap(({ writing, texts }, index) =>
      texts.map((text, line) =>
        paragraph(writing, line < texts.length - 1 ? "ClosingTitle" : "ClosingDate", [
          ...(index === 0 && line === 0 ? edges : []),
          ...textRuns(writing, text),
        ]),
      ),
    ),
  );
};

/** The sections of a volume in order: cover, the languages, closing page (ECMA-376 §17.6). */
export const writeSections = (volume: Volume): readonly ISectionOptions[] => {
  const first = volume.parts[0] as PartWriting;
  const edges = partEdges(volume);
  return [
    cover(volume, first),
    ...volume.parts.flatMap((writing, index) => partSections(writing, edges[index] ?? [])),
    closing(volume, first, edges.at(-1) ?? []),
  ];
};
