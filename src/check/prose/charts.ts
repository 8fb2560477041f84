import Big from "big.js";
import type { Deviate } from "../../model/deviation.ts";
import type { Document } from "../../model/document.ts";
import type { Figures } from "../../model/figure.ts";
import type { LanguageSource } from "../../model/source.ts";
import { chartOf, walkBlocks } from "../../model/walk.ts";
import { readBack } from "../read-back.ts";

/**
 * Reads back what the charts of a document print: each row's number must be that of its figure, and its text and the
 * alternative text must say it. Reports `printed-otherwise`.
 */
export const checkCharts = (document: Document, from: LanguageSource, figures: Figures, deviate: Deviate): void => {
  const { language } = from;
  for (const block of walkBlocks(document.sections)) {
    const chart = block.type === "figure" ? chartOf(block) : undefined;
    if (block.type !== "figure" || !chart) continue;
    for (const row of chart.rows) {
      if (row.value === null) continue;
      const { full } = row;
      const drawn = new Big(row.value);
      const stated = figures.get(row.key);
      const wrong =
        (stated?.value != null && !new Big(stated.value).eq(drawn)) ||
        !readBack(full, language).some(({ value }) => value.eq(drawn)) ||
        !block.alt.includes(full);
      if (!wrong) continue;
      deviate({
        severity: "error",
        rule: "printed-otherwise",
        message: `the chart "${chart.name}" draws ${row.key} as ${row.value} and prints "${full}"${stated ? `, but it is ${stated.value}` : ""}`,
        place: chart.place,
        hint: "look at the scales, counters and messages of the language",
        about: row.key,
        lang: language.id,
        unit: block.id,
      });
    }
  }
};
