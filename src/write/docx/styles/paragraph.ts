import type { Setting } from "../setting.ts";
import type { ParagraphStyle } from "./definition.ts";
import { figureStyles } from "./figures.ts";
import { contentsStyles, headStyles, titleStyles } from "./heads.ts";
import type { HeadLevels } from "./levels.ts";
import { listStyles, textStyles } from "./text.ts";

/** Every paragraph style of one language. */
export const paragraphStyles = (setting: Setting, levels: HeadLevels): readonly ParagraphStyle[] => [
  ...textStyles(setting),
  ...titleStyles(setting),
  ...headStyles(setting, levels),
  ...contentsStyles(setting),
  ...listStyles(setting),
  ...figureStyles(setting),
];
