import { PdfSyntaxError } from "../reader/lexer.ts";
import { isArray, isStream, isString, nameOf, type PdfObject, type PdfStream } from "../reader/object.ts";
import { Parser } from "../reader/parser.ts";
import { decode } from "../reader/stream.ts";
import { type Digests, sha256 } from "./digest.ts";
import { type DrawnFont, drawnFont } from "./fonts.ts";

const deepestForm = 16;

/** Marks that tell readers what something is (ISO 32000-1 §14.6); only optional content decides what is seen. */
const marking: ReadonlySet<string> = new Set(["BMC", "BDC", "EMC", "MP", "DP"]);
const showing: ReadonlySet<string> = new Set(["Tj", "TJ", "'", '"']);
/** Operators that name a resource, and its kind. */
const naming: Readonly<Record<string, string>> = {
  Do: "XObject",
  gs: "ExtGState",
  cs: "ColorSpace",
  CS: "ColorSpace",
  scn: "Pattern",
  SCN: "Pattern",
  sh: "Shading",
};

/** What content streams draw, resource by what it holds. One for a file: fonts and pictures are read once. */
export class Drawing {
  readonly digests: Digests;
  readonly #fonts = new Map<PdfObject, DrawnFont | undefined>();
  readonly #forms = new Map<PdfStream, string>();

  constructor(digests: Digests) {
    this.digests = digests;
  }

  /** The digest of what a stream draws with its resources. A stream that cannot be followed is told as it stands. */
  of(content: Uint8Array, resources: PdfObject, depth = 0): string {
    try {
      return sha256(this.#follow(content, resources, depth));
    } catch (error) {
      if (!(error instanceof PdfSyntaxError)) throw error;
      return sha256(`as it stands ${sha256(content)} ${this.digests.of(resources)}`);
    }
  }

  #resource(resources: PdfObject, kind: string, name: string | undefined): PdfObject {
    const { file } = this.digests;
    const holder = file.get(resources, kind);
    return name === undefined ? null : ((file.get(holder, name) as PdfObject) ?? null);
  }

  #follow(content: Uint8Array, resources: PdfObject, depth: number): string {
    const parser = new Parser(content, 0, false);
    const written: string[] = [];
    const saved: (DrawnFont | undefined)[] = [];
    const optional: boolean[] = [];
    let font: DrawnFont | undefined;
    let operands: PdfObject[] = [];
    for (let item = parser.next(); item; item = parser.next()) {
      if ("object" in item) {
        operands.push(item.object);
        continue;
      }
      const { word } = item;
      if (word === "BI") throw new PdfSyntaxError("a picture in the line", parser.lexer.position);
      if (word === "q") saved.push(font);
      if (word === "Q") font = saved.pop();
      if (word === "Tf") {
        font = this.#font(this.#resource(resources, "Font", nameOf(operands[0])));
        written.push(`${font?.shared} ${this.#plain(operands.slice(1))} Tf`);
      } else if (showing.has(word))
        written.push(`${operands.map((operand) => this.#shown(operand, font)).join(" ")} ${word}`);
      else if (marking.has(word)) {
        const seen = this.#optional(word, operands, optional, resources);
        if (seen !== undefined) written.push(seen);
      } else if (naming[word] !== undefined) written.push(`${this.#named(word, operands, resources, depth)} ${word}`);
      else written.push(`${this.#plain(operands)} ${word}`);
      operands = [];
    }
    return written.join("\n");
  }

  #plain(operands: readonly PdfObject[]): string {
    return operands
      .map((operand) => (typeof operand === "number" ? String(operand) : this.digests.of(operand)))
      .join(" ");
  }

  #font(object: PdfObject): DrawnFont | undefined {
    if (!this.#fonts.has(object)) this.#fonts.set(object, drawnFont(object, this.digests));
    return this.#fonts.get(object);
  }

  /** Text by what its codes draw. */
  #shown(operand: PdfObject, font: DrawnFont | undefined): string {
    if (isArray(operand)) return `[${operand.map((part) => this.#shown(part, font)).join(" ")}]`;
    if (!isString(operand) || !font) return this.#plain([operand]);
    const { bytes } = operand;
    const glyphs: string[] = [];
    for (let at = 0; at + font.codeLength <= bytes.length; at += font.codeLength)
      glyphs.push(
        font.glyph(font.codeLength === 2 ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0)),
      );
    return `(${glyphs.join("|")})`;
  }

  /** What a name stands for; a name that no resource has is itself: DeviceCMYK. */
  #named(word: string, operands: readonly PdfObject[], resources: PdfObject, depth: number): string {
    const last = operands.at(-1);
    const name = nameOf(last);
    if (name === undefined) return this.#plain(operands);
    const found = this.#resource(resources, naming[word] as string, name);
    const before = this.#plain(operands.slice(0, -1));
    if (isStream(found) && word === "Do" && nameOf(this.digests.file.get(found, "Subtype")) === "Form")
      return `${before} ${this.#form(found, resources, depth)}`;
    return `${before} ${found === null ? `/${name}` : this.digests.of(found)}`;
  }

  #form(form: PdfStream, resources: PdfObject, depth: number): string {
    const known = this.#forms.get(form);
    if (known) return known;
    const { file } = this.digests;
    const content = decode(file, form);
    if (!content || depth >= deepestForm) return this.digests.of(form);
    const own = file.get(form, "Resources");
    const parts = ["Matrix", "BBox", "Group", "OC"].map((key) => this.digests.of(file.get(form, key)));
    const drawn = `form ${parts.join(" ")} ${this.of(content, own === null ? resources : own, depth + 1)}`;
    // What has no resources of its own draws with those of its page.
    if (own !== null) this.#forms.set(form, drawn);
    return drawn;
  }

  #optional(word: string, operands: readonly PdfObject[], open: boolean[], resources: PdfObject): string | undefined {
    if (word === "EMC") return open.pop() ? "EMC" : undefined;
    if (word !== "BMC" && word !== "BDC") return undefined;
    const isOptional = nameOf(operands[0]) === "OC";
    open.push(isOptional);
    if (!isOptional) return undefined;
    const properties = nameOf(operands[1]);
    const held = properties === undefined ? operands[1] : this.#resource(resources, "Properties", properties);
    return `OC ${this.digests.of(held)}`;
  }
}
