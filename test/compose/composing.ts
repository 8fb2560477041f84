import { compose } from "../../src/compose/index.ts";
import type { Document, Json } from "../../src/model/document.ts";
import type { UnitKind } from "../../src/model/figure.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Language } from "../../src/model/language.ts";
import { type Source, standardUnits } from "../../src/model/source.ts";
import type { Style } from "../../src/model/style.ts";
import { readFigures } from "../../src/read/figures.ts";
import { readYaml } from "../../src/read/yaml.ts";
import { language } from "../languages.ts";

/** Small publications in one language, written in the test that is about them. */

export const english: Language = language(
  "en",
  { grouping: true, approximations: { "more-than": ["more than {n}", "over {n}"] } },
  {
    units: { case: { counter: { one: " case", other: " cases" }, also: [" files", ""] } },
    labels: { "courts.total": "All cases", "courts.won": "Won" },
    messages: {
      kind: "Bar chart",
      "not-published": "not published",
      "chart.unit": "({unit})",
      "chart.head-unit": "{title} ({unit})",
      "chart.year": "{year}",
      "chart.year-derived": "{year} (derived)",
      "chart.value-derived": "{n}*",
      "chart.change": "Change",
      "chart.no-change": "–",
      "alt.chart": "{kind}: {panels}.",
      "alt.panel": "{title}: {items}",
      "alt.panel-untitled": "{items}",
      "alt.panel-separator": ". ",
      "alt.item": "{label} {value}",
      "alt.item-compared": "{label} {value} ({series} {prior}; {change} {rate})",
      "alt.item-unrated": "{label} {value} ({series} {prior})",
      "alt.item-separator": "; ",
      "alt.share": "{value} ({share})",
    },
  },
);

/** A source with these templates (by file name), the text under `figures` of a data file, and chart specifications. */
export const sourceOf = (
  templates: Readonly<Record<string, string>>,
  data: string,
  charts: Readonly<Record<string, Json>> = {},
  of: Language = english,
): Source => {
  const located = readYaml("data.yaml", data, () => {});
  if (!located) throw new Error("the data cannot be read");
  const units = new Map<string, UnitKind>([...Object.entries(standardUnits), ["case", "count"]]);
  const place = { file: "language.yaml", line: 1, column: 1 };
  const prose = Object.entries(templates).map(([file, text]) => ({
    file,
    name: file.replace(/^\d+-|\.md\.hbs$/g, ""),
    text,
  }));
  return {
    issue: "2030",
    dataFile: "data.yaml",
    publication: { period: 2030, date: "2031-04", title: { en: "T" }, issuer: { en: "I" }, editions: [["en"]] },
    places: new Map(),
    figures: readFigures(located, [], units, () => {}),
    units,
    relations: [],
    errata: [],
    corrections: [],
    glossary: [],
    accepted: [],
    resting: [],
    languages: new Map([["en", { language: of, file: place.file, templates: prose, place: () => place }]]),
    charts: new Map(
      Object.entries(charts).map(([name, spec]) => [
        name,
        { name, file: `charts/${name}.vl.json`, text: JSON.stringify(spec, null, 2), spec },
      ]),
    ),
    images: new Map(),
    style: {} as Style,
    faces: [],
  };
};

/** Composes a source; findings of the given rules are meant, any other fails the test. */
export const composed = (source: Source, meant: readonly string[] = []): Document => {
  const findings: Finding[] = [];
  const document = compose(source, "en", (finding) => void findings.push(finding));
  const others = findings.filter(({ rule }) => !meant.includes(rule));
  if (!document || others.length > 0) throw new Error(JSON.stringify(others, null, 2));
  return document;
};
