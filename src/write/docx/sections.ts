import type { FileChild, ISectionOptions } from "docx";
import { mm } from "../../model/style.ts";
import { writeBody } from "./blocks.ts";
import { writeContents, writeLists } from "./contents.ts";
import { frontFurniture, noFurniture, partFurniture } from "./furniture.ts";
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

const titleLines = (writing: PartWriting, title: string, subtitle: string): readonly FileChild[] => {
  const { document } = writing.part;
  return [
    paragraph(writing, title, textRuns(writing, document.title)),
    paragraph(writing, subtitle, textRuns(writing, document.issuer)),
    paragraph(writing, subtitle, textRuns(writing, document.date)),
  ];
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

/** One language: its title, then its text, between the ends of a bookmark to which its contents keep. */
const partSection = (writing: PartWriting): ISectionOptions => {
  const pageNumbers = partNumbers(writing);
  return {
    properties: {
      ...withPage(pageProperties(writing.setting.style), pageNumbers ? { pageNumbers } : {}),
      titlePage: true,
    },
    ...partFurniture(writing),
    children: [...titleLines(writing, "PartTitle", "PartSubtitle"), ...writeBody(writing)],
  };
};

const closing = (volume: Volume, first: PartWriting): ISectionOptions => ({
  properties: { ...pageProperties(volume.edition.style), verticalAlign: "center" },
  ...noFurniture(first),
  children: volume.parts.map((writing) =>
    paragraph(writing, "ClosingTitle", textRuns(writing, writing.part.document.title)),
  ),
});

/** The sections of a volume in order: cover, contents, one for each language, closing page (ECMA-376 §17.6). */
export const writeSections = (volume: Volume): readonly ISectionOptions[] => {
  const first = volume.parts[0] as PartWriting;
  return [cover(volume, first), ...front(volume, first), ...volume.parts.map(partSection), closing(volume, first)];
};
