import type { Report } from "../../../model/finding.ts";
import type { PressProfile } from "../../../model/press.ts";
import type { Style } from "../../../model/style.ts";
import { bytesOf } from "../draw/edition-document.ts";
import type { Medium } from "../draw/medium.ts";
import { type Claim, metadataOf } from "../draw/metadata.ts";
import { setOutputIntent } from "../draw/output-intent.ts";
import { rendererPage } from "../draw/page-items.ts";
import { drawable } from "../draw/picture-check.ts";
import { SheetRenderer } from "../draw/sheet-renderer.ts";
import type { LaidOut } from "../lay-out.ts";
import { geometryOf, type Sheet } from "../sheet.ts";
import { checkPictures } from "./pictures.ts";
import { PressDocument } from "./press-document.ts";
import { signatures } from "./signatures.ts";
import { pressClaims, pressIntent } from "./standards.ts";

/** Ink: colours in CMYK, pictures as they are separated. */
const pressMedium = (style: Style): Medium => ({
  colour: (token) => style.colours[token]?.cmyk ?? [0, 0, 0, 100],
  image: ({ press }) => press,
});

/** Whether an edition can go to a press. Reports `unprintable-picture` and what {@link checkPictures} does. */
export const checkForPress = ({ edition: { style }, sheets }: LaidOut, report: Report): boolean => {
  const medium = pressMedium(style);
  const torn = sheets.filter((sheet) => drawable(sheet, medium, report).column.length < sheet.column.length);
  return checkPictures(sheets, style, report) && torn.length === 0;
};

/** A page with nothing on it, but what stands on all of them. */
const blankSheet = ({ band }: LaidOut): Pick<Sheet, "part" | "ground" | "column" | "furniture"> => ({
  part: 0,
  ground: band[0] ?? [],
  column: [],
  furniture: [],
});

/** What is printed on each page of the print file; "" on blank ones. */
export const printedLabels = ({ edition, sheets }: LaidOut): readonly string[] =>
  signatures(sheets, edition.style.print.multiple).map((sheet) => sheet?.label ?? "");

/**
 * Draws the print file, PDF/X-4 with printer's marks: facing pages with blank versos, the column nearer to the spine or
 * farther from it as the margins say. Reports what pictures must not be on a press; `undefined` then.
 * `blank`: physical pages, 1-based, that hold nothing but marks. `claims`: the standards that it says it keeps to. `only`:
 * pages of it, 1-based, that make a file of their own, in their places on the sheet: those to replace in an edition.
 */
export const renderPress = async (
  laid: LaidOut,
  profile: PressProfile,
  report: Report,
  claims: readonly Claim[] = pressClaims,
  only?: readonly number[],
): Promise<{ readonly bytes: Uint8Array; readonly blank: readonly number[] } | undefined> => {
  const { edition, sheets } = laid;
  const { style } = edition;
  const page = geometryOf(style);
  const medium = pressMedium(style);
  if (!checkForPress(laid, report)) return undefined;
  const document = new PressDocument(edition.faces, metadataOf(edition, claims), style);
  if (only) document.identify(`pages ${only.join()}`);
  setOutputIntent(document, pressIntent(style, profile));
  const renderer = new SheetRenderer(document, medium);
  const pages = signatures(sheets, style.print.multiple);
  for (const [index, sheet] of pages.entries()) {
    if (only && !only.includes(index + 1)) continue;
    const left = index % 2 === 0 ? page.recto : page.verso;
    renderer.renderPages([rendererPage(sheet ?? blankSheet(laid), page, left, medium)]);
  }
  document._root.data.PageLayout = "TwoPageRight";
  const blank = pages.flatMap((sheet, index) => (sheet ? [] : [index + 1]));
  return { bytes: await bytesOf(document), blank };
};
