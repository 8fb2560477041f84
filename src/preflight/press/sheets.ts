import { mm, type Style } from "../../model/style.ts";
import type { Rectangle } from "../reader/pages.ts";
import { onPages, type PressRule } from "./rule.ts";

/** Half a hundredth of a millimetre, pt: boxes are written with that many digits. */
const slack = 0.015;

const shown = (box: Rectangle | undefined): string =>
  box ? `${box.map((side) => Math.round((side / mm) * 10) / 10).join(" ")} mm` : "missing";
const same = (box: Rectangle | undefined, wanted: Rectangle): boolean =>
  box?.every((side, index) => Math.abs(side - (wanted[index] as number)) <= slack) ?? false;
const contains = (outer: Rectangle | undefined, inner: Rectangle): boolean =>
  outer !== undefined && outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

const around = ({ page }: Style, bleed: number): Rectangle => {
  const [width, height] = [page.width * mm, page.height * mm];
  return [-bleed, -bleed, width + bleed, height + bleed];
};

/** The sheet that the printer gets (ISO 15930-7; ISO 32000-1 §14.11.2). */
export const sheetRules: readonly PressRule[] = [
  {
    rule: "press-boxes",
    breaches: onPages(({ page: { boxes } }, { style }) => {
      const trim = around(style, 0);
      const bleed = around(style, style.page.bleed * mm);
      if (!same(boxes.TrimBox, trim)) return `has the TrimBox ${shown(boxes.TrimBox)}; the page is ${shown(trim)}`;
      if (!same(boxes.BleedBox, bleed))
        return `has the BleedBox ${shown(boxes.BleedBox)}; the bleed is ${shown(bleed)}`;
      if (!contains(boxes.MediaBox, bleed)) return `has a MediaBox smaller than its bleed: ${shown(boxes.MediaBox)}`;
      if (boxes.ArtBox) return "has an ArtBox beside its TrimBox";
      return boxes.CropBox && !contains(boxes.CropBox, bleed) ? "has a CropBox that cuts its bleed" : undefined;
    }),
  },
  {
    rule: "press-page-count",
    breaches: ({ pages, style: { print } }) =>
      pages.length % print.multiple === 0
        ? []
        : [{ message: `the file has ${pages.length} pages, which is no multiple of ${print.multiple}` }],
  },
  {
    rule: "press-marks-inside",
    breaches: onPages(({ marksInside }) =>
      marksInside ? "paints inside the bleed in the colour of the printer's marks" : undefined,
    ),
  },
];
