import { createHash } from "node:crypto";
import { type Face, faceOf } from "../../../model/face.ts";
import { embed } from "./embedding.ts";
import { type GlyphCodes, glyphCodes } from "./glyph-codes.ts";
import { type Metadata, producer, xmp } from "./metadata.ts";
import { type EmbeddedFont, type FontTable, PdfmakeDocument } from "./pdfmake.ts";

/** The name that a face is registered under. */
const nameOf = ({ family, weight, style }: Face): string => `${family} ${weight} ${style}`;

const variants = {
  normal: [400, "normal"],
  bold: [700, "normal"],
  italics: [400, "italic"],
  bolditalics: [700, "italic"],
} as const;

/** pdfmake's table of families, with the nearest face for each of its four variants. */
const fontTable = (faces: readonly Face[]): FontTable => {
  const families = [...new Set(faces.map((face) => face.family))];
  return Object.fromEntries(
    families.map((family) => {
      const nearest = (weight: number, style: "normal" | "italic") =>
        nameOf(faceOf(faces, family, weight, style) as Face);
      return [
        family,
        {
          normal: nearest(...variants.normal),
          bold: nearest(...variants.bold),
          italics: nearest(...variants.italics),
          bolditalics: nearest(...variants.bolditalics),
        },
      ];
    }),
  );
};

/** A PDF in the making: faces from memory, no access to files or network, metadata of the edition. */
export class EditionDocument extends PdfmakeDocument {
  readonly metadata_: Metadata;
  private readonly bytes_ = new Map<string, Uint8Array>();
  private readonly codes_ = new Map<EmbeddedFont, GlyphCodes>();

  constructor(faces: readonly Face[], metadata: Metadata, pdfVersion: "1.6" | "1.7" = "1.7") {
    const { title, authors, created, languages } = metadata;
    const info = {
      Title: title,
      Author: authors.join("; "),
      Creator: "whitepaper",
      Producer: producer,
      CreationDate: created,
      ModDate: created,
    };
    const options = {
      pdfVersion,
      lang: languages[0],
      displayTitle: true,
      compress: true,
      autoFirstPage: false,
      bufferPages: true,
      font: null,
      info,
    };
    super(fontTable(faces), {}, {}, {}, options, null, () => false);
    this.metadata_ = metadata;
    for (const face of faces) {
      this.registerFont(nameOf(face), face.bytes);
      this.bytes_.set(nameOf(face), face.bytes);
    }
  }

  /** The face as it is embedded. */
  embedded(face: Face): EmbeddedFont {
    this.font(nameOf(face));
    return this._font;
  }

  /** The codes of its glyphs. */
  codes(embedded: EmbeddedFont): GlyphCodes {
    return this.codes_.get(embedded) as GlyphCodes;
  }

  /** A face has a name and codes of its own, whatever was shown before it. */
  override font(name: string): unknown {
    super.font(name);
    const embedded = this._font;
    if (this.codes_.has(embedded)) return this;
    const codes = glyphCodes(embedded, this.bytes_.get(name) as Uint8Array);
    this.codes_.set(embedded, codes);
    embedded.id = `F${createHash("sha256").update(name).digest("hex").slice(0, 6)}`;
    embedded.encode = (text, features) => {
      const { glyphs, positions } = embedded.layout(text, features);
      const shown = glyphs.map(({ id, codePoints, advanceWidth }) =>
        codes.codeOf({ id, codePoints, width: advanceWidth * embedded.scale }),
      );
      return [shown, positions];
    };
    embedded.embed = () => embed(this, embedded, codes);
    return this;
  }

  /** pdfkit's own XMP is not escaped. */
  override _addInfo(): void {
    this.appendXML(xmp(this.metadata_, this._id));
  }

  /** Images come as bytes only, whatever names a picture holds. */
  override openImage(source: unknown): unknown {
    if (typeof source === "string" && !source.startsWith("data:")) throw new Error("an image must come as data");
    return super.openImage(source);
  }
}

/** The bytes of a finished document. */
export const bytesOf = (document: PdfmakeDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on("data", (chunk) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
    document.end();
  });
