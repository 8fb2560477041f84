import type { Json } from "../model/document.ts";
import type { Key } from "../model/figure.ts";
import type { Language } from "../model/language.ts";
import type { ChartSource } from "../model/source.ts";
import { columnWidth, type Style } from "../model/style.ts";

/** Parts of the column that texts of a chart may take: the names beside its marks, and what stands above or below its panels. */
const shares = { beside: 0.4, across: 1 };
/** Mean width of a character in em: a square of Han, the letters of alphabets. */
const widths: Readonly<Record<string, number>> = { Hani: 1, Hang: 1 };
const letter = 0.52;

const strings = (value: Json): readonly string[] => {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap((item) => strings(item as Json));
};

/**
 * Most characters of the texts that charts print, by the ids of their names: labels of figures stand beside the marks,
 * messages across a panel. An estimate by the mean width of a letter; what really has no room is found when it is drawn.
 */
export const chartLimits = (
  charts: Iterable<ChartSource>,
  keys: ReadonlySet<Key>,
  style: Style,
  language: Language,
): ReadonlyMap<string, number> => {
  const em = widths[language.script] ?? letter;
  const room = (share: number, size: number): number => Math.floor((columnWidth(style) * share) / (size * em));
  const messages = [...charts].flatMap(({ spec }) => strings(spec).filter((text) => text.startsWith("@chart.")));
  return new Map([
    ...[...keys].map((key) => [`labels:${key}`, room(shares.beside, style.chart.label)] as const),
    ...messages
      .filter((text) => !text.startsWith("@chart.kind."))
      .map((text) => [`messages:${text.slice(1)}`, room(shares.across, style.chart.panel)] as const),
  ]);
};
