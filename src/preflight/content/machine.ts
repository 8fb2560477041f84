import type { PdfFile } from "../reader/file.ts";
import { PdfSyntaxError } from "../reader/lexer.ts";
import {
  dictOf,
  isDict,
  isStream,
  nameOf,
  numberOf,
  numbersOf,
  type PdfObject,
  type PdfStream,
} from "../reader/object.ts";
import { Parser } from "../reader/parser.ts";
import { decode } from "../reader/stream.ts";
import { identity, type Matrix, multiply } from "./matrix.ts";
import { PathBuilder } from "./path.ts";
import type { Mark, Paint, State, Visitor } from "./state.ts";
import { TextPlace } from "./text.ts";

const deepestForm = 16;

/** `Omit` that keeps the members of a union apart. */
type Own<P> = P extends unknown ? Omit<P, "state" | "marks"> : never;

/** One operator of ISO 32000-1 Annex A. */
export type Operator = (machine: Machine, operands: readonly PdfObject[]) => void;
export type Operators = Readonly<Record<string, Operator>>;

/** What runs a content stream: the state and all that operators change. */
export class Machine {
  state: State;
  readonly file: PdfFile;
  readonly visitor: Visitor;
  readonly path = new PathBuilder();
  readonly text = new TextPlace();
  readonly marks: Mark[];
  readonly resources: PdfObject;
  readonly #saved: State[] = [];
  readonly #operators: Operators;
  readonly #depth: number;

  constructor(
    operators: Operators,
    file: PdfFile,
    visitor: Visitor,
    resources: PdfObject,
    state: State,
    marks: readonly Mark[],
    depth: number,
  ) {
    this.#operators = operators;
    this.file = file;
    this.visitor = visitor;
    this.resources = resources;
    this.state = state;
    this.marks = [...marks];
    this.#depth = depth;
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
  }

  save(): void {
    this.#saved.push(this.state);
  }

  restore(): void {
    const state = this.#saved.pop();
    if (state) this.state = state;
    else this.visitor.fault("Q without q");
  }

  paint(paint: Own<Paint>): void {
    this.visitor.paint({ ...paint, state: this.state, marks: [...this.marks] } as Paint);
  }

  open(mark: Mark): void {
    this.visitor.mark?.(mark, this.marks);
    this.marks.push(mark);
  }

  resource(kind: string, name: string | undefined): PdfObject {
    const found = name === undefined ? null : this.file.get(this.file.get(this.resources, kind), name);
    if (found === null) this.visitor.fault(`the content names ${kind} ${name ?? "?"}, which the page does not have`);
    return found;
  }

  /** ISO 32000-1 §8.10.1. */
  form(form: PdfStream): void {
    this.visitor.use?.("Form", form);
    const content = decode(this.file, form);
    if (!content || this.#depth >= deepestForm) return this.visitor.fault("a form that cannot be read");
    const matrix = (numbersOf(this.file.get(form, "Matrix")) ?? identity) as unknown as Matrix;
    const own = this.file.get(form, "Resources");
    const state = { ...this.state, matrix: multiply(matrix, this.state.matrix) };
    const inner = new Machine(
      this.#operators,
      this.file,
      this.visitor,
      own === null ? this.resources : own,
      state,
      this.marks,
      this.#depth + 1,
    );
    inner.run(content);
  }

  run(content: Uint8Array): void {
    const parser = new Parser(content, 0, false);
    let operands: PdfObject[] = [];
    const before = this.marks.length;
    try {
      for (let item = parser.next(); item; item = parser.next()) {
        if ("object" in item) {
          operands.push(item.object);
          continue;
        }
        const operator = Object.hasOwn(this.#operators, item.word) ? this.#operators[item.word] : undefined;
        if (operator) operator(this, operands);
        else this.visitor.fault(`unknown operator ${item.word}`);
        operands = [];
      }
    } catch (error) {
      if (!(error instanceof PdfSyntaxError)) throw error;
      this.visitor.fault(error.message);
    }
    if (this.#saved.length > 0) this.visitor.fault("q without Q");
    if (this.marks.length !== before) this.visitor.fault("marked content that is not closed");
  }
}

/** The properties of marked content: a dictionary in place, or the name of one in the resources. */
export const openMark = (machine: Machine, tag: PdfObject | undefined, properties: PdfObject | undefined): void => {
  const found = isDict(properties ?? null) ? properties : machine.resource("Properties", nameOf(properties));
  const mcid = numberOf(machine.file.get(found, "MCID"));
  machine.open({ tag: nameOf(tag) ?? "?", mcid, properties: found ?? null });
};

/** Paints an image or runs a form. */
export const useXObject = (machine: Machine, name: string | undefined): void => {
  const found = machine.resource("XObject", name);
  if (!isStream(found)) return;
  if (nameOf(machine.file.get(found, "Subtype")) === "Form") machine.form(found);
  else machine.paint({ kind: "image", image: found });
};

/** Sets what a graphics state dictionary names (ISO 32000-1 §8.4.5). */
export const useState = (machine: Machine, name: string | undefined): void => {
  const { file } = machine;
  const found = dictOf(machine.resource("ExtGState", name));
  if (!found) return;
  machine.visitor.use?.("ExtGState", found);
  const value = (key: string): PdfObject => file.get(found, key);
  const change: { -readonly [K in keyof State]?: State[K] } = {};
  const alpha = (key: string): number | undefined => numberOf(value(key));
  if (alpha("ca") !== undefined) change.fillAlpha = alpha("ca") as number;
  if (alpha("CA") !== undefined) change.strokeAlpha = alpha("CA") as number;
  const blend = nameOf(value("BM"));
  if (blend !== undefined) change.blend = blend;
  if (value("SMask") !== null) change.softMask = nameOf(value("SMask")) !== "None";
  const both = value("OP");
  if (typeof both === "boolean") {
    change.overprintStroke = both;
    change.overprintFill = both;
  }
  const fill = value("op");
  if (typeof fill === "boolean") change.overprintFill = fill;
  const mode = numberOf(value("OPM"));
  if (mode !== undefined) change.overprintMode = mode;
  const width = numberOf(value("LW"));
  if (width !== undefined) change.lineWidth = width;
  machine.set(change);
};
