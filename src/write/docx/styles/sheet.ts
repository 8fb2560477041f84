import { tag, xmlPart } from "../markup.ts";
import type { Setting } from "../setting.ts";
import { type RunMarks, writeCharacterStyles } from "./character.ts";
import { writeParagraphStyles } from "./definition.ts";
import { colourOf, fonts, runLanguage } from "./format.ts";
import { latentStyles } from "./latent.ts";
import type { HeadLevels } from "./levels.ts";
import { paragraphStyles } from "./paragraph.ts";
import { tableStyle } from "./table.ts";

const defaults = (setting: Setting): string =>
  tag(
    "w:docDefaults",
    {},
    tag(
      "w:rPrDefault",
      {},
      tag(
        "w:rPr",
        {},
        fonts(setting, "body"),
        tag("w:kern", { "w:val": 2 }),
        tag("w:sz", { "w:val": Math.round(setting.type("body").size * 2) }),
        tag("w:szCs", { "w:val": Math.round(setting.type("body").size * 2) }),
        runLanguage(setting),
      ),
    ),
    // Line rules of East Asian text (clreq 3.1): no forbidden marks at line ends, gaps between Han and Latin or digits.
    tag(
      "w:pPrDefault",
      {},
      tag(
        "w:pPr",
        {},
        tag("w:widowControl"),
        tag("w:kinsoku"),
        tag("w:wordWrap"),
        tag("w:overflowPunct", { "w:val": 0 }),
        tag("w:topLinePunct", { "w:val": 0 }),
        tag("w:autoSpaceDE"),
        tag("w:autoSpaceDN"),
      ),
    ),
  );

const wordsOwn = (setting: Setting): string =>
  [
    tag(
      "w:style",
      { "w:type": "character", "w:default": 1, "w:styleId": "DefaultParagraphFont" },
      tag("w:name", { "w:val": "Default Paragraph Font" }),
      tag("w:uiPriority", { "w:val": 1 }),
      tag("w:semiHidden"),
      tag("w:unhideWhenUsed"),
    ),
    tag(
      "w:style",
      { "w:type": "numbering", "w:default": 1, "w:styleId": "NoList" },
      tag("w:name", { "w:val": "No List" }),
      tag("w:uiPriority", { "w:val": 99 }),
      tag("w:semiHidden"),
      tag("w:unhideWhenUsed"),
    ),
    tag(
      "w:style",
      { "w:type": "character", "w:styleId": "FootnoteReference" },
      tag("w:name", { "w:val": "footnote reference" }),
      tag("w:basedOn", { "w:val": "DefaultParagraphFont" }),
      tag("w:uiPriority", { "w:val": 99 }),
      tag("w:unhideWhenUsed"),
      tag("w:rPr", {}, tag("w:vertAlign", { "w:val": "superscript" })),
    ),
    tag(
      "w:style",
      { "w:type": "character", "w:styleId": "PlaceholderText" },
      tag("w:name", { "w:val": "Placeholder Text" }),
      tag("w:basedOn", { "w:val": "DefaultParagraphFont" }),
      tag("w:uiPriority", { "w:val": 99 }),
      tag("w:semiHidden"),
      tag("w:rPr", {}, tag("w:color", { "w:val": colourOf(setting.style, setting.type("furniture").colour) })),
    ),
  ].join("\n");

/** word/styles.xml: the styles of every language of the volume (ECMA-376 §17.7). */
export const styleSheet = (
  settings: readonly Setting[],
  levels: HeadLevels,
  usedMarks: (setting: Setting) => Iterable<RunMarks>,
): string => {
  const first = settings[0] as Setting;
  return xmlPart(
    tag(
      "w:styles",
      { "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
      defaults(first),
      latentStyles(),
      wordsOwn(first),
      tableStyle(first),
      ...settings.flatMap((setting) => [
        writeParagraphStyles(paragraphStyles(setting, levels), setting),
        writeCharacterStyles(usedMarks(setting), setting),
      ]),
    ),
  );
};
