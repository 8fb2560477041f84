import { childOf, element, elementsOf, isElement, walk, type XmlElement } from "../xml.ts";

const textElement = (text: string): XmlElement => element("w:t", { "xml:space": "preserve" }, [text]);

/** The content of a control with another text, in the format of its first run; bookmarks in it stay. */
const contentWith = (content: XmlElement, text: string): XmlElement => {
  const run = [...walk(content)].find(
    ({ name, children }) => name === "w:r" && children.some((child) => isElement(child) && child.name === "w:t"),
  );
  const properties = run && childOf(run, "w:rPr");
  const marks = elementsOf(content).filter(({ name }) => /^w:(bookmark|comment)/.test(name));
  const starts = marks.filter(({ name }) => !name.endsWith("End"));
  const ends = marks.filter(({ name }) => name.endsWith("End"));
  return {
    ...content,
    children: [...starts, element("w:r", {}, [...(properties ? [properties] : []), textElement(text)]), ...ends],
  };
};

/**
 * A control that shows a text, bound as a control of today is; without one it is bound to nothing. `undefined` leaves its
 * text as it is.
 */
export const withText = (control: XmlElement, text: string | undefined, today: XmlElement | undefined): XmlElement => {
  const binding = today && childOf(childOf(today, "w:sdtPr"), "w:dataBinding");
  const children = elementsOf(control).map((child) => {
    if (child.name === "w:sdtPr")
      return {
        ...child,
        children: child.children.flatMap((one) =>
          isElement(one) && (one.name === "w:dataBinding" || one.name === "w:showingPlcHdr")
            ? one.name === "w:dataBinding" && binding
              ? [binding]
              : []
            : [one],
        ),
      };
    return child.name === "w:sdtContent" && text !== undefined ? contentWith(child, text) : child;
  });
  return { ...control, children };
};
