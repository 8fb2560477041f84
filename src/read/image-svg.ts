import { DOMParser, type Element, XMLSerializer } from "@xmldom/xmldom";
import { svgFaults } from "../model/svg.ts";

/** An SVG with its size in pt written into it, or why it cannot be printed. */
export type SizedSvg =
  | { readonly svg: string; readonly width: number; readonly height: number }
  | { readonly fault: string; readonly hint?: string }
  /** What in it cannot be drawn; 1-based. */
  | { readonly faults: readonly { readonly message: string; readonly line: number; readonly column: number }[] };

/** pt of the absolute units (CSS Values 4 §6.2); a number without a unit counts pixels of 96 to the inch. */
const units: Readonly<Record<string, number>> = {
  "": 0.75,
  px: 0.75,
  pt: 1,
  pc: 12,
  in: 72,
  mm: 72 / 25.4,
  cm: 72 / 2.54,
};
const lengthOf = (text: string | null): number | undefined => {
  const [, number = "", unit = ""] = /^\s*([\d.]+)\s*([a-z]*)\s*$/.exec(text ?? "") ?? [];
  const factor = units[unit];
  return number !== "" && factor !== undefined && Number(number) > 0 ? Number(number) * factor : undefined;
};

const parse = (text: string): Element | string => {
  let fault: string | undefined;
  const parser = new DOMParser({
    onError: (_, message) => {
      fault ??= String(message).split("\n")[0];
    },
  });
  try {
    const root = parser.parseFromString(text, "image/svg+xml").documentElement;
    return fault ?? root ?? "it is empty";
  } catch (error) {
    return fault ?? (error instanceof Error ? error.message : String(error));
  }
};

/** Reads the size of an SVG from its width and height, or from its viewBox, and writes both in pt. */
export const sizedSvg = (text: string): SizedSvg => {
  const root = parse(text);
  if (typeof root === "string") return { fault: `the SVG is not well-formed: ${root}` };
  if (root.localName !== "svg") return { fault: "this is no SVG" };
  const faults = svgFaults(root);
  if (faults.length > 0)
    return {
      faults: faults.map(({ message, element: { lineNumber, columnNumber } }) => ({
        message,
        line: lineNumber ?? 1,
        column: columnNumber ?? 1,
      })),
    };
  if (root.getElementsByTagName("text").length > 0)
    return {
      fault: "the picture holds text, which no language can translate and no data corrects",
      hint: "make outlines of lettering that is part of the picture; use a chart for numbers and a caption for words",
    };
  const box = (root.getAttribute("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left = 0, top = 0, across = 0, down = 0] = box.length === 4 && box.every(Number.isFinite) ? box : [];
  const width = lengthOf(root.getAttribute("width")) ?? across * 0.75;
  const height = lengthOf(root.getAttribute("height")) ?? down * 0.75;
  if (!(width > 0 && height > 0)) return { fault: "the SVG has neither a size nor a viewBox" };
  if (across <= 0 || down <= 0) root.setAttribute("viewBox", `0 0 ${width / 0.75} ${height / 0.75}`);
  else root.setAttribute("viewBox", `${left} ${top} ${across} ${down}`);
  root.setAttribute("width", `${width}pt`);
  root.setAttribute("height", `${height}pt`);
  return { svg: new XMLSerializer().serializeToString(root), width, height };
};
