import type { Element, Node } from "@xmldom/xmldom";
import { type ReturnedCode, type ReturnedContent, type ReturnedUnit, tidied } from "../taking/returned.ts";
import { allOf, attribute, childrenOf, nodePlace } from "../xml.ts";

/** The content of <source> and <target> of XLIFF 2.0, 2.1 and 2.2; annotations are looked through. */
const contentOf = (element: Element): ReturnedContent => {
  const visit = (node: Node): ReturnedContent => {
    if (node.nodeType === 3 || node.nodeType === 4) return [node.nodeValue ?? ""];
    if (node.nodeType !== 1) return [];
    const own = node as Element;
    const id = attribute(own, "id") ?? "";
    const code = (kind: ReturnedCode["kind"], named = id): ReturnedCode => ({ id: named, kind });
    const inside = (): ReturnedContent => [...own.childNodes].flatMap(visit);
    switch (own.localName) {
      case "ph":
        return [code("alone")];
      case "pc":
        return [code("open"), ...inside(), code("close")];
      case "sc":
        return [code("open")];
      case "ec":
        return [code("close", attribute(own, "startRef") ?? id)];
      case "cp":
        return [String.fromCodePoint(Number.parseInt(attribute(own, "hex") ?? "20", 16) || 0x20)];
      default:
        return inside();
    }
  };
  return [...element.childNodes].flatMap(visit);
};

const isBlank = (content: ReturnedContent): boolean =>
  content.every((part) => typeof part === "string" && part.trim() === "");
const doneStates = new Set(["translated", "reviewed", "final"]);

type Segment = {
  readonly isSegment: boolean;
  readonly source: ReturnedContent;
  readonly target: Element | undefined;
  readonly order: number;
  readonly state: string | undefined;
};

/** A unit, its segments put together: the source as they stand, the target in the order that its parts ask for. */
const unitOf = (unit: Element, file: string): ReturnedUnit => {
  const parts = childrenOf(unit)
    .filter(({ localName }) => localName === "segment" || localName === "ignorable")
    .map((part, index): Segment => {
      const [source] = childrenOf(part, "source");
      const [target] = childrenOf(part, "target");
      return {
        isSegment: part.localName === "segment",
        source: source ? contentOf(source) : [],
        target,
        order: Number((target && attribute(target, "order")) ?? index + 1),
        state: attribute(part, "state"),
      };
    });
  const segments = parts.filter(({ isSegment }) => isSegment);
  const said = segments.filter(({ target }) => target && !isBlank(contentOf(target)));
  const inOrder = parts.toSorted((a, b) => a.order - b.order);
  // What lies between segments is taken over where a tool gives it no translation.
  const target = inOrder.flatMap((part) => (part.target ? contentOf(part.target) : part.isSegment ? [] : part.source));
  const [first] = said;
  return {
    id: attribute(unit, "id") ?? "",
    source: tidied(parts.flatMap(({ source }) => source)),
    target: said.length > 0 ? tidied(target) : undefined,
    isHalf: said.length > 0 && said.length < segments.filter(({ source }) => !isBlank(source)).length,
    isDone: segments.length > 0 && segments.every(({ state }) => doneStates.has(state ?? "")),
    place: nodePlace(file, first?.target ?? unit),
  };
};

/** The units of an XLIFF 2 file, those in groups too. */
export const unitsOfXliff2 = (root: Element, file: string): readonly ReturnedUnit[] =>
  allOf(root, "unit").map((unit) => unitOf(unit, file));
