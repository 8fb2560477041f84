import type { IPropertiesOptions } from "docx";
import type { Setting } from "./setting.ts";
import { colourOf } from "./styles/format.ts";

/** Fonts and colours of the theme: what charts and new text of an editor start from (ECMA-376 part 1 §20.1.6). */
export const officeTheme = (first: Setting): NonNullable<IPropertiesOptions["theme"]> => {
  const { word } = first.language;
  const { colours } = first.style.chart;
  const of = (name: string): string => colourOf(first.style, name);
  return {
    name: "White Paper",
    fonts: {
      headings: { latin: word.head.ascii, eastAsia: word.head.eastAsia },
      body: { latin: word.body.ascii, eastAsia: word.body.eastAsia },
    },
    colors: {
      accent1: of(colours.current),
      accent2: of(colours.prior),
      accent3: of(colours.change),
      accent4: of(colours.muted),
    },
  };
};
