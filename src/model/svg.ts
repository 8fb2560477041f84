import type { Element, Node } from "@xmldom/xmldom";
import { geometryFaults } from "./svg-geometry.ts";

/** Elements that are drawn as they look on a screen; whatever else an SVG can hold is refused. */
const drawn: ReadonlySet<string> = new Set(
  "svg g defs title desc path rect line circle ellipse polyline polygon text tspan clipPath linearGradient stop image".split(
    " ",
  ),
);

/** Elements inside one another beyond which no drawing goes. */
const maxDepth = 64;

/** What cannot be printed of an SVG, and the element that says it. */
export type SvgFault = { readonly message: string; readonly element: Element };

const isElement = (node: Node): node is Element => node.nodeType === 1;
const nameOf = (element: Element): string => element.localName ?? element.nodeName;

const faultsOf = (element: Element): readonly string[] => {
  const name = nameOf(element);
  if (!drawn.has(name)) return [`<${name}> cannot be printed`];
  const attributes = [...element.attributes];
  const outside = attributes.flatMap(({ name: key, value }): readonly string[] => {
    if (/^on/i.test(key)) return [`<${name}> has a script (${key})`];
    if (/\bNaN\b|\bInfinity\b|\bundefined\b/.test(value) && name !== "text")
      return [`<${name}> has no number in ${key}: "${value}"`];
    if (/href$/.test(key) && !value.startsWith("#") && !value.startsWith("data:image/"))
      return [`<${name}> points outside: "${value}"`];
    return /url\(\s*['"]?(?!#)/.test(value) ? [`<${name}> points outside in ${key}`] : [];
  });
  if (outside.length > 0) return outside;
  return geometryFaults(name, attributes).map((fault) => `<${name}> cannot be drawn: ${fault}`);
};

/** Ids that the attributes of an element refer to. */
const referencesOf = (element: Element): readonly string[] =>
  [...element.attributes].flatMap(({ name, value }) => {
    if (/href$/.test(name)) return value.startsWith("#") ? [value.slice(1)] : [];
    return [...value.matchAll(/url\(\s*['"]?#([^)'"]*)['"]?\s*\)/g)].map(([, id = ""]) => id.trim());
  });

type Visit = { readonly element: Element; readonly depth: number; readonly owners: readonly string[] };

/** The ids that the references from an id lead to, itself too. */
const reachedFrom = (id: string, targets: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> => {
  const seen = new Set([id]);
  // A set that grows while it is walked through is walked through to its end.
  for (const one of seen) for (const target of targets.get(one) ?? []) seen.add(target);
  return seen;
};

/**
 * Everything in an SVG that cannot be printed as it looks on a screen: other elements, scripts, what points outside or at
 * nothing, parts that refer to each other in a circle, shapes whose measures are none, elements nested without end.
 */
export const svgFaults = (root: Element): readonly SvgFault[] => {
  const faults: SvgFault[] = [];
  const ids = new Map<string, Element>();
  const references: { readonly id: string; readonly element: Element; readonly owners: readonly string[] }[] = [];
  const open: Visit[] = [{ element: root, depth: 1, owners: [] }];
  for (let visit = open.pop(); visit; visit = open.pop()) {
    const { element, depth, owners } = visit;
    const id = element.getAttribute("id") ?? "";
    const own = id === "" ? owners : [...owners, id];
    if (id !== "") ids.set(id, element);
    for (const message of faultsOf(element)) faults.push({ message, element });
    for (const target of referencesOf(element)) references.push({ id: target, element, owners: own });
    if (depth >= maxDepth) faults.push({ message: `elements stand in elements, more than ${maxDepth} deep`, element });
    else
      for (const child of [...element.childNodes].filter(isElement).reverse())
        open.push({ element: child, depth: depth + 1, owners: own });
  }
  const targets = new Map<string, Set<string>>();
  for (const { id, owners } of references)
    for (const owner of owners) targets.set(owner, (targets.get(owner) ?? new Set()).add(id));
  for (const { id, element, owners } of references)
    if (!ids.has(id)) faults.push({ message: `<${nameOf(element)}> refers to "${id}", which is not there`, element });
    else if (owners.length > 0 && owners.some((owner) => reachedFrom(id, targets).has(owner)))
      faults.push({ message: `<${nameOf(element)}> refers to "${id}", which leads back to itself`, element });
  return faults;
};
