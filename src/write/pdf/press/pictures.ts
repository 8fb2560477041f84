import type { Document } from "../../../model/document.ts";
import type { Finding, Report } from "../../../model/finding.ts";
import { type Artwork, type ImageFile, resolutionOf } from "../../../model/image.ts";
import { columnWidth, mm, type Style } from "../../../model/style.ts";
import { sectionsOf } from "../../../model/walk.ts";
import type { Mark } from "../content.ts";
import type { Sheet } from "../sheet.ts";
import { type Inks, inkTable } from "./inks.ts";
import { type SvgFault, svgFaults } from "./svg-inks.ts";

type ImageMark = Extract<Mark, { kind: "image" }>;
/** A picture file in its printed width in pt. */
type Placed = Pick<ImageMark, "artwork" | "width" | "place">;

const pixelFaults = (file: ImageFile, mark: Placed, style: Style): readonly SvgFault[] => {
  const faults: SvgFault[] = [];
  const { name } = mark.artwork;
  const ending = file.format === "png" ? "png" : "jpg";
  if (file.colour === "rgb")
    faults.push({
      rule: "rgb-image",
      message: `${file.file} is in RGB; the press prints CMYK or grey`,
      hint: `convert it to the profile ${style.print.profile} and save it as ${name}.print.jpg beside it, or make it grey`,
    });
  if (file.transparent)
    faults.push({
      rule: "transparent-image",
      message: `${file.file} has a transparent ground, which a press cannot print as it looks`,
      hint: `put it on white, or save it so as ${name}.print.${ending}`,
    });
  const resolution = resolutionOf(file.width, mark.width);
  const { resolution: least } = style.print;
  // Half a dot is lost to rounding.
  if (resolution < least - 0.5)
    faults.push({
      rule: "low-resolution",
      message: `${file.file} has ${Math.floor(resolution)} dots to the inch in its printed width of ${Math.round(mark.width / mm)} mm; the press wants ${least}`,
      hint: `scan it anew with ${Math.ceil((mark.width * least) / 72)} pixels across, or print it ${Math.floor((file.width / least) * 25.4)} mm wide (width=…)`,
    });
  return faults;
};

const imageFaults = (placed: Placed, inks: ReadonlyMap<string, Inks>, style: Style): readonly SvgFault[] => {
  const file = placed.artwork.press;
  if (file.format !== "svg") return pixelFaults(file, placed, style);
  const printing = { inks, width: placed.width, line: style.print.line };
  return svgFaults(Buffer.from(file.bytes).toString("utf8"), printing);
};

const faultsOf = (mark: Mark, inks: ReadonlyMap<string, Inks>, style: Style): readonly SvgFault[] => {
  if (mark.kind === "image") return imageFaults(mark, inks, style);
  return mark.kind === "picture" ? svgFaults(mark.svg, { inks, width: mark.width, line: style.print.line }) : [];
};

/** Share of the page's height up to which an image surely has the width that its author gave it. */
const surely = 0.6;

/** The images of a document whose printed width is known before a page is set: in the column, and not too high for it. */
const placedIn = (document: Document, images: ReadonlyMap<string, Artwork>, style: Style): readonly Placed[] => {
  const column = columnWidth(style);
  const { page } = style;
  const height = (page.height - page.margins.top - page.margins.bottom) * mm;
  return sectionsOf(document)
    .flatMap(({ children }) => children)
    .flatMap((block): readonly Placed[] => {
      if (block.type !== "figure" || block.body.type !== "image") return [];
      const artwork = images.get(block.body.name);
      if (!artwork) return [];
      const width = Math.min(column, block.body.width === undefined ? column : block.body.width * mm);
      const high = (width * artwork.screen.height) / artwork.screen.width;
      return high > height * surely ? [] : [{ artwork, width, place: block.place }];
    });
};

/**
 * Looks at the images of a document before a page is set, so that what a press cannot print is found beside everything
 * else. Reports what {@link checkPictures} does.
 */
export const checkImages = (
  document: Document,
  images: ReadonlyMap<string, Artwork>,
  style: Style,
  report: Report,
): void => {
  const inks = inkTable(style);
  for (const placed of placedIn(document, images, style))
    for (const fault of imageFaults(placed, inks, style)) report({ severity: "error", ...fault, place: placed.place });
};

/**
 * Looks at every picture in its printed size before it goes to a press; false where one must not. Reports `rgb-image`,
 * `transparent-image`, `low-resolution`, `transparent-vector`, `image-in-vector`, `thin-line` and `colour-without-ink`.
 */
export const checkPictures = (sheets: readonly Sheet[], style: Style, report: Report): boolean => {
  const inks = inkTable(style);
  let sound = true;
  for (const mark of sheets.flatMap((sheet) => sheet.column))
    for (const fault of faultsOf(mark, inks, style)) {
      const { place } = mark as ImageMark;
      const finding: Finding = { severity: "error", ...fault, place };
      report(finding);
      sound = false;
    }
  return sound;
};
