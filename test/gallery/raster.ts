import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { PNG } from "pngjs";
import type { Shown } from "./gallery.ts";

let ready: Promise<void> | undefined;

/** A picture at 1 pixel per pt on white, its text as the outlines that were made of it. */
export const rasterAtOnePerPoint = async ({ picture }: Shown): Promise<PNG> => {
  const wasm = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  ready ??= readFile(wasm).then((bytes) => initWasm(bytes));
  await ready;
  const image = new Resvg(picture.outlined, { background: "white", font: { loadSystemFonts: false } }).render();
  const png = PNG.sync.read(Buffer.from(image.asPng()));
  image.free();
  return png;
};

/** Where the accepted picture of a chart is kept. */
export const acceptedFile = ({ name, lang }: Pick<Shown, "name" | "lang">): string =>
  `test/gallery/pictures/${name}.${lang}.png`;
