import type { Chart, Figure } from "../../model/document.ts";
import type { Part } from "../../model/edition.ts";
import type { Picture } from "../../model/picture.ts";
import { inlineText } from "../../model/text.ts";
import { walkBlocks } from "../../model/walk.ts";
import { rowsAsCsv } from "./csv.ts";
import { described, withSpareFace } from "./svg.ts";

/** One file of a chart. */
export type ChartFile = {
  /** "ip-creation.zh.png": figure, language, kind. */
  readonly name: string;
  /** Id of the figure. */
  readonly figure: string;
  readonly bytes: Uint8Array;
};

const text = (content: string): Uint8Array => Buffer.from(content, "utf8");

const filesOf = (figure: Figure, chart: Chart, picture: Picture, language: string): readonly ChartFile[] => {
  const file = (ending: string, bytes: Uint8Array): ChartFile => ({
    name: `${figure.id}.${language}.${ending}`,
    figure: figure.id,
    bytes,
  });
  const description = { title: figure.prefix + inlineText(figure.caption), text: figure.alt };
  return [
    file("svg", text(described(withSpareFace(picture.svg), description))),
    file("outlined.svg", text(described(picture.outlined, description))),
    file("png", picture.png),
    file("csv", text(rowsAsCsv(chart))),
  ];
};

/**
 * The charts of a document as files for slides, the press and the web: SVG with live text, SVG with its text as
 * outlines, PNG at 300 dpi, and the numbers as CSV.
 */
export const writeCharts = ({ document, language, pictures }: Part): readonly ChartFile[] =>
  [...walkBlocks(document.sections)].flatMap((block) => {
    if (block.type !== "figure" || block.body.type !== "chart") return [];
    const picture = pictures[block.id];
    return picture ? filesOf(block, block.body, picture, language.id) : [];
  });
