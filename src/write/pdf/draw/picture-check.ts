import { DOMParser, type Element } from "@xmldom/xmldom";
import type { Report } from "../../../model/finding.ts";
import type { Place } from "../../../model/place.ts";
import { svgFaults } from "../../../model/svg.ts";
import type { Sheet } from "../sheet.ts";
import type { Medium } from "./medium.ts";

/** Whether a picture can be drawn as it is. Reports `unprintable-picture` for each thing that cannot. */
const checkPicture = (svg: string, place: Place, report: Report): boolean => {
  const found: string[] = [];
  const parser = new DOMParser({ onError: (_, message) => found.push(message) });
  let root: Element | null = null;
  try {
    root = parser.parseFromString(svg, "image/svg+xml").documentElement;
  } catch {
    // onError has the reason.
  }
  if (root) found.push(...svgFaults(root).map(({ message }) => message));
  for (const message of new Set(found)) report({ severity: "error", rule: "unprintable-picture", message, place });
  return root !== null && found.length === 0;
};

/** A sheet without the pictures that cannot be drawn. Reports `unprintable-picture`. */
export const drawable = (sheet: Sheet, medium: Medium, report: Report): Sheet => ({
  ...sheet,
  column: sheet.column.filter((mark) => {
    if (mark.kind === "picture") return checkPicture(mark.svg, mark.place, report);
    if (mark.kind !== "image") return true;
    const { format, bytes } = medium.image(mark.artwork);
    return format !== "svg" || checkPicture(Buffer.from(bytes).toString("utf8"), mark.place, report);
  }),
});
