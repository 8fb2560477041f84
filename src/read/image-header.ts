import { crc32 } from "node:zlib";
import type { ImageFile } from "../model/image.ts";

/** What the bytes of a picture say about it, or why it cannot be printed. */
export type Header =
  | (Pick<ImageFile, "width" | "height" | "colour" | "transparent"> & {
      /** To be turned or mirrored before it is shown (Exif 2.32, orientation other than 1). */
      readonly turned: boolean;
    })
  | { readonly fault: string };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** PNG (ISO/IEC 15948): header, every chunk's checksum, and the end, so that half a file is found. */
export const pngHeader = (bytes: Buffer): Header => {
  if (!bytes.subarray(0, 8).equals(signature)) return { fault: "this is no PNG" };
  let header: Buffer | undefined;
  let transparent = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) break;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end))
      return { fault: `the PNG is damaged in its ${type} chunk` };
    if (type === "IHDR") header = bytes.subarray(at + 8, end);
    if (type === "tRNS") transparent = true;
    if (type === "IEND" && header) {
      const kind = header[9] as number;
      return {
        width: header.readUInt32BE(0),
        height: header.readUInt32BE(4),
        colour: kind === 0 || kind === 4 ? "grey" : "rgb",
        transparent: transparent || kind === 4 || kind === 6,
        turned: false,
      };
    }
    at = end + 4;
  }
  return { fault: "the PNG ends too soon" };
};

const colours: Readonly<Record<number, ImageFile["colour"]>> = { 1: "grey", 3: "rgb", 4: "cmyk" };

/** Orientation in an Exif segment; 1, as it stands, where none is given. */
const orientationIn = (segment: Buffer): number => {
  if (segment.toString("latin1", 0, 6) !== "Exif\0\0" || segment.length < 16) return 1;
  const tiff = segment.subarray(6);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12;
    if (short(at) === 0x0112) return short(at + 8) || 1;
  }
  return 1;
};

/** JPEG (ISO/IEC 10918-1 Annex B): the frame header with its components, and the end of the image. */
export const jpegHeader = (bytes: Buffer): Header => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return { fault: "this is no JPEG" };
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < bytes.length - 64) return { fault: "the JPEG ends too soon" };
  let turned = false;
  let adobe = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    // Inks are written upside down by all who write this mark, and either way by others.
    if (marker === 0xee) adobe ||= segment.toString("latin1", 0, 5) === "Adobe";
    if (marker === 0xe1) turned ||= orientationIn(segment) !== 1;
    // SOF0 to SOF15 without the tables between them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && segment.length >= 6) {
      const colour = colours[segment[5] as number];
      if (segment[0] !== 8 || !colour) return { fault: "only JPEG of 8 bits in grey, RGB or CMYK can be printed" };
      if (colour === "cmyk" && !adobe) return { fault: "the JPEG does not say which way its inks are written" };
      return { width: segment.readUInt16BE(3), height: segment.readUInt16BE(1), colour, transparent: false, turned };
    }
    at += 2 + length;
  }
  return { fault: "the JPEG has no frame" };
};
