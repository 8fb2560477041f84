import { createHash } from "node:crypto";
import type { Edition } from "../../model/edition.ts";
import { mm } from "../../model/style.ts";
import { type Colour, colourSpace, inksOf } from "../content/colour.ts";
import type { Rectangle } from "../reader/pages.ts";
import { isRegistration, type Survey, type SurveyedPage } from "./survey.ts";

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** A box in mm: its size, and how far it reaches over the trim. */
const boxOf = (box: Rectangle | undefined, trim: Rectangle) =>
  box && {
    width: rounded((box[2] - box[0]) / mm, 2),
    height: rounded((box[3] - box[1]) / mm, 2),
    beyondTrim: rounded((trim[0] - box[0]) / mm, 2),
  };

const numbersOf = (pages: readonly SurveyedPage[]): readonly number[] => pages.map(({ page }) => page.number);

/** The colours that are painted with, each with the pages it stands on: C M Y K in percent. */
const coloursOf = (pages: readonly SurveyedPage[]) => {
  const found = new Map<string, { readonly inks: readonly number[]; readonly pages: number[] }>();
  for (const { painted, page } of pages)
    for (const colour of painted.values()) {
      const inks = inksOf(colour)?.map((part) => rounded(part * 100, 1));
      if (!inks) continue;
      const key = inks.join(" ");
      const known = found.get(key) ?? { inks, pages: [] };
      found.set(key, known);
      if (known.pages.at(-1) !== page.number) known.pages.push(page.number);
    }
  return [...found.values()].toSorted(
    (a, b) => b.pages.length - a.pages.length || (a.inks.join() < b.inks.join() ? -1 : 1),
  );
};

const spotsOf = (pages: readonly SurveyedPage[]): readonly string[] => {
  const colours = pages.flatMap(({ painted }) => [...painted.values()]);
  return [...new Set(colours.filter(isRegistration).flatMap(({ space }: Colour) => space.names ?? []))];
};

/**
 * The sheet of information that goes to the printer with a print file (`….print.json`): what the finished file was
 * measured to be, not what was meant. Lengths in mm, lines in pt, ink in percent, pages physical and 1-based.
 */
export const jobTicket = (name: string, bytes: Uint8Array, edition: Edition, { file, pages }: Survey): Uint8Array => {
  const { parts, issue, id, style, profile } = edition;
  const [first] = pages;
  const { boxes } = (first as SurveyedPage).page;
  const trim = boxes.TrimBox as Rectangle;
  const most = pages.reduce((a, b) => (b.ink > a.ink ? b : a));
  const lines = pages.flatMap(({ thinnest }) => (thinnest === undefined ? [] : [thinnest]));
  const fonts = new Set(pages.flatMap((page) => [...page.fonts].map((font) => font.name)));
  const ticket = {
    version: 1,
    file: { name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
    standard: "PDF/X-4",
    pdfVersion: file.version,
    issue,
    edition: id,
    titles: parts.map(({ document, language }) => ({ language: language.language, title: document.title })),
    issuer: parts.map(({ document }) => document.issuer),
    pages: {
      count: pages.length,
      multiple: style.print.multiple,
      blank: numbersOf(pages.filter(({ blank }) => blank)),
      colour: numbersOf(pages.filter(({ painted }) => [...painted.values()].some(isColoured))),
      facing: true,
      binding: "left",
    },
    size: {
      unit: "mm",
      trim: boxOf(trim, trim),
      bleed: boxOf(boxes.BleedBox, trim),
      media: boxOf(boxes.MediaBox, trim),
      marks: ["crop", "registration"],
    },
    inks: {
      process: ["Cyan", "Magenta", "Yellow", "Black"],
      marks: spotsOf(pages),
      blackText: "black ink only, overprinting",
      trapped: false,
      limit: style.print.ink,
      most: { percent: Math.round(most.ink * 100), page: most.page.number },
      colours: coloursOf(pages),
    },
    profile: profile && {
      condition: style.print.condition,
      description: profile.description,
      file: profile.file,
      sha256: profile.sha256,
    },
    thinnestLine: { unit: "pt", value: lines.length > 0 ? rounded(Math.min(...lines), 3) : null },
    fonts: [...fonts].toSorted().map((font) => ({ name: font.replace(/^[A-Z]{6}\+/, ""), embedded: "subset" })),
    images: pages.flatMap(({ images, page }) =>
      images.map(({ image, resolution }) => ({
        page: page.number,
        resolution: Math.round(resolution),
        colour: colourSpace(file, file.get(image, "ColorSpace")).family.replace("Device", ""),
      })),
    ),
  };
  return Buffer.from(`${JSON.stringify(ticket, null, 2)}\n`);
};

/** Whether a colour needs another plate than black. */
const isColoured = (colour: Colour): boolean => {
  const inks = inksOf(colour);
  return inks !== undefined && (inks[0] > 0 || inks[1] > 0 || inks[2] > 0);
};
