import { childOf, elementsOf, type XmlElement } from "./xml.ts";

/** The chart of a choice between a chart and its picture, which stands in revisions: what Word has of it. */
export const chosen = (node: XmlElement): XmlElement | undefined => {
  if (node.name !== "mc:AlternateContent") return undefined;
  const choice = childOf(node, "mc:Choice");
  return choice?.attributes.Requires === "c14" ? elementsOf(choice)[0] : undefined;
};
