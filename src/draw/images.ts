import { attemptAsync } from "../model/attempt.ts";
import type { Report } from "../model/finding.ts";
import type { Artwork } from "../model/image.ts";

/**
 * The pictures of an issue with a raster of each SVG, for programs that know no SVG. The rasteriser is loaded only when
 * there is one.
 */
export const rasterImages = async (
  images: ReadonlyMap<string, Artwork>,
  report: Report,
): Promise<ReadonlyMap<string, Artwork>> => {
  const drawn = new Map<string, Artwork>();
  for (const [name, artwork] of images) {
    const { screen } = artwork;
    if (screen.format !== "svg") {
      drawn.set(name, artwork);
      continue;
    }
    const { rasterise } = await import("./raster.ts");
    const place = { file: screen.file, line: 1, column: 1 };
    const made = await attemptAsync(`drawing ${screen.file}`, place, report, () =>
      rasterise(Buffer.from(screen.bytes).toString("utf8"), []),
    );
    drawn.set(name, made ? { ...artwork, raster: made.png } : artwork);
  }
  return drawn;
};
