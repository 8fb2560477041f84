import type { Figure, Figures } from "../../model/figure.ts";
import type { Finding, Report } from "../../model/finding.ts";
import type { JsonPath, JsonPlaces } from "../../model/json-place.ts";
import type { Language } from "../../model/language.ts";
import type { RuleName } from "../../model/rules/index.ts";
import { didYouMean, suggestion } from "../../model/suggest.ts";

/** Reports a fault at a part of the specification. */
export type Fault = (rule: RuleName, message: string, path: JsonPath, more?: Partial<Finding>) => void;
export const faultsAt =
  (places: JsonPlaces, report: Report): Fault =>
  (rule, message, path, more = {}) =>
    report({ severity: "error", rule, message, place: places(path), ...more });

/** Quantities can be drawn to scale; places in an order and years cannot. */
const isQuantity = (figure: Figure): boolean => figure.kind !== "ordinal" && figure.kind !== "year";

/** The figure of a key. Reports `unknown-figure` and `not-a-quantity`. */
export const figureOf = (key: string, path: JsonPath, figures: Figures, fault: Fault): Figure | undefined => {
  const figure = figures.get(key);
  if (!figure) {
    const near = figures.get(suggestion(key, figures.keys()) ?? "");
    fault("unknown-figure", `there is no figure "${key}"`, path, {
      ...didYouMean(key, figures.keys()),
      ...(near && { related: [{ message: `${near.key} stands here`, place: near.place }] }),
    });
    return undefined;
  }
  if (isQuantity(figure)) return figure;
  fault(
    "not-a-quantity",
    `${key} is a place in an order or a year (${figure.unit}) and cannot be drawn to scale`,
    path,
    {
      related: [{ message: `${key} stands here`, place: figure.place }],
    },
  );
  return undefined;
};

/** The name of a figure in charts. Reports `missing-label`. */
export const labelOf = (key: string, path: JsonPath, language: Language, fault: Fault): string => {
  const label = Object.hasOwn(language.labels, key) ? language.labels[key] : undefined;
  if (label !== undefined) return label;
  fault("missing-label", `${language.id} has no name for ${key}`, path, {
    hint: `add ${key} under labels in the language.yaml of ${language.id}`,
  });
  return key;
};
