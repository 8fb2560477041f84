import { resolutionOf } from "../../model/image.ts";
import { type Colour, colourSpace, initialColour, inksOf } from "../content/colour.ts";
import type { Font } from "../content/font.ts";
import { interpret } from "../content/interpret.ts";
import { leastScale, unitLengths } from "../content/matrix.ts";
import type { Paint, PaintOf, State } from "../content/state.ts";
import { type PdfFile, readPdf } from "../reader/file.ts";
import { numberOf, type PdfObject } from "../reader/object.ts";
import { type Page, pagesOf } from "../reader/pages.ts";
import { GroundInks } from "./ground-inks.ts";

/** What a page's content was seen to do, in one pass, for all rules. */
export type SurveyedPage = {
  readonly page: Page;
  /** Every colour that is painted with, once. */
  readonly painted: ReadonlyMap<string, Colour>;
  /** Whether the page is empty but for printer's marks. */
  readonly blank: boolean;
  /** Thinnest line in pt. */
  readonly thinnest: number | undefined;
  /** Most ink on one spot, 1 for 100 %: what is painted, and black that overprints on what lies below. */
  readonly ink: number;
  /** Black text that does not overprint, and near-black text of several inks: how often. */
  readonly knockedOut: number;
  readonly richBlack: number;
  /** What shows through: "a soft mask", "opacity 0.5". */
  readonly translucent: ReadonlySet<string>;
  readonly fonts: ReadonlySet<Font>;
  /** Codes of glyphs that stand for no text, by font. */
  readonly unmapped: ReadonlyMap<string, ReadonlySet<number>>;
  readonly images: readonly { readonly image: PdfObject; readonly resolution: number }[];
  /** Paint in registration colour inside the bleed. */
  readonly marksInside: boolean;
  /** Content that could not be followed. */
  readonly faults: readonly string[];
};
/** A finished file, read and followed once. */
export type Survey = { readonly file: PdfFile; readonly pages: readonly SurveyedPage[] };

const visible = ({ mode }: State): boolean => mode !== 3 && mode !== 7;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The colour that stands on every plate (ISO 32000-1 §8.6.6.4). */
export const isRegistration = ({ space }: Colour): boolean => space.names?.join() === "All";

/** Private use and the replacement character stand for no text (ISO 14289-1 §7.21.7). */
const noText = /[\0\uFFFD\uFFFE\uFFFF\p{Private_Use}]/u;

/** Collects what a page paints. */
class PageSurvey {
  readonly painted = new Map<string, Colour>();
  blank = true;
  readonly translucent = new Set<string>();
  readonly fonts = new Set<Font>();
  readonly unmapped = new Map<string, Set<number>>();
  readonly images: { readonly image: PdfObject; readonly resolution: number }[] = [];
  readonly faults: string[] = [];
  thinnest: number | undefined;
  ink = 0;
  knockedOut = 0;
  richBlack = 0;
  marksInside = false;
  readonly page: Page;
  private readonly file: PdfFile;
  private readonly ground = new GroundInks();
  /** Paint by paint, colours seldom change. */
  private lastColour: Colour | undefined;

  constructor(file: PdfFile, page: Page) {
    this.file = file;
    this.page = page;
  }

  fault(message: string): void {
    this.faults.push(message);
  }

  use(kind: "ExtGState" | "Font" | "Form", object: PdfObject): void {
    if (kind === "Form" && this.file.get(object, "Group") !== null) this.translucent.add("a transparency group");
  }

  paint(paint: Paint): void {
    const { state } = paint;
    if (paint.kind !== "stroke" || !isRegistration(state.stroke)) this.blank = false;
    this.seeTransparency(state);
    if (paint.kind === "text") this.seeText(paint);
    else if (paint.kind === "fill") {
      this.seeColour(state.fill);
      this.ground.lay(paint.paths, paint.evenOdd, state.fill);
    } else if (paint.kind === "stroke") this.seeStroke(paint);
    else if (paint.kind === "image") this.seeImage(paint);
    else this.seeColour(initialColour(colourSpace(this.file, this.file.get(paint.shading, "ColorSpace"))));
    if (paint.kind === "fill" || paint.kind === "stroke")
      this.seeMarks(paint.kind === "fill" ? state.fill : state.stroke, paint.paths);
  }

