import { type PdfFile, readPdf } from "../reader/file.ts";
import { dictOf, isArray, nameOf, numbersOf, type PdfObject } from "../reader/object.ts";
import { type Page, pagesOf } from "../reader/pages.ts";
import { Drawing } from "./content.ts";
import { Digests, sha256 } from "./digest.ts";

/**
 * What a page of a finished file draws. Two pages of one `drawing` look the same, whatever their objects, names and codes
 * are; two of one `stream` have the same bytes besides. The other way round nothing is said.
 */
export type DrawnPage = { readonly stream: string; readonly drawing: string };

const boxes = ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"] as const;

/** A link that draws no frame is not seen (ISO 32000-1 §12.5.2). */
const isUnseenLink = (file: PdfFile, object: PdfObject): boolean => {
  const annotation = dictOf(file.resolve(object));
  if (nameOf(file.get(annotation, "Subtype")) !== "Link" || file.get(annotation, "AP") !== null) return false;
  return numbersOf(file.get(annotation, "Border"))?.[2] === 0 && file.get(annotation, "BS") === null;
};

const drawnPage = (page: Page, drawing: Drawing, colours: string): DrawnPage => {
  const { digests } = drawing;
  const { file } = digests;
  const annotations = file.get(page.dict, "Annots");
  const seen = (isArray(annotations) ? annotations : []).filter((one) => !isUnseenLink(file, one));
  const parts = [
    ...boxes.map((name) => JSON.stringify(page.boxes[name] ?? null)),
    ...["Rotate", "UserUnit", "Group"].map((key) => digests.of(file.get(page.dict, key))),
    ...seen.map((one) => digests.of(one)),
    colours,
    page.content
      ? drawing.of(page.content, page.resources)
      : `as it stands ${digests.of(file.get(page.dict, "Contents"))}`,
  ];
  return { stream: sha256(page.content ?? ""), drawing: sha256(parts.join("\n")) };
};

/**
 * What every page of a finished file draws.
 *
 * @throws PdfSyntaxError where the file is broken
 */
export const drawnPages = (bytes: Uint8Array): readonly DrawnPage[] => {
  const file = readPdf(bytes);
  const digests = new Digests(file);
  const drawing = new Drawing(digests);
  // The same inks are other colours in another printing condition.
  const colours = digests.of(file.get(file.get(file.trailer, "Root"), "OutputIntents"));
  return pagesOf(file).map((page) => drawnPage(page, drawing, colours));
};
