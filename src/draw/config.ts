import type { Language } from "../model/language.ts";
import { paperOf, type Style } from "../model/style.ts";

/** Mark styles that specifications may name; what they look like follows from the design tokens. */
export const styleNames: readonly string[] = [
  "current",
  "prior",
  "outlined",
  "parts",
  "value",
  "prior-value",
  "on-dark",
  "on-light",
  "missing",
  "change",
  "no-change",
  "note",
  "name",
  "panel",
  "unit",
  "reference",
];

/** Widths of lines in pt. Nothing thinner than half a point holds in print. */
const line = { thin: 0.5, axis: 0.75, series: 1.75 };

type Config = Readonly<Record<string, unknown>>;

/** How the language writes plain numbers of axes: its digits and signs from CLDR, grouping and minus as the language file says. */
const numberLocale = (language: Language): Config => {
  const plain = new Intl.NumberFormat(language.language, { useGrouping: false });
  const parts = new Intl.NumberFormat(language.language, { useGrouping: true }).formatToParts(-1234567.8);
  const sign = (type: string, usual: string): string => parts.find((part) => part.type === type)?.value ?? usual;
  return {
    decimal: sign("decimal", "."),
    thousands: language.numbers.grouping ? sign("group", ",") : "",
    grouping: [3],
    currency: ["", ""],
    numerals: Array.from({ length: 10 }, (_, digit) => plain.format(digit)),
    minus: language.numbers.minus,
  };
};

/** The house style of charts as a Vega-Lite config. Sizes in pt: 1 pixel of Vega is 1 pt in print. */
export const houseConfig = (style: Style, language: Language, font: string): Config => {
  const { chart } = style;
  const colour = (name: string): string => style.colours[name]?.rgb ?? "#000000";
  const { current, prior, change, text, muted } = chart.colours;
  const [now, before, ink, grey] = [colour(current), colour(prior), colour(text), colour(muted)];
  const inside = { align: "center", baseline: "middle", fontSize: chart.value, fontWeight: "bold" };
  const beside = { align: "left", baseline: "middle", dx: 4 };
  return {
    font,
    background: "transparent",
    padding: { left: 0, right: 0, top: 1, bottom: 1 },
    aria: false,
    locale: { number: numberLocale(language) },
    lineBreak: "\n",
    view: { stroke: null },
    scale: {
      barBandPaddingInner: 0.32,
      barBandPaddingOuter: 0.16,
      bandWithNestedOffsetPaddingInner: 0.28,
      bandWithNestedOffsetPaddingOuter: 0.14,
      offsetBandPaddingInner: 0.06,
      offsetBandPaddingOuter: 0,
    },
    axis: {
      title: null,
      labelFontSize: chart.label,
      labelFontWeight: "normal",
      labelColor: ink,
      labelLimit: 0,
      labelOverlap: false,
      titleFontSize: chart.note,
      titleFontWeight: "normal",
      titleColor: grey,
      titleLimit: 0,
      domainColor: grey,
      domainWidth: line.axis,
      tickColor: grey,
      tickWidth: line.thin,
      gridColor: colour(style.rules.colour),
      gridWidth: line.thin,
      grid: false,
    },
    axisBand: { offset: 0.5, ticks: false, labelPadding: 6, domain: true, zindex: 1, labelAngle: 0 },
    axisPoint: { ticks: false, labelPadding: 6, domain: true, zindex: 1, labelAngle: 0 },
    axisQuantitative: { ticks: false, domain: false, grid: true, labelPadding: 4, tickCount: 5, labelColor: grey },
    legend: {
      title: null,
      orient: "top",
      direction: "horizontal",
      labelFontSize: chart.label,
      labelColor: ink,
      labelLimit: 0,
      symbolType: "square",
      symbolSize: 64,
      symbolStrokeWidth: line.thin,
      columnPadding: 14,
      offset: 8,
      padding: 0,
    },
    text: { fontSize: chart.value, color: ink },
    bar: { binSpacing: 0, fill: now, discreteBandSize: { band: 1 } },
    arc: { stroke: paperOf(style), strokeWidth: 1 },
    line: { strokeWidth: line.series, strokeCap: "round", strokeJoin: "round", color: now },
    area: { line: false, fill: before },
    point: { filled: true, size: 30, color: now, opacity: 1 },
    circle: { size: 36, color: now, opacity: 1 },
    square: { size: 36, color: now, opacity: 1 },
    tick: { thickness: 1.5, color: now, opacity: 1 },
    rule: { color: grey, strokeWidth: line.axis },
    range: {
      ordinal: [before, now],
      category: chart.colours.series.map(colour),
    },
    style: {
      current: { color: now },
      prior: { color: before },
      // Light bars hold their edge on white paper; parts of a bar are told apart where their colours are not.
      outlined: { stroke: now, strokeWidth: line.thin },
      parts: { stroke: paperOf(style), strokeWidth: line.axis },
      value: { ...beside, fontSize: chart.value, fontWeight: "bold", color: ink },
      "prior-value": { ...beside, fontSize: chart.value, color: grey },
      "on-dark": { ...inside, color: paperOf(style) },
      "on-light": { ...inside, color: ink },
      missing: { ...beside, fontSize: chart.note, color: grey },
      change: { align: "right", baseline: "middle", fontSize: chart.value, fontWeight: "bold", color: colour(change) },
      "no-change": { align: "right", baseline: "middle", fontSize: chart.value, color: grey },
      note: { fontSize: chart.note, color: grey },
      name: { ...beside, fontSize: chart.label, color: ink },
      panel: { align: "left", baseline: "bottom", fontSize: chart.panel, fontWeight: "bold", color: now },
      unit: { align: "left", baseline: "bottom", fontSize: chart.note, color: grey },
      reference: { color: grey, strokeWidth: line.axis },
    },
  };
};
