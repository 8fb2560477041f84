import type { PdfObject } from "../reader/object.ts";
import { black, type Colour } from "./colour.ts";
import type { Font } from "./font.ts";
import { identity, type Matrix, type Point } from "./matrix.ts";

/** The part of the graphics state (ISO 32000-1 §8.4) that a promise depends on. */
export type State = {
  readonly matrix: Matrix;
  readonly fill: Colour;
  readonly stroke: Colour;
  /** In units of user space. */
  readonly lineWidth: number;
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  readonly blend: string;
  readonly softMask: boolean;
  readonly overprintFill: boolean;
  readonly overprintStroke: boolean;
  readonly overprintMode: number;
  readonly font: Font | undefined;
  readonly size: number;
  readonly characterSpace: number;
  readonly wordSpace: number;
  /** Horizontal scaling, 1 for none. */
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  /** Text rendering mode: 3 shows nothing. */
  readonly mode: number;
};

export const initialState: State = {
  matrix: identity,
  fill: black,
  stroke: black,
  lineWidth: 1,
  fillAlpha: 1,
  strokeAlpha: 1,
  blend: "Normal",
  softMask: false,
  overprintFill: false,
  overprintStroke: false,
  overprintMode: 0,
  font: undefined,
  size: 0,
  characterSpace: 0,
  wordSpace: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};

/** The marked content that something stands in, outermost first. */
export type Mark = {
  readonly tag: string;
  readonly mcid: number | undefined;
  readonly properties: PdfObject;
};

/** One thing that is painted, in default user space (pt from the bottom left of the page's trim). */
export type Paint = { readonly state: State; readonly marks: readonly Mark[] } & (
  | { readonly kind: "fill"; readonly paths: readonly (readonly Point[])[]; readonly evenOdd: boolean }
  | { readonly kind: "stroke"; readonly paths: readonly (readonly Point[])[] }
  | {
      readonly kind: "text";
      readonly codes: readonly number[];
      /** Baseline from where the first character stands to where the next would. */
      readonly from: Point;
      readonly to: Point;
      /** Type size as printed, pt. */
      readonly height: number;
    }
  | { readonly kind: "image"; readonly image: PdfObject }
  | { readonly kind: "shading"; readonly shading: PdfObject }
);
export type PaintOf<K extends Paint["kind"]> = Extract<Paint, { readonly kind: K }>;

/** What a page's content does, in order. `mark` is told of marked content that opens, whether or not it holds anything. */
export type Visitor = {
  readonly paint: (paint: Paint) => void;
  readonly mark?: (mark: Mark, around: readonly Mark[]) => void;
  /** A resource that the content uses: a graphics state, a font, a form. */
  readonly use?: (kind: "ExtGState" | "Font" | "Form", object: PdfObject) => void;
  /** Content that cannot be followed: an unknown operator, a stack that does not match. */
  readonly fault: (message: string) => void;
};
