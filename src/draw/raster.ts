import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { crc32 } from "node:zlib";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Face } from "../model/face.ts";

/** Print resolution. */
const dotsPerInch = 300;

let ready: Promise<void> | undefined;
/** The rasteriser is loaded once per thread, from the installed package. */
export const loadRasteriser = (): Promise<void> => {
  ready ??= readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")).then((bytes) =>
    initWasm(bytes),
  );
  return ready;
};

/** A PNG chunk (ISO/IEC 15948 §5.3). */
const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
};

/** States the resolution (ISO/IEC 15948 §11.3.5.3, pHYs), so that programs place the picture in its true size. */
const withResolution = (png: Uint8Array): Uint8Array => {
  const afterHeader = 8 + 25;
  const data = Buffer.alloc(9);
  const dotsPerMetre = Math.round(dotsPerInch / 0.0254);
  data.writeUInt32BE(dotsPerMetre, 0);
  data.writeUInt32BE(dotsPerMetre, 4);
  data.writeUInt8(1, 8);
  return new Uint8Array(Buffer.concat([png.subarray(0, afterHeader), chunk("pHYs", data), png.subarray(afterHeader)]));
};

/** The picture with its text as outlines, and as PNG at 300 dpi on white, both from the very faces that it was measured in. */
export const rasterise = async (
  svg: string,
  faces: readonly Face[],
): Promise<{ readonly outlined: string; readonly png: Uint8Array }> => {
  await loadRasteriser();
  const resvg = new Resvg(svg, {
    font: { fontBuffers: faces.map((face) => face.bytes), loadSystemFonts: false },
    fitTo: { mode: "zoom", value: dotsPerInch / 72 },
    background: "white",
    dpi: 72,
  });
  try {
    const image = resvg.render();
    const png = withResolution(image.asPng());
    image.free();
    return { outlined: resvg.toString(), png };
  } finally {
    resvg.free();
  }
};
