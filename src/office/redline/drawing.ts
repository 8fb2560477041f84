import { element, isElement, walk, type XmlElement, type XmlNode } from "../xml.ts";
import type { ChartPicture, Work } from "./work.ts";

const drawingml = "http://schemas.openxmlformats.org/drawingml/2006";
/** Charts of Word 2010 and later; who does not know them takes the picture (ECMA-376 part 3 §7.6). */
const newCharts = "http://schemas.microsoft.com/office/drawing/2007/8/2/chart";
const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

const isChart = (drawing: XmlElement): boolean => [...walk(drawing)].some(({ name }) => name === "c:chart");
const propertiesOf = (drawing: XmlElement): Readonly<Record<string, string>> =>
  [...walk(drawing)].find(({ name }) => name === "wp:docPr")?.attributes ?? {};

/** A chart's further panels: the picture of its first shows them all. */
const isFurther = (name: string): boolean => /^chart:[^:]*:\d+$/.test(name);

const pictureDrawing = (
  work: Work,
  story: string,
  drawing: XmlElement,
  picture: ChartPicture,
  side: string,
): XmlElement => {
  const { name = "", descr, title } = propertiesOf(drawing);
  const width = Number([...walk(drawing)].find((node) => node.name === "wp:extent")?.attributes.cx ?? 0);
  const size = { cx: String(width), cy: String(Math.round((width * picture.height) / picture.width)) };
  const path = `word/media/${side}-${name.replace(/[^A-Za-z0-9]+/g, "-")}.png`;
  const own = (id: string): Record<string, string> => ({ id, name });
  return element("w:drawing", {}, [
    element("wp:inline", { distT: "0", distB: "0", distL: "0", distR: "0" }, [
      element("wp:extent", size),
      element("wp:docPr", { ...own(work.drawingId()), ...(descr && { descr }), ...(title && { title }) }),
      element("wp:cNvGraphicFramePr"),
      element("a:graphic", { "xmlns:a": `${drawingml}/main` }, [
        element("a:graphicData", { uri: `${drawingml}/picture` }, [
          element("pic:pic", { "xmlns:pic": `${drawingml}/picture` }, [
            element("pic:nvPicPr", {}, [element("pic:cNvPr", own("0")), element("pic:cNvPicPr")]),
            element("pic:blipFill", {}, [
              element("a:blip", { "r:embed": work.attach(story, path, picture.png, "image/png") }),
              element("a:stretch", {}, [element("a:fillRect")]),
            ]),
            element("pic:spPr", {}, [
              element("a:xfrm", {}, [element("a:off", { x: "0", y: "0" }), element("a:ext", size)]),
              element("a:prstGeom", { prst: "rect" }, [element("a:avLst")]),
            ]),
          ]),
        ]),
      ]),
    ]),
  ]);
};

/**
 * A chart in a revision: the chart for Word, and a picture of it for programs that read tracked charts wrongly (LibreOffice
 * 7.4 takes a deleted or inserted chart one place too far; pictures it reads rightly).
 */
const chartOrPicture = (work: Work, side: "before" | "after", drawing: XmlElement, story: string): XmlNode => {
  const { name = "", descr = "" } = propertiesOf(drawing);
  const picture = isFurther(name) ? undefined : work.options.picture?.(side, name);
  if (!picture && !isFurther(name))
    work.untracked.push({ what: "no picture of the chart for programs that cannot track charts", where: name });
  const instead = picture
    ? [pictureDrawing(work, story, drawing, picture, side)]
    : isFurther(name) || descr === ""
      ? []
      : [element("w:t", { "xml:space": "preserve" }, [descr])];
  return element("mc:AlternateContent", { "xmlns:mc": compatibility }, [
    element("mc:Choice", { "xmlns:c14": newCharts, Requires: "c14" }, [drawing]),
    element("mc:Fallback", {}, instead),
  ]);
};

/** A run as it stands in a revision. */
export const inRevision = (
  work: Work,
  side: "before" | "after",
  run: XmlElement,
  story: string,
): readonly XmlElement[] => [
  {
    ...run,
    children: run.children.map((child) =>
      isElement(child) && child.name === "w:drawing" && isChart(child)
        ? chartOrPicture(work, side, child, story)
        : child,
    ),
  },
];
