import {
  BookmarkEnd,
  BookmarkStart,
  type FileChild,
  type ISectionOptions,
  type Paragraph,
  type XmlComponent,
} from "docx";
import type { Section } from "../../model/document.ts";
import { mm } from "../../model/style.ts";
import { writeChapter } from "./blocks.ts";
import { writeContents, writeLists } from "./contents.ts";
import { closingArt, coverArt } from "./cover-art.ts";
import { chapterFurniture, noFurniture, numbersOnly } from "./furniture.ts";
import { partBookmark } from "./identity.ts";
import { type PageSetup, pageCounts, pageProperties } from "./page-setup.ts";
import { paragraph } from "./paragraph.ts";
import { textRuns } from "./text-runs.ts";
import type { PartWriting, Volume } from "./volume.ts";

/** How far down the page titles begin, in shares of its height, and the preface, in lines. */
const drops = { cover: 0.155, title: 0.24, closing: 0.1, prefaceLines: 4 } as const;

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
): ISectionOptions => ({ properties: pageProperties(volume.edition.style, setup), ...furniture, children });

const lines = (writing: PartWriting, style: string, texts: readonly string[]): readonly Paragraph[] =>
  texts.map((text) => paragraph(writing, style, textRuns(writing, text)));

const imprint = (writing: PartWriting, issuer: string, date: string): readonly Paragraph[] => [
  ...lines(writing, issuer, [writing.part.document.issuer]),
  ...lines(writing, date, [writing.part.document.date]),
];

/** The cover: the titles of all languages, then issuers and dates, above the year's figures as a skyline. */
const cover = (volume: Volume, first: PartWriting): ISectionOptions =>
  section(
    volume,
    { starts: "next", numbers: { ...pageCounts(volume).front, start: 1 }, drop: dropTo(volume, drops.cover) },
    noFurniture(first, coverArt(volume)),
    [
      paragraph(first, "TitleRule", []),
      ...volume.parts.flatMap((writing, index) =>
        lines(writing, index === 0 ? "Title" : "PartTitle", [writing.part.document.title]),
      ),
      ...volume.parts.flatMap((writing) => imprint(writing, "Subtitle", "CoverDate")),
    ],
  );

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

/** A chapter begins where the tokens say; the first of the volume begins the count of the pages of text. */
const chapterSection = (writing: PartWriting, index: number): ISectionOptions => {
  const { volume } = writing;
  const { sections } = writing.part.document;
  const chapter = sections[index] as Section;
  const { body } = pageCounts(volume);
  const opensText = writing.index === 0 && index === 0;
  const lead = writing.setting.type("lead");
  return section(
    volume,
    {
      starts: opensText ? "recto" : writing.setting.style.page.chapters,
      numbers: opensText ? body : { formatType: body.formatType },
      ...(hasHead(chapter) ? { opener: true } : { drop: drops.prefaceLines * lead.leading }),
    },
    hasHead(chapter) ? chapterFurniture(writing, chapter) : numbersOnly(writing),
    writeChapter(writing, chapter),
  );
};

/** One language: inner title, contents, preface and chapters, each a section of its own. */
const partSections = (writing: PartWriting, edges: readonly XmlComponent[]): readonly ISectionOptions[] => {
  const { volume } = writing;
  const { document } = writing.part;
  const counts = pageCounts(volume);
  const front = writing.index === 0 ? counts.front : { formatType: counts.body.formatType };
  const contents = [...writeContents(writing), ...writeLists(writing)];
  return [
    section(volume, { starts: "recto", numbers: front, drop: dropTo(volume, drops.title) }, noFurniture(writing), [
      paragraph(writing, "TitleRule", edges),
      ...lines(writing, "PartTitle", [document.title]),
      ...imprint(writing, "PartSubtitle", "PartSubtitle"),
    ]),
    ...(contents.length > 0
      ? [section(volume, { starts: "next", numbers: front }, numbersOnly(writing), contents)]
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
  const { body } = pageCounts(volume);
  return section(
    volume,
    { starts: "verso", numbers: { formatType: body.formatType }, drop: dropTo(volume, drops.closing) },
    noFurniture(first, closingArt(volume)),
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
