import { childOf, elementsOf, type XmlElement } from "./xml.ts";

/** The charts of a choice between charts and their picture, which stands in revisions: what Word has of it. */
export const chosen = (node: XmlElement): readonly XmlElement[] | undefined => {
  if (node.name !== "mc:AlternateContent") return undefined;
  const choice = childOf(node, "mc:Choice");
  return choice?.attributes.Requires === "c14" ? elementsOf(choice) : undefined;
};
