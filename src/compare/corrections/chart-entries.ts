import type { Chart, Figure, Json } from "../../model/document.ts";
import type { Entry, Standing } from "./entry.ts";

/** What of a chart's specification is drawn; its description is the text alternative, which is compared as that. */
const drawn = (spec: Json): Json => {
  if (typeof spec !== "object" || spec === null || Array.isArray(spec)) return spec;
  const { description, ...rest } = spec as { readonly [name: string]: Json };
  return rest;
};

/** What stands in a chart besides its numbers: heads of panels, names of categories and series, what it says of itself. */
const namesIn = ({ panels, rows, notes }: Chart): readonly string[] => {
  const names = rows.flatMap(({ category, series }) => [category, series.name]);
  return [...new Set([...panels.map(({ head }) => head), ...names, ...notes])].filter((name) => name !== "");
};

const numbersOf = (figure: Figure, chart: Chart, at: Standing): readonly Entry[] =>
  chart.values.map(({ id, key, of, row, text }) => {
    const { value, status, category, series } = chart.rows[row] as Chart["rows"][number];
    const derived = of === "share" || status === "derived";
    const thing = derived ? "rate" : "chart";
    return {
      slot: `chart-number ${id}`,
      thing,
      ...at,
      within: id,
      part: `chart ${figure.id}`,
      files: [chart.place.file],
      wording: { text: [category, series.name, text].filter((part) => part !== "").join(" · "), place: figure.place },
      shape: {
        printed: JSON.stringify([text, of === "value" ? value : null]),
        typed: "",
        prints: [{ keys: [key], text: `${text} ${of === "value" ? value : ""}` }],
      },
    };
  });

const chartEntry = (figure: Figure, chart: Chart, at: Standing): Entry => {
  const names = namesIn(chart);
  const printed = JSON.stringify([chart.name, drawn(chart.spec), names]);
  return {
    slot: `chart ${figure.id}`,
    thing: "chart",
    ...at,
    files: [chart.place.file],
    wording: { text: names.join(" · "), place: figure.place },
    shape: { printed, typed: chart.name, prints: chart.values.map(({ key, text }) => ({ keys: [key], text })) },
  };
};

/** A text alternative. */
const alternative = (figure: Figure, at: Standing): Entry => {
  const { alt, said = [], body } = figure;
  const values = new Map(body.type === "chart" ? body.values.map((value) => [value.id, value] as const) : []);
  const prints = said.flatMap(({ id }) => {
    const value = values.get(id);
    return value ? [{ keys: [value.key], text: value.text }] : [];
  });
  return {
    slot: `alt-text ${figure.id}`,
    thing: "alt-text",
    ...at,
    ...(body.type === "chart" && { files: [body.place.file] }),
    wording: { text: alt, place: figure.place },
    // The words around the figures of a chart come from the language and the specification.
    shape: { printed: alt, typed: body.type === "chart" ? "" : alt, prints },
  };
};

/** What a figure shows: the numbers of its chart one by one, what is drawn around them, its text alternative. */
export const shownEntries = (figure: Figure, at: Standing, imageHash: (name: string) => string): readonly Entry[] => {
  const { body } = figure;
  if (body.type === "chart")
    return [chartEntry(figure, body, at), ...numbersOf(figure, body, at), alternative(figure, at)];
  const image: Entry = {
    slot: `image ${figure.id}`,
    thing: "image",
    ...at,
    wording: { text: body.name, place: body.place },
    shape: {
      printed: JSON.stringify([body.name, body.width ?? null, imageHash(body.name)]),
      typed: body.name,
      prints: [],
    },
  };
  return [image, alternative(figure, at)];
};
