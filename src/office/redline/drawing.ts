import { element, elementsOf, isElement, walk, type XmlElement, type XmlNode } from "../xml.ts";
import type { ChartPicture, Work } from "./work.ts";

const drawingml = "http://schemas.openxmlformats.org/drawingml/2006";
/** Charts of Word 2010 and later; who does not know them takes the picture (ECMA-376 part 3 §7.6). */
const newCharts = "http://schemas.microsoft.com/office/drawing/2007/8/2/chart";
const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

const isChart = (drawing: XmlElement): boolean => [...walk(drawing)].some(({ name }) => name === "c:chart");
const propertiesOf = (drawing: XmlElement): Readonly<Record<string, string>> =>
  [...walk(drawing)].find(({ name }) => name === "wp:docPr")?.attributes ?? {};

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

/** The name of a chart that a drawing is a panel of. */
const chartName = (drawing: XmlElement): string =>
  (propertiesOf(drawing).name ?? "").replace(/^(chart:[^:]*):\d+$/, "$1");

const wordsOf = (text: string): XmlElement => element("w:t", { "xml:space": "preserve" }, [text]);

/**
 * Something that shows nothing behind a tracked picture: LibreOffice 7.4 takes the end of the paragraph with an inserted
 * picture that is the last in it when it is rejected.
 */
const behindPicture = "\u200B";

/**
 * The panels of a chart in a revision: the charts for Word, and one picture of them for programs that read tracked charts
 * wrongly (LibreOffice 7.4 takes a deleted or inserted chart one place too far; a picture it reads rightly).
 */
const chartsOrPicture = (
  work: Work,
  side: "before" | "after",
  drawings: readonly XmlElement[],
  story: string,
): XmlElement => {
  const [first] = drawings as [XmlElement];
  const { name = "", descr = "" } = propertiesOf(first);
  const picture = work.options.picture?.(side, chartName(first));
  if (!picture)
    work.untracked.push({ what: "no picture of the chart for programs that cannot track charts", where: name });
  const instead = picture
    ? [pictureDrawing(work, story, first, picture, side), wordsOf(behindPicture)]
    : [wordsOf(descr)];
  return element("w:r", {}, [
    element("mc:AlternateContent", { "xmlns:mc": compatibility }, [
      element("mc:Choice", { "xmlns:c14": newCharts, Requires: "c14" }, drawings),
      element("mc:Fallback", {}, instead),
    ]),
  ]);
};

/** The drawing of a run that holds a chart and nothing else. */
const chartIn = (node: XmlNode): XmlElement | undefined => {
  if (!isElement(node) || node.name !== "w:r") return undefined;
  const content = elementsOf(node).filter(({ name }) => name !== "w:rPr");
  const [drawing] = content;
  return content.length === 1 && drawing?.name === "w:drawing" && isChart(drawing) ? drawing : undefined;
};

/** Runs as they stand in a revision. */
export const inRevision = (
  work: Work,
  side: "before" | "after",
  nodes: readonly XmlNode[],
  story: string,
): readonly XmlNode[] => {
  const result: XmlNode[] = [];
  let panels: XmlElement[] = [];
  const settle = (): void => {
    if (panels.length > 0) result.push(chartsOrPicture(work, side, panels, story));
    panels = [];
  };
  for (const node of nodes) {
    const chart = chartIn(node);
    if (chart && panels[0] && chartName(panels[0]) !== chartName(chart)) settle();
    if (chart) panels.push(chart);
    else {
      settle();
      result.push(node);
    }
  }
  settle();
  return result;
};
