import { createRequire } from "node:module";
import type { Features, Font, GlyphRun } from "fontkit";

/**
 * The parts of pdfmake 0.3.11 that the writer stands on: the document (a pdfkit document that knows its faces) and the
 * renderer (vectors and SVG). pdfmake names them in no public interface; the version is pinned.
 */

/** What pdfkit writes: strings become names, String objects text. */
export type PdfObject = unknown;
export type PdfDictionary = Record<string, PdfObject>;
export type Reference = { readonly data: Record<string, PdfObject>; end(chunk?: Uint8Array | string): void };

/** pdfkit's subset of a TrueType face; glyphs may stand in it more than once. */
export type Subset = {
  readonly glyphs: number[];
  includeGlyph(id: number): number;
  hmtx: { readonly metrics: { advance: number; bearing: number }[] };
  _addGlyph(id: number): number;
  encode(): Uint8Array;
};

/** A face inside a PDF. `scale`: font units to thousandths of the type size. */
export type EmbeddedFont = {
  id: string;
  readonly font: Font;
  readonly subset: Subset;
  readonly scale: number;
  /** What codes are read as, and their advances: asked for by text in pictures. */
  readonly unicode: (readonly number[] | undefined)[];
  readonly widths: (number | undefined)[];
  readonly dictionary: { data: Record<string, PdfObject>; end(): void };
  ref(): Reference;
  layout(text: string, features?: Features): Pick<GlyphRun, "glyphs" | "positions">;
  /** Codes in hexadecimal of a text, and where its glyphs stand; for text in pictures. */
  encode(text: string, features?: Features): readonly [readonly string[], GlyphRun["positions"]];
  embed(): void;
};

export type Outline = {
  addItem(title: string, options?: { readonly expanded?: boolean }): Outline;
  readonly outlineData: Record<string, PdfObject>;
};

export type Colour = string | readonly number[];

export type PdfkitPage = {
  readonly width: number;
  readonly height: number;
  readonly dictionary: Reference;
  readonly annotations: Reference[];
  readonly fonts: Record<string, Reference>;
  readonly ext_gstates: Record<string, Reference>;
};

export type PdfmakeDocument = {
  page: PdfkitPage;
  readonly info: Record<string, PdfObject>;
  readonly outline: Outline;
  readonly _root: Reference;
  _id: Buffer;
  _font: EmbeddedFont;
  appendXML(xml: string): void;
  _addInfo(): void;
  ref(data?: Record<string, PdfObject>): Reference;
  registerFont(name: string, src: Uint8Array): unknown;
  font(name: string): unknown;
  addPage(options: { readonly size: readonly [number, number]; readonly margin?: number }): unknown;
  addContent(operators: string): unknown;
  addNamedDestination(name: string, ...args: readonly (string | number | null)[]): void;
  link(x: number, y: number, width: number, height: number, url: string, options?: PdfDictionary): unknown;
  goTo(x: number, y: number, width: number, height: number, name: string, options?: PdfDictionary): unknown;
  save(): unknown;
  restore(): unknown;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): unknown;
  fillColor(colour: Colour): unknown;
  strokeColor(colour: Colour): unknown;
  addSpotColor(name: string, cyan: number, magenta: number, yellow: number, black: number): unknown;
  _normalizeColor(colour: unknown): readonly number[] | object | null;
  _setColorCore(colour: unknown, stroke: boolean): boolean;
  _doOpacity(fill: number | null | undefined, stroke: number | null | undefined): unknown;
  lineWidth(width: number): unknown;
  moveTo(x: number, y: number): PdfmakeDocument;
  lineTo(x: number, y: number): PdfmakeDocument;
  stroke(): unknown;
  circle(x: number, y: number, radius: number): unknown;
  fill(colour?: Colour): unknown;
  openImage(source: unknown): unknown;
  on(event: "data", listener: (chunk: Buffer) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  end(): void;
};

/** By family: the registered names of its four variants. */
export type FontTable = Readonly<
  Record<string, Readonly<Record<"normal" | "bold" | "italics" | "bolditalics", string>>>
>;

type DocumentClass = new (
  fonts: FontTable,
  images: object,
  patterns: object,
  attachments: object,
  options: Readonly<Record<string, PdfObject>>,
  virtualfs: { existsSync(path: string): boolean } | null,
  localAccessPolicy: (path: string) => boolean,
) => PdfmakeDocument;

/** A vector as pdfmake's renderer takes it. */
export type Vector = {
  readonly type: "rect" | "line";
  readonly color?: Colour;
  readonly lineColor?: Colour;
  readonly lineWidth?: number;
  readonly lineCap?: "butt" | "round";
  readonly dash?: { readonly length: number; readonly space: number };
  readonly [measure: string]: PdfObject;
};

export type SvgNode = {
  readonly svg: string;
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
  readonly font: string;
  readonly options: Readonly<Record<string, PdfObject>>;
};

/** A picture of pixels, as a data URL. */
export type ImageNode = {
  readonly image: string;
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
};

/** An item of a page as pdfmake's renderer takes it; `line` is whatever {@link PdfmakeRenderer.renderLine} can draw. */
export type PageItem =
  | { readonly type: "line"; readonly item: { readonly x: number; readonly y: number } }
  | { readonly type: "vector"; readonly item: Vector }
  | { readonly type: "svg"; readonly item: SvgNode }
  | { readonly type: "image"; readonly item: ImageNode };
export type RendererPage = {
  readonly pageSize: { readonly width: number; readonly height: number };
  readonly items: readonly PageItem[];
};

export type PdfmakeRenderer = {
  readonly pdfDocument: PdfmakeDocument;
  renderPages(pages: readonly RendererPage[]): void;
  renderLine(line: unknown, x: number, y: number): void;
  renderVector(vector: Vector): void;
  renderSVG(svg: SvgNode): void;
  renderImage(image: ImageNode): void;
};
type RendererClass = new (document: PdfmakeDocument) => PdfmakeRenderer;

const load = createRequire(import.meta.url);
export const PdfmakeDocument = (load("pdfmake/js/PDFDocument") as { default: DocumentClass }).default;
export const PdfmakeRenderer = (load("pdfmake/js/Renderer") as { default: RendererClass }).default;
