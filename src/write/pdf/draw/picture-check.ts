import { DOMParser, type Element, type Node } from "@xmldom/xmldom";
import type { Report } from "../../../model/finding.ts";
import type { Place } from "../../../model/place.ts";
import type { Sheet } from "../sheet.ts";
import type { Medium } from "./medium.ts";

/** Elements that are drawn as they look on a screen; whatever else an SVG can hold is refused. */
const drawn = new Set([
  "svg",
  "g",
  "defs",
  "title",
  "desc",
  "path",
  "rect",
  "line",
  "circle",
  "ellipse",
  "polyline",
  "polygon",
  "text",
  "tspan",
  "clipPath",
  "linearGradient",
  "stop",
  "image",
]);

const isElement = (node: Node): node is Element => node.nodeType === 1;

const faultIn = (element: Element): string | undefined => {
  const name = element.localName ?? element.nodeName;
  if (!drawn.has(name)) return `<${name}> cannot be printed`;
  for (const attribute of element.attributes) {
    const { name: key, value } = attribute;
    if (/^on/i.test(key)) return `<${name}> has a script (${key})`;
    if (/\bNaN\b|\bInfinity\b|\bundefined\b/.test(value) && name !== "text")
      return `<${name}> has no number in ${key}: "${value}"`;
    if (/href$/.test(key) && !value.startsWith("#") && !value.startsWith("data:image/"))
      return `<${name}> points outside: "${value}"`;
    if (/url\(\s*['"]?(?!#)/.test(value)) return `<${name}> points outside in ${key}`;
  }
  return undefined;
};

const faultsIn = (element: Element): readonly string[] => [
  ...[faultIn(element)].flatMap((fault) => fault ?? []),
  ...[...element.childNodes].filter(isElement).flatMap(faultsIn),
];

/** Whether a picture can be drawn as it is. Reports `unprintable-picture` for each thing that cannot. */
const checkPicture = (svg: string, place: Place, report: Report): boolean => {
  const found: string[] = [];
  const parser = new DOMParser({ onError: (_, message) => found.push(message) });
  let root: Element | null = null;
  try {
    root = parser.parseFromString(svg, "image/svg+xml").documentElement;
  } catch {
    // onError has the reason.
  }
  if (root) found.push(...faultsIn(root));
  for (const message of new Set(found)) report({ severity: "error", rule: "unprintable-picture", message, place });
  return root !== null && found.length === 0;
};

/** A sheet without the pictures that cannot be drawn. Reports `unprintable-picture`. */
export const drawable = (sheet: Sheet, medium: Medium, report: Report): Sheet => ({
  ...sheet,
  column: sheet.column.filter((mark) => {
    if (mark.kind === "picture") return checkPicture(mark.svg, mark.place, report);
    if (mark.kind !== "image") return true;
    const { format, bytes } = medium.image(mark.artwork);
    return format !== "svg" || checkPicture(Buffer.from(bytes).toString("utf8"), mark.place, report);
  }),
});
