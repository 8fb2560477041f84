/** A lexical unit of PDF syntax (ISO 32000-1 §7.2): what is not an object is a keyword, an operator or a bracket. */
export type Token =
  | { readonly type: "number"; readonly value: number; readonly whole: boolean }
  | { readonly type: "name"; readonly name: string }
  | { readonly type: "string"; readonly bytes: Uint8Array }
  | { readonly type: "word"; readonly word: string }
  | { readonly type: "end" };

/** Bytes that are no PDF, with the offset where that shows. */
export class PdfSyntaxError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(`${message} at byte ${offset}`);
    this.offset = offset;
  }
}

/** Which of the 256 codes stand in a text. */
const codes = (text: string): Uint8Array => {
  const table = new Uint8Array(256);
  for (const character of text) table[character.charCodeAt(0)] = 1;
  return table;
};
const white = codes("\0\t\n\f\r ");
const breaks = codes("\0\t\n\f\r ()<>[]{}/%");
const numeral = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const char = (text: string): number => text.charCodeAt(0);
const hexDigit = (code: number): number => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? -1 : value;
};

/** Cuts bytes into tokens from `position` on. */
export class Lexer {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  skipWhite(): void {
    const { bytes } = this;
    for (;;) {
      const code = bytes[this.position];
      if (code === undefined) return;
      if (code === char("%"))
        while (this.position < bytes.length && bytes[this.position] !== 10 && bytes[this.position] !== 13)
          this.position++;
      else if (white[code]) this.position++;
      else return;
    }
  }

  next(): Token {
    this.skipWhite();
    const { bytes } = this;
    const code = bytes[this.position];
    if (code === undefined) return { type: "end" };
    switch (String.fromCharCode(code)) {
      case "/":
        this.position++;
        return { type: "name", name: this.#name() };
      case "(":
        this.position++;
        return { type: "string", bytes: this.#literal() };
      case "<":
        if (bytes[this.position + 1] === code) return this.#bracket(2);
        this.position++;
        return { type: "string", bytes: this.#hexadecimal() };
      case ">":
        if (bytes[this.position + 1] !== code) throw new PdfSyntaxError("a lone >", this.position);
        return this.#bracket(2);
      case ")":
        throw new PdfSyntaxError("a lone )", this.position);
      case "[":
      case "]":
      case "{":
      case "}":
        return this.#bracket(1);
      default: {
        const word = this.#regular();
        return numeral.test(word)
          ? { type: "number", value: Number(word), whole: !word.includes(".") }
          : { type: "word", word };
      }
    }
  }

  #bracket(length: number): Token {
    const word = String.fromCharCode(...this.bytes.subarray(this.position, this.position + length));
    this.position += length;
    return { type: "word", word };
  }

  #regular(): string {
    const start = this.position;
    const { bytes } = this;
    while (this.position < bytes.length) {
      if (breaks[bytes[this.position] as number]) break;
      this.position++;
    }
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, this.position - start).toString("latin1");
  }

  #name(): string {
    return this.#regular().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  /** ISO 32000-1 §7.3.4.2; the opening parenthesis is behind. */
  #literal(): Uint8Array {
    const { bytes } = this;
    const out: number[] = [];
    const start = this.position;
    for (let depth = 1; ; ) {
      const code = bytes[this.position++];
      if (code === undefined) throw new PdfSyntaxError("a string without end", start);
      if (code === char("(")) depth++;
      if (code === char(")") && --depth === 0) return Uint8Array.from(out);
      if (code === char("\\")) this.#escape(out);
      else if (code === 13) {
        if (bytes[this.position] === 10) this.position++;
        out.push(10);
      } else out.push(code);
    }
  }

  #escape(out: number[]): void {
    const { bytes } = this;
    const code = bytes[this.position++] ?? 0;
    if (code === 13 && bytes[this.position] === 10) this.position++;
    if (code === 13 || code === 10) return;
    if (code < char("0") || code > char("7")) {
      out.push(escapes[String.fromCharCode(code)] ?? code);
      return;
    }
    let value = code - char("0");
    for (let digits = 1; digits < 3; digits++) {
      const digit = (bytes[this.position] ?? 0) - char("0");
      if (digit < 0 || digit > 7) break;
      value = value * 8 + digit;
      this.position++;
    }
    out.push(value & 0xff);
  }

  /** ISO 32000-1 §7.3.4.3; the opening bracket is behind. */
  #hexadecimal(): Uint8Array {
    const { bytes } = this;
    const digits: number[] = [];
    const start = this.position;
    for (;;) {
      const code = bytes[this.position++];
      if (code === undefined) throw new PdfSyntaxError("a string without end", start);
      if (code === char(">")) break;
      if (white[code]) continue;
      const digit = hexDigit(code);
      if (digit < 0) throw new PdfSyntaxError("a hexadecimal string with other characters", this.position - 1);
      digits.push(digit);
    }
    if (digits.length % 2 === 1) digits.push(0);
    const out = new Uint8Array(digits.length / 2);
    for (let i = 0; i < out.length; i++) out[i] = (digits[2 * i] as number) * 16 + (digits[2 * i + 1] as number);
    return out;
  }
}
