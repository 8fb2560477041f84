/** A picture file as it stands in the project. */
export type ImageFile = {
  readonly file: string;
  readonly format: "png" | "jpeg" | "svg";
  /** Of an SVG its text, with its size in pt. */
  readonly bytes: Uint8Array;
  /** Pixels; of an SVG pt. */
  readonly width: number;
  readonly height: number;
  /** Of an SVG always "rgb": its colours are those of the style file, which says how each is printed. */
  readonly colour: "grey" | "rgb" | "cmyk";
  /** Something behind it shows through. */
  readonly transparent: boolean;
};

/**
 * A picture by its name: what screen and office show, and what the press prints. One file serves both unless
 * <name>.print.* stands beside <name>.*: a photograph in RGB with its separation in CMYK.
 */
export type Artwork = {
  readonly name: string;
  readonly screen: ImageFile;
  readonly press: ImageFile;
  /** PNG at 300 dpi of an SVG, for programs that know no SVG. */
  readonly raster?: Uint8Array;
};

/** Dots to the inch of a picture of so many pixels on so many pt. */
export const resolutionOf = (pixels: number, length: number): number => (pixels * 72) / length;
