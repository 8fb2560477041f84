import type { Setting } from "../setting.ts";
import type { ParagraphStyle } from "./definition.ts";
import type { ParagraphFormat } from "./format.ts";
import { ofType } from "./type-format.ts";

/** Captions, figures with their notes, and the cells of tables. */
export const figureStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const body = setting.type("body");
  const caption = setting.type("caption");
  const source = setting.type("source");
  const cell = setting.type("table");
  const inCell = (align: ParagraphFormat["align"]): ParagraphFormat => ofType(cell, align);
  const table = { own: true, inTable: true, priority: 38, type: cell };
  const { figure: figureTokens, table: tableTokens } = setting.style;
  const sides = { start: "left", center: "center" } as const;
  const figureSide = sides[figureTokens.align];
  const below = (figureTokens.space * body.leading) / 2;
  return [
    ...[
      { id: "Caption", name: "caption", quick: true },
      { id: "FigureCaption", name: "Figure Caption", own: true, based: "Caption", next: "FigureNote", quick: true },
      { id: "TableCaption", name: "Table Caption", own: true, based: "Caption", quick: true },
    ].map(
      (style): ParagraphStyle => ({
        ...style,
        priority: 35,
        type: caption,
        // The caption of a figure stands below it, that of a table above.
        format:
          style.id === "TableCaption"
            ? ofType(caption, sides[tableTokens.align], {
                keepLines: true,
                keepNext: true,
                before: tableTokens.space * body.leading,
                after: caption.before,
              })
            : ofType(caption, figureSide, { keepLines: true, after: below }),
      }),
    ),
    {
      id: "Figure",
      name: "Figure",
      own: true,
      next: "FigureCaption",
      priority: 37,
      quick: true,
      type: body,
      format: {
        before: figureTokens.space * body.leading,
        after: 0,
        line: "auto",
        align: figureSide,
        keepLines: true,
        keepNext: true,
      },
    },
    {
      id: "FigureWords",
      name: "Figure Words",
      own: true,
      next: "FigureCaption",
      priority: 37,
      type: source,
      format: ofType(source, figureSide, { keepLines: true, keepNext: true, before: source.leading / 3 }),
    },
    {
      id: "FigureNote",
      name: "Figure Note",
      own: true,
      priority: 37,
      quick: true,
      type: source,
      format: ofType(source, figureSide, { keepLines: true, after: below, close: true }),
    },
    { id: "TableText", name: "Table Text", ...table, format: inCell("left") },
    { id: "TableTextCenter", name: "Table Text Center", ...table, format: inCell("center") },
    { id: "TableTextEnd", name: "Table Text End", ...table, format: inCell("right") },
  ];
};
