import { dictOf, isArray, isString, nameOf, numberOf, type PdfObject } from "../reader/object.ts";
import { type Colour, colourSpace, initialColour } from "./colour.ts";
import { type Font, readFont } from "./font.ts";
import { type Machine, type Operator, type Operators, openMark, useState, useXObject } from "./machine.ts";
import { type Matrix, multiply, type Point } from "./matrix.ts";
import type { Shown } from "./text.ts";

const numeric = (operands: readonly PdfObject[]): readonly number[] =>
  operands.filter((item) => typeof item === "number");
const at = (operands: readonly PdfObject[], index: number): number => numberOf(operands[index]) ?? 0;
const point = (operands: readonly PdfObject[], index: number): Point => [at(operands, index), at(operands, index + 1)];
const nothing: Operator = () => {};

// A font dictionary is read once for all pages of a file.
const fonts = new WeakMap<object, Font>();
const fontOf = (machine: Machine, name: string | undefined): Font | undefined => {
  const dict = dictOf(machine.resource("Font", name));
  if (!dict) return undefined;
  machine.visitor.use?.("Font", dict);
  const font = fonts.get(dict) ?? readFont(machine.file, dict);
  fonts.set(dict, font);
  return font;
};

const paintPath = (
  machine: Machine,
  how: { readonly fill?: "nonzero" | "evenodd"; readonly stroke?: boolean; readonly close?: boolean },
): void => {
  if (how.close) machine.path.close();
  const paths = machine.path.take();
  if (paths.length === 0) return;
  if (how.fill) machine.paint({ kind: "fill", paths, evenOdd: how.fill === "evenodd" });
  if (how.stroke) machine.paint({ kind: "stroke", paths });
};

const show = (machine: Machine, parts: readonly Shown[]): void => {
  const { font } = machine.state;
  if (!font) return machine.visitor.fault("text without a font");
  machine.paint({ kind: "text", ...machine.text.show(parts, machine.state, font) });
};
const nextLine = (machine: Machine): void => machine.text.move(0, -machine.state.leading);
const stringOf = (object: PdfObject | undefined): readonly Shown[] => (isString(object) ? [object.bytes] : []);

const device = (family: string, operands: readonly PdfObject[]): Colour => ({
  space: { family },
  parts: numeric(operands),
});
const space = (machine: Machine, operands: readonly PdfObject[]): Colour =>
  initialColour(colourSpace(machine.file, operands[0], machine.resources));
/** scn and SCN: components, or the name of a pattern. */
const parts = (machine: Machine, colour: Colour, operands: readonly PdfObject[]): Colour => {
  const pattern = nameOf(operands.at(-1));
  if (pattern === undefined) return { ...colour, parts: numeric(operands) };
  const dict = machine.resource("Pattern", pattern);
  const shading = machine.file.get(dict, "Shading");
  if (shading !== null) machine.paint({ kind: "shading", shading });
  else machine.visitor.fault("a tiling pattern");
  return { space: { family: "Pattern" }, parts: [] };
};

const curve = (machine: Machine, first: Point | undefined, second: Point, end: Point): void =>
  machine.path.curve(machine.state.matrix, first, second, end);

