import type { Setting } from "../setting.ts";
import type { ParagraphStyle } from "./definition.ts";
import type { ParagraphFormat } from "./format.ts";
import { ofType } from "./type-format.ts";

/** Captions, figures with their notes, and the cells of tables. */
export const figureStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const caption = setting.type("caption");
  const source = setting.type("source");
  const cell = setting.type("table");
  const inCell = (align: ParagraphFormat["align"]): ParagraphFormat => ofType(cell, align);
  const table = { own: true, inTable: true, priority: 38, type: cell };
  return [
    ...[
      { id: "Caption", name: "caption", quick: true },
      { id: "FigureCaption", name: "Figure Caption", own: true, based: "Caption", next: "Figure", quick: true },
      { id: "TableCaption", name: "Table Caption", own: true, based: "Caption", quick: true },
    ].map(
      (style): ParagraphStyle => ({
        ...style,
        priority: 35,
        type: caption,
        format: ofType(caption, "left", { keepNext: true, keepLines: true }),
      }),
    ),
    {
      id: "Figure",
      name: "Figure",
      own: true,
      next: "FigureNote",
      priority: 37,
      quick: true,
      type: setting.type("body"),
      format: { before: 6, after: 6, line: "auto", align: "center", keepLines: true },
    },
    {
      id: "FigureNote",
      name: "Figure Note",
      own: true,
      priority: 37,
      quick: true,
      type: source,
      format: ofType(source, "left", { keepLines: true }),
    },
    { id: "TableText", name: "Table Text", ...table, format: inCell("left") },
    { id: "TableTextCenter", name: "Table Text Center", ...table, format: inCell("center") },
    { id: "TableTextEnd", name: "Table Text End", ...table, format: inCell("right") },
  ];
};
