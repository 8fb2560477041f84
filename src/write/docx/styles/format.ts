import type { Style, TypeStyle } from "../../../model/style.ts";
import { isSingleWeight } from "../fonts.ts";
import { tag } from "../markup.ts";
import { type Setting, twips } from "../setting.ts";

/** The formatting that styles carry, written in the order of the schema (ECMA-376 §17.3.1.26 w:pPr, §17.3.2.28 w:rPr). */
export type ParagraphFormat = {
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly pageBreakBefore?: boolean;
  readonly rule?: {
    readonly side: "top" | "bottom" | "left" | "right";
    readonly width: number;
    readonly colour: string;
    /** Room between rule and text in pt, 31 at most. */
    readonly space: number;
  };
  /** A tab stop in pt from the start edge. */
  readonly tab?: { readonly position: number; readonly align: "left" | "center" | "right"; readonly leader?: "dot" };
  /** Space before and after and least distance of lines in pt. */
  readonly before: number;
  readonly after: number;
  readonly line: number | "auto";
  /** Whether lines stand on the page grid, where there is one. */
  readonly onGrid?: boolean;
  /** Whether paragraphs of this style stand close to one another. */
  readonly close?: boolean;
  /** Indents in pt. */
  readonly start?: number;
  readonly end?: number;
  readonly hanging?: number;
  /** Indent of the first line in em of the text. */
  readonly firstLine?: number;
  readonly align: "left" | "center" | "right" | "both";
  /** Level in the outline, 1-based. */
  readonly outline?: number;
};

const flag = (name: string, on: boolean | undefined): string =>
  on === undefined ? "" : tag(name, on ? {} : { "w:val": "0" });

/** Indents: those of East Asian text in hundredths of a character, so that they follow the size (§17.3.1.12). */
const indent = (format: ParagraphFormat, size: number, setting: Setting): string => {
  const first = format.firstLine ?? 0;
  const inCharacters = setting.kind === "eastAsia";
  return tag("w:ind", {
    "w:left": twips(format.start ?? 0),
    "w:right": twips(format.end ?? 0),
    ...(format.hanging !== undefined
      ? { "w:hanging": twips(format.hanging) }
      : {
          ...(inCharacters || !setting.first ? { "w:firstLineChars": inCharacters ? Math.round(first * 100) : 0 } : {}),
          "w:firstLine": twips(first * size),
        }),
  });
};

export const paragraphFormat = (format: ParagraphFormat, size: number, setting: Setting): string =>
  [
    flag("w:keepNext", format.keepNext ?? false),
    flag("w:keepLines", format.keepLines ?? false),
    flag("w:pageBreakBefore", format.pageBreakBefore ?? false),
    format.rule
      ? tag(
          "w:pBdr",
          {},
          tag(`w:${format.rule.side}`, {
            "w:val": "single",
            "w:sz": Math.max(2, Math.round(format.rule.width * 8)),
            "w:space": format.rule.space,
            "w:color": format.rule.colour,
          }),
        )
      : "",
    format.tab
      ? tag(
          "w:tabs",
          {},
          tag("w:tab", {
            "w:val": format.tab.align,
            "w:leader": format.tab.leader,
            "w:pos": twips(format.tab.position),
          }),
        )
      : "",
    // Words are divided where lines are filled, nowhere else.
    flag("w:suppressAutoHyphens", format.align !== "both"),
    flag("w:bidi", setting.rtl),
    flag("w:snapToGrid", format.onGrid ?? false),
    tag("w:spacing", {
      "w:before": twips(format.before),
      "w:after": twips(format.after),
      "w:line": format.line === "auto" ? 240 : twips(format.line),
      "w:lineRule": format.line === "auto" ? "auto" : "atLeast",
    }),
    indent(format, size, setting),
    format.close ? tag("w:contextualSpacing") : "",
    tag("w:jc", { "w:val": format.align }),
    format.outline === undefined ? "" : tag("w:outlineLvl", { "w:val": format.outline - 1 }),
  ].join("");

/** A colour token as Word writes it: RRGGBB. */
export const colourOf = (style: Style, name: string): string =>
  (style.colours[name]?.rgb ?? "#000000").slice(1).toUpperCase();

/** Fonts of a role, one for each kind of text (§17.3.2.26). */
export const fonts = (setting: Setting, role: "body" | "head"): string => {
  const { ascii, eastAsia } = setting.language.word[role];
  return tag("w:rFonts", { "w:ascii": ascii, "w:hAnsi": ascii, "w:eastAsia": eastAsia, "w:cs": ascii });
};

export const runLanguage = ({ languages }: Setting): string =>
  tag("w:lang", { "w:val": languages.val, "w:eastAsia": languages.eastAsia, "w:bidi": languages.bidi });

/** Whether a type style is set bold: heads in a font of one weight stand out by its design. */
const isBold = (type: TypeStyle, setting: Setting): boolean =>
  type.weight >= 600 &&
  !(setting.kind === "eastAsia" && type.role === "head" && isSingleWeight(setting.language.word.head.eastAsia));

/**
 * The run properties of a type style. Bold is written where it is; where it is not, only in the sets of further
 * languages, whose base may be bold, and never in cells, which take it from the head row of their table.
 */
export const runFormat = (type: TypeStyle, setting: Setting, inTable = false): string => {
  const bold = isBold(type, setting);
  const weight = bold || (!setting.first && !inTable) ? flag("w:b", bold) + flag("w:bCs", bold) : "";
  const size = Math.round(type.size * 2);
  return [
    fonts(setting, type.role),
    weight,
    tag("w:color", { "w:val": colourOf(setting.style, type.colour) }),
    tag("w:sz", { "w:val": size }),
    tag("w:szCs", { "w:val": size }),
    runLanguage(setting),
  ].join("");
};
