import type { Font } from "./font.ts";
import { identity, type Matrix, multiply, type Point, transform } from "./matrix.ts";
import type { State } from "./state.ts";

/** What a showing operator shows: strings, and adjustments in thousandths of the type size. */
export type Shown = Uint8Array | number;

const codesIn = (bytes: Uint8Array, length: 1 | 2): readonly number[] => {
  if (length === 1) return [...bytes];
  const codes: number[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) codes.push((bytes[i] as number) * 256 + (bytes[i + 1] as number));
  return codes;
};

/** Where text stands (ISO 32000-1 §9.4): text matrix and line matrix. */
export class TextPlace {
  #matrix: Matrix = identity;
  #line: Matrix = identity;

  begin(): void {
    this.place(identity);
  }

  place(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#line = matrix;
  }

  move(x: number, y: number): void {
    this.place(multiply([1, 0, 0, 1, x, y], this.#line));
  }

  /** Moves on by what is shown. Gives the codes and where they stand. */
  show(parts: readonly Shown[], state: State, font: Font) {
    const codes: number[] = [];
    const placed = multiply(this.#matrix, state.matrix);
    const from: Point = transform(placed, [0, state.rise]);
    let pen = 0;
    for (const part of parts) {
      if (typeof part === "number") {
        pen -= (part / 1000) * state.size * state.scale;
        continue;
      }
      for (const code of codesIn(part, font.codeLength)) {
        codes.push(code);
        const space = font.codeLength === 1 && code === 32 ? state.wordSpace : 0;
        pen += ((font.width(code) / 1000) * state.size + state.characterSpace + space) * state.scale;
      }
    }
    this.#matrix = multiply([1, 0, 0, 1, pen, 0], this.#matrix);
    const height = state.size * Math.hypot(placed[2], placed[3]);
    return { codes, from, to: transform(placed, [pen, state.rise]), height };
  }
}
