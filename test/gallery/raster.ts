import { Resvg } from "@resvg/resvg-wasm";
import { PNG } from "pngjs";
import { loadRasteriser } from "../../src/draw/raster.ts";
import type { Shown } from "./gallery.ts";

/** A picture at 1 pixel per pt on white, its text as the outlines that were made of it. */
export const rasterAtOnePerPoint = async ({ picture }: Shown): Promise<PNG> => {
  await loadRasteriser();
  const image = new Resvg(picture.outlined, { background: "white", font: { loadSystemFonts: false } }).render();
  const png = PNG.sync.read(Buffer.from(image.asPng()));
  image.free();
  return png;
};

/** Where the accepted picture of a chart is kept. */
export const acceptedFile = ({ name, lang }: Pick<Shown, "name" | "lang">): string =>
  `test/gallery/pictures/${name}.${lang}.png`;
