import type { TypeStyle } from "../../../model/style.ts";
import { tag } from "../markup.ts";
import type { Setting } from "../setting.ts";
import { type ParagraphFormat, paragraphFormat, runFormat } from "./format.ts";

/** A paragraph style of one language's set (ECMA-376 §17.7.4.17). */
export type ParagraphStyle = {
  /** Id and name in the first language's set, where they are Word's own if `own` is false. */
  readonly id: string;
  readonly name: string;
  /** Whether the style is the publication's own and not one that Word knows. */
  readonly own?: boolean;
  readonly based?: string;
  readonly next?: string;
  readonly priority: number;
  /** Whether the gallery of styles shows it. */
  readonly quick?: boolean;
  /** Whether a character style of the same look goes with it, for parts of a paragraph. */
  readonly linked?: boolean;
  /** Whether the style is for the cells of tables. */
  readonly inTable?: boolean;
  readonly type: TypeStyle;
  readonly format: ParagraphFormat;
};

const linkedId = (id: string): string => `${id}Char`;

const paragraphStyle = (style: ParagraphStyle, setting: Setting): string => {
  const own = style.own || !setting.first;
  const isNormal = style.id === "Normal" && setting.first;
  const base = setting.first ? setting.styleId(style.based ?? "Normal") : style.id;
  return tag(
    "w:style",
    {
      "w:type": "paragraph",
      "w:default": isNormal ? 1 : undefined,
      "w:customStyle": own ? 1 : undefined,
      "w:styleId": setting.styleId(style.id),
    },
    tag("w:name", { "w:val": style.name + setting.nameSuffix }),
    isNormal ? "" : tag("w:basedOn", { "w:val": base }),
    style.next ? tag("w:next", { "w:val": setting.styleId(style.next) }) : "",
    style.linked ? tag("w:link", { "w:val": setting.styleId(linkedId(style.id)) }) : "",
    tag("w:uiPriority", { "w:val": style.priority }),
    style.quick ? tag("w:qFormat") : "",
    tag("w:pPr", {}, paragraphFormat(style.format, style.type.size, setting)),
    tag("w:rPr", {}, runFormat(style.type, setting, style.inTable)),
  );
};

const linkedStyle = (style: ParagraphStyle, setting: Setting): string =>
  tag(
    "w:style",
    { "w:type": "character", "w:customStyle": 1, "w:styleId": setting.styleId(linkedId(style.id)) },
    tag("w:name", { "w:val": `${style.name} Char${setting.nameSuffix}` }),
    tag("w:basedOn", { "w:val": "DefaultParagraphFont" }),
    tag("w:link", { "w:val": setting.styleId(style.id) }),
    tag("w:uiPriority", { "w:val": style.priority }),
    tag("w:rPr", {}, runFormat(style.type, setting)),
  );

/** The styles of one language as markup. */
export const writeParagraphStyles = (styles: readonly ParagraphStyle[], setting: Setting): string =>
  styles.map((style) => paragraphStyle(style, setting) + (style.linked ? linkedStyle(style, setting) : "")).join("\n");
