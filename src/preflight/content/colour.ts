import type { PdfFile } from "../reader/file.ts";
import { isArray, nameOf, numberOf, type PdfObject } from "../reader/object.ts";

/** The family of a colour space (ISO 32000-1 §8.6); for Separation and DeviceN with their names. */
export type ColourSpace = { readonly family: string; readonly names?: readonly string[]; readonly components?: number };
/** A colour as it is painted with; parts from 0 to 1. */
export type Colour = { readonly space: ColourSpace; readonly parts: readonly number[] };

const short: Readonly<Record<string, string>> = { G: "DeviceGray", RGB: "DeviceRGB", CMYK: "DeviceCMYK", I: "Indexed" };
export const black: Colour = { space: { family: "DeviceGray" }, parts: [0] };

/** Reads a colour space; names that are no device space are looked up in the resources. */
export const colourSpace = (file: PdfFile, object: PdfObject | undefined, resources?: PdfObject): ColourSpace => {
  const found = file.resolve(object);
  const name = nameOf(found);
  if (name !== undefined) {
    const own = resources === undefined ? null : file.get(file.get(resources, "ColorSpace"), name);
    return own === null ? { family: short[name] ?? name } : colourSpace(file, own);
  }
  if (!isArray(found)) return { family: "?" };
  const [first, second] = found;
  const family = nameOf(file.resolve(first)) ?? "?";
  if (family === "Separation") return { family, names: [nameOf(file.resolve(second)) ?? "?"] };
  if (family === "DeviceN") {
    const names = file.resolve(second);
    return { family, names: (isArray(names) ? names : []).map((item) => nameOf(file.resolve(item)) ?? "?") };
  }
  if (family === "ICCBased") {
    const components = numberOf(file.get(second, "N"));
    return { family, ...(components === undefined ? {} : { components }) };
  }
  if ((family === "Indexed" || family === "I" || family === "Pattern") && second !== undefined)
    return colourSpace(file, second, resources);
  return { family: short[family] ?? family };
};

/** The colour that a colour space begins with (ISO 32000-1 §8.6.3). */
export const initialColour = (space: ColourSpace): Colour => {
  const count =
    { DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4 }[space.family] ?? space.names?.length ?? space.components ?? 0;
  const parts = new Array<number>(count).fill(space.names ? 1 : 0);
  return { space, parts: space.family === "DeviceCMYK" ? [0, 0, 0, 1] : parts };
};

/** Cyan, magenta, yellow, black from 0 to 1 of a colour made of the four inks; `undefined` for others. */
export const inksOf = ({ space, parts }: Colour): readonly [number, number, number, number] | undefined => {
  const [first = 0, second = 0, third = 0, fourth = 0] = parts;
  if (space.family === "DeviceCMYK") return [first, second, third, fourth];
  return space.family === "DeviceGray" ? [0, 0, 0, 1 - first] : undefined;
};