export const operators: Operators = {
  q: (machine) => machine.save(),
  Q: (machine) => machine.restore(),
  cm: (machine, operands) =>
    machine.set({ matrix: multiply(numeric(operands) as unknown as Matrix, machine.state.matrix) }),
  w: (machine, operands) => machine.set({ lineWidth: at(operands, 0) }),
  gs: (machine, operands) => useState(machine, nameOf(operands[0])),
  J: nothing,
  j: nothing,
  M: nothing,
  d: nothing,
  ri: nothing,
  i: nothing,

  m: (machine, operands) => machine.path.move(machine.state.matrix, at(operands, 0), at(operands, 1)),
  l: (machine, operands) => machine.path.line(machine.state.matrix, at(operands, 0), at(operands, 1)),
  c: (machine, operands) => curve(machine, point(operands, 0), point(operands, 2), point(operands, 4)),
  v: (machine, operands) => curve(machine, undefined, point(operands, 0), point(operands, 2)),
  y: (machine, operands) => curve(machine, point(operands, 0), point(operands, 2), point(operands, 2)),
  re: (machine, operands) => {
    const [x, y, width, height] = [at(operands, 0), at(operands, 1), at(operands, 2), at(operands, 3)];
    machine.path.rectangle(machine.state.matrix, x, y, width, height);
  },
  h: (machine) => machine.path.close(),
  S: (machine) => paintPath(machine, { stroke: true }),
  s: (machine) => paintPath(machine, { stroke: true, close: true }),
  f: (machine) => paintPath(machine, { fill: "nonzero" }),
  F: (machine) => paintPath(machine, { fill: "nonzero" }),
  "f*": (machine) => paintPath(machine, { fill: "evenodd" }),
  B: (machine) => paintPath(machine, { fill: "nonzero", stroke: true }),
  "B*": (machine) => paintPath(machine, { fill: "evenodd", stroke: true }),
  b: (machine) => paintPath(machine, { fill: "nonzero", stroke: true, close: true }),
  "b*": (machine) => paintPath(machine, { fill: "evenodd", stroke: true, close: true }),
  n: (machine) => paintPath(machine, {}),
  W: nothing,
  "W*": nothing,

  g: (machine, operands) => machine.set({ fill: device("DeviceGray", operands) }),
  G: (machine, operands) => machine.set({ stroke: device("DeviceGray", operands) }),
  rg: (machine, operands) => machine.set({ fill: device("DeviceRGB", operands) }),
  RG: (machine, operands) => machine.set({ stroke: device("DeviceRGB", operands) }),
  k: (machine, operands) => machine.set({ fill: device("DeviceCMYK", operands) }),
  K: (machine, operands) => machine.set({ stroke: device("DeviceCMYK", operands) }),
  cs: (machine, operands) => machine.set({ fill: space(machine, operands) }),
  CS: (machine, operands) => machine.set({ stroke: space(machine, operands) }),
  sc: (machine, operands) => machine.set({ fill: parts(machine, machine.state.fill, operands) }),
  SC: (machine, operands) => machine.set({ stroke: parts(machine, machine.state.stroke, operands) }),
  scn: (machine, operands) => machine.set({ fill: parts(machine, machine.state.fill, operands) }),
  SCN: (machine, operands) => machine.set({ stroke: parts(machine, machine.state.stroke, operands) }),
  sh: (machine, operands) =>
    machine.paint({ kind: "shading", shading: machine.resource("Shading", nameOf(operands[0])) }),
  Do: (machine, operands) => useXObject(machine, nameOf(operands[0])),

  BT: (machine) => machine.text.begin(),
  ET: nothing,
  Tf: (machine, operands) => machine.set({ font: fontOf(machine, nameOf(operands[0])), size: at(operands, 1) }),
  Tc: (machine, operands) => machine.set({ characterSpace: at(operands, 0) }),
  Tw: (machine, operands) => machine.set({ wordSpace: at(operands, 0) }),
  Tz: (machine, operands) => machine.set({ scale: at(operands, 0) / 100 }),
  TL: (machine, operands) => machine.set({ leading: at(operands, 0) }),
  Ts: (machine, operands) => machine.set({ rise: at(operands, 0) }),
  Tr: (machine, operands) => machine.set({ mode: at(operands, 0) }),
  Td: (machine, operands) => machine.text.move(at(operands, 0), at(operands, 1)),
  TD: (machine, operands) => {
    machine.set({ leading: -at(operands, 1) });
    machine.text.move(at(operands, 0), at(operands, 1));
  },
  Tm: (machine, operands) => machine.text.place(numeric(operands) as unknown as Matrix),
  "T*": nextLine,
  Tj: (machine, operands) => show(machine, stringOf(operands[0])),
  TJ: (machine, [items]) =>
    show(
      machine,
      (isArray(items) ? items : []).flatMap((item): readonly Shown[] =>
        typeof item === "number" ? [item] : stringOf(item),
      ),
    ),
  "'": (machine, operands) => {
    nextLine(machine);
    show(machine, stringOf(operands[0]));
  },
  '"': (machine, operands) => {
    machine.set({ wordSpace: at(operands, 0), characterSpace: at(operands, 1) });
    nextLine(machine);
    show(machine, stringOf(operands[2]));
  },

  BMC: (machine, operands) => machine.open({ tag: nameOf(operands[0]) ?? "?", mcid: undefined, properties: null }),
  BDC: (machine, operands) => openMark(machine, operands[0], operands[1]),
  EMC: (machine) => {
    if (!machine.marks.pop()) machine.visitor.fault("EMC without BMC");
  },
  MP: nothing,
  DP: nothing,
  BI: (machine) => machine.visitor.fault("an inline image"),
};
