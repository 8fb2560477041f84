import { type Colour, colourSpace } from "../content/colour.ts";
import { onPages, type PressRule } from "./rule.ts";
import { isRegistration } from "./survey.ts";

const pressColour = (colour: Colour): boolean =>
  ["DeviceCMYK", "DeviceGray"].includes(colour.space.family) || isRegistration(colour);

const percent = (share: number): number => Math.round(share * 100);

/** What a press can print (ISO 15930-7): four inks, black alone for text. */
export const inkRules: readonly PressRule[] = [
  {
    rule: "press-colour-space",
    breaches: onPages(({ painted, images }, { file }) => {
      const spaces = [...painted.values()].filter((colour) => !pressColour(colour));
      const pictures = images
        .map(({ image }) => colourSpace(file, file.get(image, "ColorSpace")))
        .filter(({ family }) => family !== "DeviceCMYK" && family !== "DeviceGray");
      const found = [...spaces.map(({ space }) => space.family), ...pictures.map(({ family }) => family)];
      return found.length > 0 ? `paints in ${[...new Set(found)].join(", ")}` : undefined;
    }),
  },
  {
    rule: "press-total-ink",
    breaches: onPages(({ ink }, { style }) =>
      percent(ink) > style.print.ink
        ? `lays ${percent(ink)} % of ink on one spot; the press takes ${style.print.ink} %`
        : undefined,
    ),
  },
  {
    rule: "press-rich-black",
    breaches: onPages(({ richBlack }) =>
      richBlack > 0 ? "prints black text in more inks than black, which shows where plates do not meet" : undefined,
    ),
  },
  {
    rule: "press-black-overprint",
    breaches: onPages(({ knockedOut }) =>
      knockedOut > 0 ? "prints black text that does not overprint, which leaves white edges" : undefined,
    ),
  },
  {
    rule: "press-transparency",
    breaches: onPages(({ translucent, page }, { file }) => {
      const found = [...translucent, ...(file.get(page.dict, "Group") === null ? [] : ["a transparency group"])];
      return found.length > 0 ? `is translucent: ${found.join(", ")}` : undefined;
    }),
  },
  {
    rule: "press-hairline",
    breaches: onPages(({ thinnest }, { style }) =>
      thinnest !== undefined && thinnest < style.print.line - 1e-3
        ? `draws a line of ${thinnest.toFixed(2)} pt; the thinnest that prints is ${style.print.line} pt`
        : undefined,
    ),
  },
  {
    rule: "press-image-resolution",
    breaches: onPages(({ images }, { style }) => {
      const least = Math.min(...images.map(({ resolution }) => resolution));
      return least < style.print.resolution - 0.5
        ? `prints an image with ${Math.floor(least)} dots to the inch; the press wants ${style.print.resolution}`
        : undefined;
    }),
  },
];
