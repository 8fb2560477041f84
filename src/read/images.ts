import type { Report } from "../model/finding.ts";
import type { Artwork, ImageFile } from "../model/image.ts";
import type { Files } from "./files.ts";
import { jpegHeader, pngHeader } from "./image-header.ts";
import { sizedSvg } from "./image-svg.ts";

const named = /^([a-z0-9][a-z0-9-]*)(\.print)?\.(png|jpe?g|svg)$/;
/** Most pixels of a picture: a page of A4 at 1200 dots to the inch. */
const mostPixels = 140e6;
/** What may lie beside the pictures: notes on where they come from. */
const beside = /^\.|\.(md|txt)$/i;

const faulty = (file: string, message: string, report: Report, hint?: string): undefined => {
  const place = { file, line: 1, column: 1 };
  report({ severity: "error", rule: "unreadable-image", message, place, ...(hint && { hint }) });
};

const readSvg = async (files: Files, file: string, report: Report): Promise<ImageFile | undefined> => {
  const text = await files.text(file);
  if (text === undefined) return undefined;
  const sized = sizedSvg(text);
  if ("fault" in sized) return faulty(file, sized.fault, report, sized.hint);
  if ("faults" in sized) {
    for (const { message, line, column } of sized.faults)
      report({ severity: "error", rule: "unprintable-picture", message, place: { file, line, column } });
    return undefined;
  }
  const { svg, width, height } = sized;
  return { file, format: "svg", bytes: Buffer.from(svg), width, height, colour: "rgb", transparent: false };
};

const readPixels = async (
  files: Files,
  file: string,
  format: "png" | "jpeg",
  report: Report,
): Promise<ImageFile | undefined> => {
  const bytes = await files.bytes(file);
  if (!bytes) return undefined;
  const header = (format === "png" ? pngHeader : jpegHeader)(Buffer.from(bytes));
  if ("fault" in header) return faulty(file, header.fault, report, "save it again as PNG, JPEG or SVG");
  const { turned, ...read } = header;
  if (read.width * read.height > mostPixels) {
    const size = `${read.width} × ${read.height} pixels`;
    const hint = "scale it down: 300 dots to the inch of its printed width are enough";
    report({
      severity: "error",
      rule: "image-too-large",
      message: `the picture has ${size}; ${mostPixels / 1e6} million can be printed`,
      place: { file, line: 1, column: 1 },
      hint,
    });
    return undefined;
  }
  if (turned)
    return faulty(file, "the picture says that it has to be turned", report, "turn it and save it as it is to be seen");
  return { file, format, bytes, ...read };
};

/**
 * Reads the pictures of an issue: PNG, JPEG and SVG by name, each with its separation for the press where there is one
 * (<name>.print.jpg); `unread` receives those that could not be read.
 *
 * Reports `unreadable-image`, `unprintable-picture`, `bad-image-name`, `duplicate-image`, `cmyk-image`, `image-too-large`.
 */
export const readImages = async (
  files: Files,
  folder: string,
  report: Report,
  unread: Set<string> = new Set(),
): Promise<ReadonlyMap<string, Artwork>> => {
  const read = new Map<string, { readonly screen?: ImageFile; readonly press?: ImageFile }>();
  for (const fileName of (await files.names(folder)).filter((name) => !beside.test(name))) {
    const file = `${folder}/${fileName}`;
    const place = { file, line: 1, column: 1 };
    const [, name, print, ending] = named.exec(fileName) ?? [];
    if (name === undefined) {
      report({
        severity: "error",
        rule: "bad-image-name",
        message: `${fileName} is no name of a picture`,
        place,
        hint: "use lower-case letters, digits and -, and .png, .jpg or .svg",
      });
      continue;
    }
    const use = print ? "press" : "screen";
    const known = read.get(name);
    if (known?.[use]) {
      const message = `there are two pictures of the name "${name}"`;
      report({ severity: "error", rule: "duplicate-image", message, place, hint: `see ${known[use].file}` });
      continue;
    }
    const image =
      ending === "svg"
        ? await readSvg(files, file, report)
        : await readPixels(files, file, ending === "png" ? "png" : "jpeg", report);
    if (image) read.set(name, { ...known, [use]: image });
    else unread.add(file);
  }
  const artworks = new Map<string, Artwork>();
  for (const [name, { screen, press }] of read) {
    const either = screen ?? press;
    if (either?.colour === "cmyk")
      report({
        severity: "error",
        rule: "cmyk-image",
        message: `${either.file} is in CMYK, which screens and office programs show in wrong colours`,
        place: { file: either.file, line: 1, column: 1 },
        hint: `call it ${name}.print.jpg and put the picture in RGB beside it as ${name}.jpg`,
      });
    if (either) artworks.set(name, { name, screen: either, press: press ?? either });
  }
  return artworks;
};