  private seeColour(colour: Colour): void {
    if (this.lastColour === colour) return;
    this.lastColour = colour;
    const { space, parts } = colour;
    // A pattern's own colours are seen when it is chosen.
    if (space.family === "Pattern") return;
    const key = `${space.family} ${space.names?.join() ?? ""} ${parts.join(" ")}`;
    if (this.painted.has(key)) return;
    this.painted.set(key, colour);
    const inks = inksOf(colour);
    if (inks) this.ink = Math.max(this.ink, round(inks.reduce((sum, part) => sum + part, 0)));
  }

  private seeTransparency({ fillAlpha, strokeAlpha, blend, softMask }: State): void {
    for (const alpha of [fillAlpha, strokeAlpha]) if (alpha < 1) this.translucent.add(`opacity ${alpha}`);
    if (blend !== "Normal" && blend !== "Compatible") this.translucent.add(`blend mode ${blend}`);
    if (softMask) this.translucent.add("a soft mask");
  }

  private seeText({ state, codes, from, to }: PaintOf<"text">): void {
    const { font, fill, overprintFill, overprintMode } = state;
    if (font) {
      this.fonts.add(font);
      for (const code of codes) {
        const text = font.unicode(code);
        if (text !== undefined && text !== "" && !noText.test(text)) continue;
        const known = this.unmapped.get(font.name) ?? new Set();
        this.unmapped.set(font.name, known.add(code));
      }
    }
    if (!visible(state)) return;
    this.seeColour(fill);
    const inks = inksOf(fill);
    if (!inks) return;
    const [cyan, magenta, yellow, black] = inks;
    const others = cyan + magenta + yellow;
    if (black > 0.9 && others > 0) this.richBlack++;
    if (black !== 1 || others > 0) return;
    if (!overprintFill || overprintMode !== 1) {
      this.knockedOut++;
      return;
    }
    const below = this.ground.at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
    if (below) this.ink = Math.max(this.ink, round(below[0] + below[1] + below[2] + 1));
  }

  private seeStroke({ state }: PaintOf<"stroke">): void {
    this.seeColour(state.stroke);
    const width = state.lineWidth * leastScale(state.matrix);
    this.thinnest = Math.min(this.thinnest ?? width, width);
  }

  private seeImage({ state, image }: PaintOf<"image">): void {
    const [width] = unitLengths(state.matrix);
    const pixels = numberOf(this.file.get(image, "Width")) ?? 0;
    this.images.push({ image, resolution: resolutionOf(pixels, width) });
    if (this.file.get(image, "SMask") !== null) this.translucent.add("an image with a soft mask");
  }

  /** Registration colour stands on every plate, so it has no place in what is printed. */
  private seeMarks(colour: Colour, paths: PaintOf<"fill">["paths"]): void {
    const bleed = this.page.boxes.BleedBox;
    if (!bleed || !isRegistration(colour)) return;
    const [left, bottom, right, top] = bleed;
    const within = ([x, y]: readonly [number, number]) => x > left && x < right && y > bottom && y < top;
    if (paths.some((path) => path.some(within))) this.marksInside = true;
  }
}

/**
 * Reads a finished file and follows the content of all its pages, once for all rules.
 *
 * @throws PdfSyntaxError where the file is broken
 */
export const survey = (bytes: Uint8Array): Survey => {
  const file = readPdf(bytes);
  const pages = pagesOf(file).map((page) => {
    const surveyed = new PageSurvey(file, page);
    interpret(file, page, surveyed);
    return surveyed;
  });
  return { file, pages };
};
