import type { Finding, Report } from "../../../model/finding.ts";
import { type ImageFile, resolutionOf } from "../../../model/image.ts";
import { mm, type Style } from "../../../model/style.ts";
import type { Mark } from "../content.ts";
import type { Medium } from "../draw/medium.ts";
import type { Sheet } from "../sheet.ts";
import { type Inks, inkTable } from "./inks.ts";
import { type SvgFault, svgFaults } from "./svg-inks.ts";

type ImageMark = Extract<Mark, { kind: "image" }>;

const pixelFaults = (file: ImageFile, mark: ImageMark, style: Style): readonly SvgFault[] => {
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

const faultsOf = (mark: Mark, inks: ReadonlyMap<string, Inks>, style: Style, medium: Medium): readonly SvgFault[] => {
  if (mark.kind !== "picture" && mark.kind !== "image") return [];
  const printing = { inks, width: mark.width, line: style.print.line };
  if (mark.kind === "picture") return svgFaults(mark.svg, printing);
  const file = medium.image(mark.artwork);
  if (file.format === "svg") return svgFaults(Buffer.from(file.bytes).toString("utf8"), printing);
  return pixelFaults(file, mark, style);
};

/**
 * Looks at every picture in its printed size before it goes to a press; false where one must not. Reports `rgb-image`,
 * `transparent-image`, `low-resolution`, `transparent-vector`, `image-in-vector`, `thin-line` and `colour-without-ink`.
 */
export const checkPictures = (sheets: readonly Sheet[], style: Style, medium: Medium, report: Report): boolean => {
  const inks = inkTable(style);
  let sound = true;
  for (const mark of sheets.flatMap((sheet) => sheet.column))
    for (const fault of faultsOf(mark, inks, style, medium)) {
      const { place } = mark as ImageMark;
      const finding: Finding = { severity: "error", ...fault, place };
      report(finding);
      sound = false;
    }
  return sound;
};
