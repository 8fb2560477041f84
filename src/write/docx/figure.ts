import { ImageRun, type Paragraph, type XmlComponent } from "docx";
import type { Figure, Id, Image } from "../../model/document.ts";
import type { Picture } from "../../model/picture.ts";
import { columnWidth, mm } from "../../model/style.ts";
import { inlineText, missingText } from "../../model/text.ts";
import { chartName } from "../../model/word-names.ts";
import { nativeCharts } from "./charts/native.ts";
import { wordsForNumbers } from "./charts/words.ts";
import { writeCaption } from "./heads.ts";
import { inlineScope, writeInlines } from "./inlines.ts";
import { paragraph } from "./paragraph.ts";
import { pixels } from "./setting.ts";
import { textRuns } from "./text-runs.ts";
import { visibleText } from "./visible-text.ts";
import type { PartWriting } from "./volume.ts";

/** Name, title and description of a drawing: what a screen reader says, and how the figure is found again. */
const altText = (writing: PartWriting, node: Figure, panel: number, description: string) => ({
  id: String(writing.volume.drawingId()),
  name: chartName(writing.setting.first ? undefined : writing.setting.language.id, node.id, panel),
  title: visibleText(inlineText(node.caption)),
  description: visibleText(description),
});

/** A drawn chart as a picture: SVG with its text as outlines, because an office does not have the publication's faces, and PNG for programs that know no SVG. */
const pictureRun = (writing: PartWriting, node: Figure, picture: Picture): XmlComponent => {
  const scale = Math.min(1, columnWidth(writing.setting.style) / picture.width);
  const size = { width: pixels(picture.width * scale), height: pixels(picture.height * scale) };
  return new ImageRun({
    type: "svg",
    data: Buffer.from(picture.outlined, "utf8"),
    fallback: { type: "png", data: Buffer.from(picture.png) },
    transformation: size,
    altText: altText(writing, node, 0, node.alt),
  });
};

/** Most of the height of a page's text that an image takes, so that its caption stands below it. */
const tallest = 0.8;

/** An image as wide as its author says, else as the column; never higher than the page has room for. */
const imageRun = (writing: PartWriting, node: Figure, image: Image): XmlComponent | undefined => {
  const artwork = writing.part.images.get(image.name);
  if (!artwork) return undefined;
  const { format, bytes, width, height } = artwork.screen;
  const column = columnWidth(writing.setting.style);
  const { page } = writing.setting.style;
  const room = (page.height - page.margins.top - page.margins.bottom) * mm * tallest;
  const asked = image.width === undefined ? column : Math.min(image.width * mm, column);
  const wide = Math.min(asked, (room * width) / height);
  const shared = {
    data: Buffer.from(bytes),
    transformation: { width: pixels(wide), height: pixels((wide * height) / width) },
    altText: altText(writing, node, 0, node.alt),
  };
  if (format !== "svg") return new ImageRun({ type: format === "png" ? "png" : "jpg", ...shared });
  const fallback = { type: "png" as const, data: Buffer.from(artwork.raster ?? []) };
  return new ImageRun({ type: "svg", fallback, ...shared });
};

const writeLine = (writing: PartWriting, node: Figure, name: "note" | "source"): readonly Paragraph[] => {
  const line = node[name];
  if (!line) return [];
  return [paragraph(writing, "FigureNote", writeInlines(inlineScope(writing), line))];
};

/** What stands in a figure's place: charts of Word, else a picture, else its id; and words that a chart of Word cannot show. */
const writeDrawing = (
  writing: PartWriting,
  node: Figure,
  picture: Picture | undefined,
): { readonly drawing: readonly XmlComponent[]; readonly words: readonly string[] } => {
  const image = node.body.type === "image" ? imageRun(writing, node, node.body) : undefined;
  if (image) return { drawing: [image], words: [] };
  if (!picture) return { drawing: textRuns(writing, missingText(node.id)), words: [] };
  const native =
    writing.setting.style.word.charts === "native"
      ? nativeCharts(writing, node, picture.model, (panel, text) => altText(writing, node, panel, text))
      : undefined;
  return native
    ? { drawing: native, words: [...wordsForNumbers(picture.model, writing.setting), ...picture.model.notes] }
    : { drawing: [pictureRun(writing, node, picture)], words: [] };
};

/** A figure: charts or picture, then caption, note and source. A figure whose picture is missing shows its id. */
export const writeFigure = (writing: PartWriting, node: Figure, blocks: readonly Id[]): readonly Paragraph[] => {
  const { drawing, words } = writeDrawing(writing, node, writing.part.pictures[node.id]);
  return [
    // All panels in one paragraph, which keeps them together.
    paragraph(writing, "Figure", drawing, { blocks }),
    ...words.map((line) => paragraph(writing, "FigureWords", textRuns(writing, line))),
    ...writeCaption(writing, node, []),
    ...writeLine(writing, node, "note"),
    ...writeLine(writing, node, "source"),
  ];
};
