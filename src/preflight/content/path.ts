import { type Matrix, type Point, transform } from "./matrix.ts";

/** Segments that a curve is cut into; enough to find what stands on what. */
const segments = 8;

/** Collects a path in default user space; curves become polygons. */
export class PathBuilder {
  #paths: Point[][] = [];
  #current: Point[] = [];
  #last: Point = [0, 0];

  move(matrix: Matrix, x: number, y: number): void {
    this.#last = [x, y];
    this.#current = [transform(matrix, this.#last)];
    this.#paths.push(this.#current);
  }

  line(matrix: Matrix, x: number, y: number): void {
    this.#last = [x, y];
    this.#current.push(transform(matrix, this.#last));
  }

  curve(matrix: Matrix, first: Point | undefined, second: Point, end: Point): void {
    const [p0, p1] = [this.#last, first ?? this.#last];
    for (let step = 1; step <= segments; step++) {
      const t = step / segments;
      const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t ** 3];
      const at = (axis: 0 | 1): number => a * p0[axis] + b * p1[axis] + c * second[axis] + d * end[axis];
      this.#current.push(transform(matrix, [at(0), at(1)]));
    }
    this.#last = end;
  }

  rectangle(matrix: Matrix, x: number, y: number, width: number, height: number): void {
    this.move(matrix, x, y);
    this.line(matrix, x + width, y);
    this.line(matrix, x + width, y + height);
    this.line(matrix, x, y + height);
    this.close();
  }

  close(): void {
    const start = this.#current[0];
    if (start) this.#current.push(start);
  }

  take(): readonly (readonly Point[])[] {
    const paths = this.#paths;
    this.#paths = [];
    this.#current = [];
    return paths;
  }
}

/** Whether a point lies inside, by the even-odd or the nonzero winding rule (ISO 32000-1 §8.5.3.3). */
export const inside = (paths: readonly (readonly Point[])[], [x, y]: Point, evenOdd: boolean): boolean => {
  let winding = 0;
  for (const path of paths)
    for (const [index, [x1, y1]] of path.entries()) {
      const [x2, y2] = path[(index + 1) % path.length] as Point;
      if (y1 <= y === y2 <= y) continue;
      if (x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) <= x) continue;
      winding += evenOdd || y2 > y1 ? 1 : -1;
    }
  return evenOdd ? winding % 2 === 1 : winding !== 0;
};

/** Left, bottom, right, top of all points. */
export const boundsOf = (paths: readonly (readonly Point[])[]): readonly [number, number, number, number] => {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of paths)
    for (const [x, y] of path) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
  return [left, bottom, right, top];
};
