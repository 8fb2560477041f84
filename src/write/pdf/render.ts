import { blockPath } from "../../model/edition.ts";
import type { Report } from "../../model/finding.ts";
import type { Tag } from "./content.ts";
import { drawMarks } from "./draw-marks.ts";
import { bytesOf, EditionDocument } from "./edition-document.ts";
import type { LaidOut } from "./lay-out.ts";
import { metadataOf } from "./metadata.ts";
import { outlineOf, pageLabels } from "./navigation.ts";
import { geometryOf, type Sheet } from "./sheet.ts";

/** Draws a laid out edition as a PDF for the screen: margins are equal on all pages, links and bookmarks are there. */
export const render = async ({ edition, sheets, pages }: LaidOut, _report: Report): Promise<Uint8Array> => {
  const { style } = edition;
  const page = geometryOf(style);
  const document = new EditionDocument(edition.faces, metadataOf(edition));
  const addBookmarks = outlineOf(document);
  const draw = (sheet: Sheet): void => {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    const destination = ({ target, pageOf }: Tag) => {
      const id = target ?? pageOf;
      return id === undefined ? undefined : blockPath(sheet.part, id);
    };
    drawMarks(document, sheet.ground, { left: 0, destination }, style);
    drawMarks(document, [...sheet.furniture, ...sheet.column], { left: page.centred, destination }, style);
    for (const { id, y } of sheet.anchors)
      document.addNamedDestination(blockPath(sheet.part, id), "XYZ", page.centred, y, null);
    addBookmarks(sheet);
  };
  for (const sheet of sheets) draw(sheet);
  document._root.data.PageLabels = pageLabels(pages.labels);
  return bytesOf(document);
};
