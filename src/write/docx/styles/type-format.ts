import type { TypeStyle } from "../../../model/style.ts";
import type { Setting } from "../setting.ts";
import type { ParagraphFormat } from "./format.ts";

/** The format of a type style: its space before and after and its leading. */
export const ofType = (
  type: TypeStyle,
  align: ParagraphFormat["align"],
  more: Partial<ParagraphFormat> = {},
): ParagraphFormat => ({
  before: type.before,
  after: type.after,
  line: type.leading,
  align,
  ...more,
});

/** Body text; on the page grid where the publication has one. */
export const bodyFormat = (setting: Setting, more: Partial<ParagraphFormat> = {}): ParagraphFormat => {
  const type = setting.type("body");
  const grid = setting.style.word.grid !== undefined;
  return ofType(type, "both", {
    after: setting.style.paragraph.after[setting.language.script] ?? type.after,
    line: grid ? "auto" : type.leading,
    onGrid: grid,
    ...more,
  });
};
