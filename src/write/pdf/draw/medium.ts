import type { Artwork, ImageFile } from "../../../model/image.ts";
import type { Style } from "../../../model/style.ts";
import type { Colour } from "./pdfmake.ts";

/** What differs between the files that are drawn from the same sheets: how colours are made, which picture files stand. */
export type Medium = {
  /** Colour of a token. */
  readonly colour: (token: string) => Colour;
  readonly image: (artwork: Artwork) => ImageFile;
};

/** Light: colours in RGB. */
export const screenMedium = (style: Style): Medium => ({
  colour: (token) => style.colours[token]?.rgb ?? "#000000",
  image: ({ screen }) => screen,
});
