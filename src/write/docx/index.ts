import { Document, Packer } from "docx";
import type { Edition, PageMap } from "../../model/edition.ts";
import type { Report } from "../../model/finding.ts";
import { canonical } from "./canonical.ts";
import { finishChart } from "./charts/finish.ts";
import { storeProperties } from "./figure-store.ts";
import { fontTable } from "./fonts.ts";
import { tag, xmlPart } from "./markup.ts";
import { coreProperties, customProperties } from "./properties.ts";
import { writeSections } from "./sections.ts";
import type { Setting } from "./setting.ts";
import { settingsPart } from "./settings.ts";
import { styleSheet } from "./styles/sheet.ts";
import { officeTheme } from "./theme.ts";
import { openVolume, type Volume } from "./volume.ts";

export { blockBookmark, chartName } from "../../model/word-names.ts";
export { figuresNamespace } from "./figure-store.ts";

type Override = { readonly path: string; readonly data: string };

const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The list of printed figures as a part of its own (ECMA-376 part 1 §15.2.4, §15.2.5). */
const attachFigures = (document: Document, volume: Volume): readonly Override[] => {
  if (volume.figures.isEmpty()) return [];
  document.Document.Relationships.addRelationship("rIdFigures", `${relationships}/customXml`, "../customXml/item1.xml");
  document.ContentTypes.addOverride(
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "/customXml/itemProps1.xml",
  );
  const link = tag("Relationship", {
    Id: "rId1",
    Type: `${relationships}/customXmlProps`,
    Target: "itemProps1.xml",
  });
  return [
    { path: "customXml/item1.xml", data: volume.figures.write() },
    { path: "customXml/itemProps1.xml", data: storeProperties() },
    {
      path: "customXml/_rels/item1.xml.rels",
      data: xmlPart(
        tag("Relationships", { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" }, link),
      ),
    },
  ];
};

const fontNames = (volume: Volume): readonly string[] =>
  volume.parts.flatMap(({ setting: { language } }) =>
    [language.word.body, language.word.head].flatMap((fonts) => [fonts.ascii, fonts.eastAsia]),
  );

/**
 * Writes an edition as a Word file (ECMA-376, transitional): named styles, filled contents and references with the page
 * numbers of the project's own layout, charts that Word can edit, and every printed figure as a control bound to one
 * list. The same edition gives the same bytes. Reports `hidden-character`, `too-many-columns` and `bad-link`; what
 * cannot be printed shows as ⟦id⟧, never as nothing.
 */
export const writeDocx = async (edition: Edition, pages: PageMap, report: Report): Promise<Uint8Array> => {
  const volume = openVolume(edition, pages, report);
  const settings = volume.parts.map((writing) => writing.setting);
  const first = settings[0] as Setting;
  // The text is written first: it decides which styles, lists and notes there are.
  const sections = writeSections(volume);
  const document = new Document({
    sections,
    externalStyles: styleSheet(settings, volume.levels, (setting) =>
      (volume.parts.find((writing) => writing.setting === setting)?.usedMarks ?? new Map()).values(),
    ),
    numbering: { config: volume.lists.definitions() },
    footnotes: Object.fromEntries(volume.footnotes),
    customProperties: customProperties(volume),
    theme: officeTheme(first),
    evenAndOddHeaderAndFooters: true,
  });
  const overrides: readonly Override[] = [
    { path: "word/settings.xml", data: settingsPart(first) },
    { path: "word/fontTable.xml", data: fontTable(fontNames(volume)) },
    { path: "docProps/core.xml", data: coreProperties(volume) },
    ...attachFigures(document, volume),
  ];
  return canonical(await Packer.toBuffer(document, undefined, overrides), (path, markup) => {
    const chart = /^word\/charts\/chart(\d+)\.xml$/.exec(path);
    const finish = chart && volume.charts[Number(chart[1]) - 1];
    return finish ? finishChart(markup, finish) : markup;
  });
};
