import { Lexer, PdfSyntaxError, type Token } from "./lexer.ts";
import type { PdfDict, PdfObject, PdfStream } from "./object.ts";

const constants: Readonly<Record<string, PdfObject>> = { true: true, false: false, null: null };
const deepest = 500;

/** Reads one object. A word that is no object comes back as such: a content stream's operator, `endobj`. */
export class Parser {
  readonly lexer: Lexer;
  readonly #references: boolean;

  /** @param references whether `12 0 R` may stand; content streams have none. */
  constructor(bytes: Uint8Array, position = 0, references = true) {
    this.lexer = new Lexer(bytes, position);
    this.#references = references;
  }

  /** The next object, or the word that stands there instead, or `undefined` at the end. */
  next(): { readonly object: PdfObject } | { readonly word: string } | undefined {
    const token = this.lexer.next();
    if (token.type === "end") return undefined;
    if (token.type === "word" && !isOpening(token.word) && !Object.hasOwn(constants, token.word)) return token;
    return { object: this.#object(token, 0) };
  }

  /** The object that must stand here. */
  object(depth = 0): PdfObject {
    return this.#object(this.lexer.next(), depth);
  }

  #object(token: Token, depth: number): PdfObject {
    if (depth > deepest) throw new PdfSyntaxError("objects too deep in each other", this.lexer.position);
    switch (token.type) {
      case "number":
        return this.#references && token.whole && token.value >= 0 ? this.#reference(token.value) : token.value;
      case "name":
      case "string":
        return token;
      case "word":
        if (token.word === "[") return this.#array(depth);
        if (token.word === "<<") return this.#dict(depth);
        if (Object.hasOwn(constants, token.word)) return constants[token.word] as PdfObject;
        throw new PdfSyntaxError(`"${token.word}" where an object must stand`, this.lexer.position);
      case "end":
        throw new PdfSyntaxError("the file ends within an object", this.lexer.position);
    }
  }

  /** `12 0 R`, or the whole number alone. */
  #reference(number: number): PdfObject {
    const { lexer } = this;
    const back = lexer.position;
    const generation = lexer.next();
    if (generation.type === "number" && generation.whole && generation.value >= 0) {
      const letter = lexer.next();
      if (letter.type === "word" && letter.word === "R") return { type: "ref", number, generation: generation.value };
    }
    lexer.position = back;
    return number;
  }

  #array(depth: number): readonly PdfObject[] {
    const items: PdfObject[] = [];
    for (;;) {
      const token = this.lexer.next();
      if (token.type === "word" && token.word === "]") return items;
      items.push(this.#object(token, depth + 1));
    }
  }

  #dict(depth: number): PdfDict {
    const entries = new Map<string, PdfObject>();
    for (;;) {
      const token = this.lexer.next();
      if (token.type === "word" && token.word === ">>") return { type: "dict", entries };
      if (token.type !== "name") throw new PdfSyntaxError("a dictionary key that is no name", this.lexer.position);
      if (entries.has(token.name))
        throw new PdfSyntaxError(`the key /${token.name} twice in a dictionary`, this.lexer.position);
      entries.set(token.name, this.object(depth + 1));
    }
  }

  /** The bytes behind `stream` (ISO 32000-1 §7.3.8), whose keyword is behind; `length` is the dictionary's. */
  stream(dict: PdfDict, length: number): PdfStream {
    const { lexer } = this;
    const { bytes } = lexer;
    if (bytes[lexer.position] === 13) lexer.position++;
    if (bytes[lexer.position] !== 10) throw new PdfSyntaxError("no line end behind stream", lexer.position);
    const start = lexer.position + 1;
    lexer.position = start + length;
    const end = lexer.next();
    if (end.type !== "word" || end.word !== "endstream")
      throw new PdfSyntaxError("Length is not that of its stream", start);
    return { type: "stream", dict, raw: bytes.subarray(start, start + length) };
  }
}

const isOpening = (word: string): boolean => word === "[" || word === "<<";
