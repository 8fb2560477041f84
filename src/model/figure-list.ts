import { type Figure, type Figures, figureParts, type Key } from "./figure.ts";

/** The figures as plain JSON: each with its parts inside, in the order of the data file. */
export const figureList = (figures: Figures): readonly Figure[] => {
  const parts = new Set([...figures.values()].flatMap((figure) => figureParts.map((name) => figure[name])));
  return [...figures.values()].filter((figure) => !parts.has(figure));
};

/** The figures of a list by key, parts included, each part being that of its figure. */
export const figuresFrom = (list: readonly Figure[]): Figures => {
  const figures = new Map<Key, Figure>();
  for (const figure of list)
    for (const one of [figure, ...figureParts.map((name) => figure[name])]) if (one) figures.set(one.key, one);
  return figures;
};
