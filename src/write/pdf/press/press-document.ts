import { createHash } from "node:crypto";
import type { Face } from "../../../model/face.ts";
import type { Style } from "../../../model/style.ts";
import { EditionDocument } from "../draw/edition-document.ts";
import type { Metadata } from "../draw/metadata.ts";
import type { Reference } from "../draw/pdfmake.ts";
import { geometryOf, type PageGeometry } from "../sheet.ts";
import { hexOf, type Inks, inkTable } from "./inks.ts";
import { drawMarks, slug } from "./marks.ts";

/** A PDF name as a value of the information dictionary, where pdfkit writes every string as text. */
const nameObject = (name: string): object => ({ [Symbol.toStringTag]: "Name", toString: () => `/${name}` });

/**
 * A PDF for the press: its origin is the corner of the trim, every colour is made of the four inks, black ink alone
 * overprints, and nothing is translucent.
 */
export class PressDocument extends EditionDocument {
  private readonly geometry: PageGeometry;
  private readonly line: number;
  private readonly inks: ReadonlyMap<string, Inks>;
  private readonly overprint: { readonly on: Reference; readonly off: Reference };

  constructor(faces: readonly Face[], metadata: Metadata, style: Style) {
    // PDF/X-4 is a subset of PDF 1.6 (ISO 15930-7).
    super(faces, metadata, "1.6");
    this.geometry = geometryOf(style);
    this.line = style.print.line;
    this.inks = inkTable(style);
    this.info.Trapped = nameObject("False");
    // The screen file has the same information; two files must not share an identity.
    this.identify("press");
    // pdfkit keeps a tree of named destinations, which paper does not have.
    delete (this._root.data.Names as Reference).data.Dests;
    this.addSpotColor("All", 100, 100, 100, 100);
    this.overprint = { on: this.overprinting(true), off: this.overprinting(false) };
  }

  /** Gives the file an identity of its own among those that are made of one edition. */
  identify(as: string): void {
    this._id = createHash("md5").update(this._id).update(as).digest();
  }

  /** OPM 1: inks of which a colour has none are left as they are (ISO 32000-1 §8.6.7). */
  private overprinting(on: boolean): Reference {
    const state = this.ref({ Type: "ExtGState", OP: false, op: on, OPM: 1 });
    state.end();
    return state;
  }

  override addPage(options: { readonly size: readonly [number, number] }): unknown {
    super.addPage(options);
    const { width, height, bleed } = this.geometry;
    const box = (around: number): readonly number[] => [-around, -around, width + around, height + around];
    const { data } = this.page.dictionary;
    data.MediaBox = box(slug(this.geometry));
    data.BleedBox = box(bleed);
    data.TrimBox = box(0);
    drawMarks(this, this.geometry, this.line);
    return this;
  }

  /** A colour of the screen becomes the inks of its token; one without a token was found before (`colour-without-ink`). */
  override _normalizeColor(colour: unknown): readonly number[] | object | null {
    const known = super._normalizeColor(colour);
    if (!Array.isArray(known) || known.length !== 3) return known;
    const inks = this.inks.get(hexOf((known as readonly number[]).map((part) => part * 255)));
    if (!inks) throw new Error(`no inks for ${hexOf((known as readonly number[]).map((part) => part * 255))}`);
    return inks.map((part) => part / 100);
  }

  override _setColorCore(colour: unknown, stroke: boolean): boolean {
    const parts = this._normalizeColor(colour);
    if (!stroke && Array.isArray(parts)) {
      const on = parts.length === 4 && parts.slice(0, 3).every((part) => part === 0) && parts[3] === 1;
      const [name, state] = on ? ["Over", this.overprint.on] : ["Knock", this.overprint.off];
      this.page.ext_gstates[name as string] = state as Reference;
      this.addContent(`/${name} gs`);
    }
    return super._setColorCore(colour, stroke);
  }

  /** A state that says "opaque" says nothing. */
  override _doOpacity(fill: number | null | undefined, stroke: number | null | undefined): unknown {
    return (fill ?? 1) === 1 && (stroke ?? 1) === 1 ? this : super._doOpacity(fill, stroke);
  }
}
