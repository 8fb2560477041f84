import { tag } from "../markup.ts";
import type { Setting } from "../setting.ts";
import type { PlotArea } from "./layout.ts";

/** What a chart needs beyond what docx writes: its language, its East Asian font, the place of its plot. */
export type ChartFinish = {
  readonly setting: Setting;
  readonly plot?: PlotArea;
};

/** A place given by hand (c:manualLayout, ECMA-376 part 1 §21.2.2.95). */
const manualLayout = ({ x, y, w, h }: PlotArea): string => {
  const value = (name: string, number: number | string): string => tag(`c:${name}`, { val: number });
  const fraction = (name: string, number: number): string => value(name, Number(number.toFixed(4)));
  return tag(
    "c:layout",
    {},
    tag(
      "c:manualLayout",
      {},
      value("layoutTarget", "inner"),
      value("xMode", "edge"),
      value("yMode", "edge"),
      fraction("x", x),
      fraction("y", y),
      fraction("w", w),
      fraction("h", h),
    ),
  );
};

/**
 * Shows the axis of the rates, without line and labels: LibreOffice draws a series by the first axis when its own is
 * deleted.
 */
const withSecondAxis = (markup: string): string =>
  markup.replace(
    /(<c:valAx><c:axId val="4"\/>.*?)<c:delete val="1"\/>(.*?)<c:tickLblPos val="nextTo"\/>/s,
    '$1<c:delete val="0"/>$2<c:tickLblPos val="none"/>',
  );

/**
 * Clears the bars of the rates, which are there for their labels only, point by point: cleared as a series, their key in
 * the legend would be empty too.
 */
const withoutRateBars = (markup: string): string =>
  markup.replace(/<c:barChart>(?:(?!<c:barChart>).)*?<c:axId val="3"\/>/s, (rates) => {
    const points = Number(/<c:cat>.*?<c:ptCount val="(\d+)"\/>/s.exec(rates)?.[1] ?? 0);
    const clear = Array.from({ length: points }, (_, index) =>
      tag(
        "c:dPt",
        {},
        tag("c:idx", { val: index }),
        tag("c:invertIfNegative", { val: 0 }),
        tag("c:bubble3D", { val: 0 }),
        tag("c:spPr", {}, tag("a:noFill"), tag("a:ln", {}, tag("a:noFill"))),
      ),
    ).join("");
    return rates.replace("<c:dLbls>", `${clear}<c:dLbls>`);
  });

/** A chart part (word/charts/chart1.xml) in the language and fonts of its text. */
export const finishChart = (markup: string, { setting, plot }: ChartFinish): string => {
  const localized = markup
    .replaceAll('typeface="+mn-ea"', `typeface="${setting.language.word.head.eastAsia}"`)
    .replaceAll('<c:lang val="en-US"/>', tag("c:lang", { val: setting.language.language }))
    .replaceAll('lang="en-US"', `lang="${setting.language.language}"`)
    // A number is never broken over two lines; only labels of data have insets.
    .replaceAll('wrap="square" lIns=', 'wrap="none" lIns=');
  const placed = plot ? localized.replace("<c:plotArea><c:layout/>", `<c:plotArea>${manualLayout(plot)}`) : localized;
  return withoutRateBars(withSecondAxis(placed));
};
