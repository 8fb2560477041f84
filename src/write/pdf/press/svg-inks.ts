import { DOMParser, type Element, type Node } from "@xmldom/xmldom";
import type { RuleName } from "../../../model/rules/index.ts";
import { hexOf, type Inks } from "./inks.ts";

/** What in an SVG must not come to a press. */
export type SvgFault = { readonly rule: RuleName; readonly message: string; readonly hint: string };

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** A property of an element, from its attribute or its style attribute. */
const property = (element: Element, name: string): string | undefined => {
  const inStyle = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`).exec(element.getAttribute("style") ?? "")?.[1];
  return (inStyle ?? element.getAttribute(name) ?? undefined)?.trim().toLowerCase();
};

const colourProperties = ["fill", "stroke", "stop-color", "color"];
const opacityProperties = ["opacity", "fill-opacity", "stroke-opacity", "stop-opacity"];
/** Values that are no colours of their own. */
const noColour = /^(none|inherit|currentcolor|url\(#.*)$/;
const names: Readonly<Record<string, string>> = { black: "#000000", white: "#ffffff" };

/** #rrggbb of a colour as svg-to-pdfkit reads it; the text itself where it is another. */
const rgbOf = (text: string): string => {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(text);
  return parts ? hexOf(parts.slice(1).map(Number)) : (names[text] ?? text);
};
const alphaOf = (text: string): number =>
  text === "transparent" ? 0 : Number(/^rgba\(.*,\s*([\d.]+)\s*\)$/.exec(text)?.[1] ?? 1);

const translucent = (element: Element): string | undefined => {
  for (const name of opacityProperties) {
    const value = property(element, name);
    if (value !== undefined && Number.parseFloat(value) < (value.endsWith("%") ? 100 : 1)) return `${name}: ${value}`;
  }
  for (const name of colourProperties) {
    const value = property(element, name);
    if (value !== undefined && alphaOf(value) < 1) return `${name}: ${value}`;
  }
  for (const name of ["clip-path", "mask"])
    if ((property(element, name) ?? "none") !== "none") return `${name}: ${property(element, name)}`;
  return undefined;
};

/** How an SVG is printed. */
export type SvgPrinting = {
  readonly inks: ReadonlyMap<string, Inks>;
  /** Printed width in pt. */
  readonly width: number;
  /** Thinnest line in pt. */
  readonly line: number;
};
/** What an element inherits of its lines, and the size in pt of its unit. */
type Pen = { readonly stroke: string; readonly width: number; readonly unit: number };

const penOf = (element: Element, around: Pen): Pen => {
  const width = Number.parseFloat(property(element, "stroke-width") ?? "");
  return {
    ...around,
    stroke: property(element, "stroke") ?? around.stroke,
    width: Number.isFinite(width) ? width : around.width,
  };
};

/** Elements that draw lines themselves. */
const lines = new Set(["path", "rect", "line", "circle", "ellipse", "polyline", "polygon"]);

/** Transformations are left to the finished file, whose lines are measured (`press-hairline`). */
const thinLine = (name: string, pen: Pen, line: number): SvgFault | undefined => {
  const printed = pen.width * pen.unit;
  if (!lines.has(name) || pen.stroke === "none" || printed >= line - 1e-3) return undefined;
  return {
    rule: "thin-line",
    message: `<${name}> draws a line of ${printed.toFixed(2)} pt; the thinnest that prints is ${line} pt`,
    hint: `give it a stroke-width of ${Math.ceil((line / pen.unit) * 100) / 100} at least`,
  };
};

const faultsIn = (element: Element, printing: SvgPrinting, around: Pen): readonly SvgFault[] => {
  const { inks } = printing;
  const faults: SvgFault[] = [];
  const pen = penOf(element, around);
  const thin = thinLine(element.localName ?? "", pen, printing.line);
  if (thin) faults.push(thin);
  const name = element.localName ?? element.nodeName;
  const soft = translucent(element);
  if (soft)
    faults.push({
      rule: "transparent-vector",
      message: `<${name}> is translucent (${soft}), which a press cannot print as it looks`,
      hint: "give it the solid colour of a token that looks the same",
    });
  if (name === "image")
    faults.push({
      rule: "image-in-vector",
      message: "the SVG holds a picture of pixels, whose colours and resolution cannot be told",
      hint: "place it as a PNG or JPEG of its own",
    });
  for (const one of colourProperties) {
    const value = property(element, one);
    if (value === undefined || noColour.test(value) || alphaOf(value) < 1 || inks.has(rgbOf(value))) continue;
    faults.push({
      rule: "colour-without-ink",
      message: `${one}="${value}" is no colour of the style, so nobody has said in which inks it is printed`,
      hint: "use the rgb of a token, or add a token with its cmyk to style.yaml",
    });
  }
  return [...faults, ...[...element.childNodes].filter(isElement).flatMap((child) => faultsIn(child, printing, pen))];
};

/** Looks through an SVG for what has no inks, what is translucent and what is too thin; each fault once. */
export const svgFaults = (svg: string, printing: SvgPrinting): readonly SvgFault[] => {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (!root) return [];
  const [, , across = printing.width] = (root.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  const found = faultsIn(root, printing, { stroke: "none", width: 1, unit: printing.width / across });
  return [...new Map(found.map((fault) => [fault.message, fault])).values()];
};
