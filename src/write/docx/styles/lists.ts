import type { Setting } from "../setting.ts";

/** Where the text of a list item stands behind its mark, in pt; level 0 is the outermost, −1 the text itself. */
export const listIndent = (setting: Setting, level: number): number =>
  (level + 1) * setting.style.list.indent * setting.type("body").size;
