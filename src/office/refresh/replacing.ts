import { isElement, type XmlElement } from "../xml.ts";

/** A tree with some of its elements replaced; what stands inside a replaced one is as it was put in. */
export const replacing = (node: XmlElement, changes: ReadonlyMap<XmlElement, XmlElement>): XmlElement => {
  const change = changes.get(node);
  if (change) return change;
  let same = true;
  const children = node.children.map((child) => {
    if (!isElement(child)) return child;
    const made = replacing(child, changes);
    if (made !== child) same = false;
    return made;
  });
  return same ? node : { ...node, children };
};
