import type { Report } from "../../../model/finding.ts";
import { bytesOf, EditionDocument } from "../draw/edition-document.ts";
import { screenMedium } from "../draw/medium.ts";
import { type Claim, metadataOf } from "../draw/metadata.ts";
import { setOutputIntent } from "../draw/output-intent.ts";
import { rendererPage } from "../draw/page-items.ts";
import { drawable } from "../draw/picture-check.ts";
import { SheetRenderer } from "../draw/sheet-renderer.ts";
import type { LaidOut } from "../lay-out.ts";
import { geometryOf } from "../sheet.ts";
import { Tagging } from "../tags/tagging.ts";
import { anchorsOf, bookmarksOf, pageLabels } from "./navigation.ts";
import { screenClaims, screenIntent } from "./standards.ts";

/**
 * Draws the screen file: every sheet but the blank ones, the column in the middle of the page, bookmarks, links, page
 * labels, tags. `claims`: the standards that it says it keeps to. Reports `unprintable-picture`.
 */
export const render = (laid: LaidOut, report: Report, claims: readonly Claim[] = screenClaims): Promise<Uint8Array> => {
  const { edition, sheets } = laid;
  const page = geometryOf(edition.style);
  const document = new EditionDocument(edition.faces, metadataOf(edition, claims));
  setOutputIntent(document, screenIntent());
  const medium = screenMedium(edition.style);
  const tagging = new Tagging(document);
  const renderer = new SheetRenderer(document, medium, tagging);
  const anchor = anchorsOf(document);
  const bookmark = bookmarksOf(document, laid);
  for (const sheet of sheets) {
    renderer.renderPages([rendererPage(drawable(sheet, medium, report), page, page.centred, medium)]);
    tagging.leave();
    anchor(sheet);
    bookmark(sheet);
  }
  document._root.data.PageLabels = { Nums: pageLabels(sheets) };
  tagging.finish(laid.structure);
  return bytesOf(document);
};
