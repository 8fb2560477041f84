import { BookmarkEnd, BookmarkStart, type FileChild, type ISectionOptions, type XmlComponent } from "docx";
import { mm } from "../../model/style.ts";
import { writeBody } from "./blocks.ts";
import { writeContents, writeLists } from "./contents.ts";
import { frontFurniture, noFurniture, partFurniture } from "./furniture.ts";
import { partBookmark } from "./identity.ts";
import { frontNumbers, pageProperties, partNumbers } from "./page-setup.ts";
import { paragraph } from "./paragraph.ts";
import { twips } from "./setting.ts";
import { textRuns } from "./text-runs.ts";
import type { PartWriting, Volume } from "./volume.ts";

type Properties = NonNullable<ISectionOptions["properties"]>;

const withPage = (properties: Properties, page: Properties["page"]): Properties => ({
  ...properties,
  page: { ...properties.page, ...page },
});

const titleLines = (
  writing: PartWriting,
  title: string,
  subtitle: string,
  before: readonly XmlComponent[] = [],
): readonly FileChild[] => {
  const { document } = writing.part;
  return [
    paragraph(writing, title, [...before, ...textRuns(writing, document.title)]),
    paragraph(writing, subtitle, textRuns(writing, document.issuer)),
    paragraph(writing, subtitle, textRuns(writing, document.date)),
  ];
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

/** The cover: title, issuer and date in every language, a third down the page. */
const cover = (volume: Volume, first: PartWriting): ISectionOptions => {
  const properties = pageProperties(volume.edition.style);
  const top = twips((volume.edition.style.page.height * mm) / 3);
  return {
    properties: withPage(properties, { margin: { ...properties.page?.margin, top } }),
    ...noFurniture(first),
    children: volume.parts.flatMap((writing) => titleLines(writing, "Title", "Subtitle")),
  };
};

const front = (volume: Volume, first: PartWriting): readonly ISectionOptions[] => {
  const children = volume.parts.flatMap((writing) => [...writeContents(writing), ...writeLists(writing)]);
  if (children.length === 0) return [];
  const pageNumbers = frontNumbers(volume);
  return [
    {
      properties: withPage(pageProperties(volume.edition.style), pageNumbers ? { pageNumbers } : {}),
      ...frontFurniture(first),
      children,
    },
  ];
};

/** One language: its title, then its text. */
const partSection = (writing: PartWriting, edges: readonly XmlComponent[]): ISectionOptions => {
  const pageNumbers = partNumbers(writing);
  return {
    properties: {
      ...withPage(pageProperties(writing.setting.style), pageNumbers ? { pageNumbers } : {}),
      titlePage: true,
    },
    ...partFurniture(writing),
    children: [...titleLines(writing, "PartTitle", "PartSubtitle", edges), ...writeBody(writing)],
  };
};

const closing = (volume: Volume, first: PartWriting, edges: readonly XmlComponent[]): ISectionOptions => ({
  properties: { ...pageProperties(volume.edition.style), verticalAlign: "center" },
  ...noFurniture(first),
  children: volume.parts.map((writing, index) =>
    paragraph(writing, "ClosingTitle", [
      ...(index === 0 ? edges : []),
      ...textRuns(writing, writing.part.document.title),
    ]),
  ),
});

/** The sections of a volume in order: cover, contents, one for each language, closing page (ECMA-376 §17.6). */
export const writeSections = (volume: Volume): readonly ISectionOptions[] => {
  const first = volume.parts[0] as PartWriting;
  const edges = partEdges(volume);
  return [
    cover(volume, first),
    ...front(volume, first),
    ...volume.parts.map((writing, index) => partSection(writing, edges[index] ?? [])),
    closing(volume, first, edges.at(-1) ?? []),
  ];
};
