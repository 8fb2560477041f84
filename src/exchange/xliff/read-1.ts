import type { Element, Node } from "@xmldom/xmldom";
import { type ReturnedCode, type ReturnedContent, type ReturnedUnit, tidied } from "../taking/returned.ts";
import { allOf, attribute, childrenOf, nodePlace } from "../xml.ts";

/** Codes that stand alone, and those that tools make of pairs. */
const alone = new Set(["x", "ph"]);
const opening = new Set(["bpt", "bx"]);
const closing = new Set(["ept", "ex"]);

/** The content of <source> and <target> of XLIFF 1.2; markers of tools are looked through. */
const contentOf = (element: Element): ReturnedContent => {
  const pairs = new Map<string, string>();
  const visit = (node: Node): ReturnedContent => {
    if (node.nodeType === 3 || node.nodeType === 4) return [node.nodeValue ?? ""];
    if (node.nodeType !== 1) return [];
    const own = node as Element;
    const name = own.localName ?? "";
    const id = attribute(own, "id") ?? "";
    const code = (kind: ReturnedCode["kind"], named = id): ReturnedCode => ({ id: named, kind });
    if (alone.has(name) || name === "it") return [code("alone")];
    if (name === "g") return [code("open"), ...[...own.childNodes].flatMap(visit), code("close")];
    const pair = attribute(own, "rid") ?? id;
    if (opening.has(name)) {
      pairs.set(pair, id);
      return [code("open")];
    }
    if (closing.has(name)) return [code("close", pairs.get(pair) ?? id)];
    return [...own.childNodes].flatMap(visit);
  };
  return tidied([...element.childNodes].flatMap(visit));
};

const doneStates = new Set(["translated", "signed-off", "final"]);

/** The units of an XLIFF 1.2 file, those in groups too. */
export const unitsOfXliff1 = (root: Element, file: string): readonly ReturnedUnit[] =>
  allOf(root, "trans-unit").map((unit) => {
    const [source] = childrenOf(unit, "source");
    const [target] = childrenOf(unit, "target");
    const content = target && contentOf(target);
    return {
      id: attribute(unit, "id") ?? "",
      source: source ? contentOf(source) : [],
      target: content && content.length > 0 ? content : undefined,
      isHalf: false,
      isDone: attribute(unit, "approved") === "yes" || doneStates.has((target && attribute(target, "state")) ?? ""),
      place: nodePlace(file, target ?? unit),
    };
  });
