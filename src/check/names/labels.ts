import type { Deviate } from "../../model/deviation.ts";
import type { Document } from "../../model/document.ts";
import { type Figures, figureParts, type Key } from "../../model/figure.ts";
import type { Language } from "../../model/language.ts";
import { type Grid, gridsOf, type Named } from "./grid.ts";

/** A name as it is compared: its letters and digits, whatever their case, spaces and marks. */
const nameOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The figure that a change, an earlier value or a rank belongs to. */
const ownerOf = (key: Key, figures: Figures): Key => {
  const dot = key.lastIndexOf(".");
  const owner = key.slice(0, dot);
  return figureParts.some((part) => part === key.slice(dot + 1)) && figures.has(owner) ? owner : key;
};

/** The labels of a language by key, and the figures by label. */
const labelsOf = ({ labels }: Language) => {
  const named = new Map<string, Set<Key>>();
  for (const [key, label] of Object.entries(labels)) {
    const name = nameOf(label);
    if (name !== "") named.set(name, (named.get(name) ?? new Set()).add(key));
  }
  const own = new Map(Object.entries(labels).map(([key, label]) => [key, nameOf(label)]));
  return { named, own };
};

type Axis = "row" | "column";
const across: Readonly<Record<Axis, Axis>> = { row: "column", column: "row" };

/**
 * Whether a number stands under the name of another figure: under that name, in the same row or column, stands the figure
 * that it names; or the number has a name of its own, which is neither of its heads, and what is named stands nowhere
 * beside it.
 */
const isMisnamed = (
  one: Named,
  axis: Axis,
  grid: Grid,
  { named, own }: ReturnType<typeof labelsOf>,
  figures: Figures,
): boolean => {
  const name = nameOf(one[axis]);
  const meant = named.get(name);
  const key = ownerOf(one.key, figures);
  if (!meant || meant.has(key)) return false;
  const isMeant = (other: Named): boolean => meant.has(ownerOf(other.key, figures));
  const other = across[axis];
  if (grid.named.some((cell) => cell[axis] !== one[axis] && cell[other] === one[other] && isMeant(cell))) return true;
  const label = own.get(key);
  const isBeside = grid.named.some((cell) => cell[axis] === one[axis] && isMeant(cell));
  return label !== undefined && label !== name && label !== nameOf(one[other]) && !isBeside;
};

/**
 * Compares the names beside numbers, in tables, charts and lines of lists, with the labels of the language: Steel beside
 * the figure whose label is Cotton. Reports `label-of-another`.
 */
export const checkLabels = (document: Document, language: Language, figures: Figures, deviate: Deviate): void => {
  const labels = labelsOf(language);
  if (labels.named.size === 0) return;
  const isName = (text: string): boolean => labels.named.has(nameOf(text));
  for (const grid of gridsOf(document, isName))
    for (const one of grid.named) {
      const axis = (["row", "column"] as const).find((name) => isMisnamed(one, name, grid, labels, figures));
      const figure = figures.get(one.key);
      if (!axis || !figure) continue;
      const meant = [...(labels.named.get(nameOf(one[axis])) ?? [])].slice(0, 3);
      deviate({
        severity: "error",
        rule: "label-of-another",
        message: `${one.key} stands beside "${one[axis].trim()}", which names ${meant.join(", ")}`,
        place: one.place,
        hint: `print ${meant.map((key) => `{{${key}}}`).join(" or ")} there, or name ${one.key}`,
        related: [{ message: `${one.key} is stated here`, place: figure.place }],
        about: one.key,
        lang: language.id,
        unit: grid.unit,
      });
    }
};
