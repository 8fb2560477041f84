import { tag } from "../markup.ts";
import { type Setting, twips } from "../setting.ts";
import { colourOf } from "./format.ts";

/** Room between a cell's text and its edges. */
const margins = ({ style }: Setting): string => {
  const { side, top, bottom } = style.table.padding;
  const edge = (name: string, room: number): string => tag(`w:${name}`, { "w:w": twips(room), "w:type": "dxa" });
  return tag("w:tblCellMar", {}, edge("top", top), edge("left", side), edge("bottom", bottom), edge("right", side));
};

/** The table style: heavy rules above and below, a light one under the head, none upright. Head rows in bold. */
export const tableStyle = (setting: Setting): string => {
  const { rules } = setting.style;
  const rule = (side: string, width: number, colour: string): string =>
    tag(`w:${side}`, {
      "w:val": "single",
      "w:sz": Math.max(2, Math.round(width * 8)),
      "w:space": 0,
      "w:color": colourOf(setting.style, colour),
    });
  return [
    tag(
      "w:style",
      { "w:type": "table", "w:default": 1, "w:styleId": "TableNormal" },
      tag("w:name", { "w:val": "Normal Table" }),
      tag("w:uiPriority", { "w:val": 99 }),
      tag("w:semiHidden"),
      tag("w:unhideWhenUsed"),
      tag("w:tblPr", {}, tag("w:tblInd", { "w:w": 0, "w:type": "dxa" }), margins(setting)),
    ),
    tag(
      "w:style",
      { "w:type": "table", "w:customStyle": 1, "w:styleId": "RuledTable" },
      tag("w:name", { "w:val": "Ruled Table" }),
      tag("w:basedOn", { "w:val": "TableNormal" }),
      tag("w:uiPriority", { "w:val": 38 }),
      tag("w:qFormat"),
      tag(
        "w:tblPr",
        {},
        tag(
          "w:tblBorders",
          {},
          rule("top", rules.heavy, rules.strong),
          rule("bottom", rules.heavy, rules.strong),
          rule("insideH", rules.light, rules.colour),
        ),
      ),
      tag(
        "w:tblStylePr",
        { "w:type": "firstRow" },
        tag("w:rPr", {}, tag("w:b"), tag("w:bCs")),
        tag("w:tcPr", {}, tag("w:tcBorders", {}, rule("bottom", rules.light, rules.strong))),
      ),
    ),
  ].join("\n");
};
