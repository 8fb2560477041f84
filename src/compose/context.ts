import { type Figure, type Figures, figureParts } from "../model/figure.ts";

/** What a template sees: groups of figures by name, without prototypes; a figure's parts are its members. */
export type Context = { readonly [name: string]: Context | Figure };

/** The nested form of the figures, for Handlebars paths: {{patents.applications.total.growth}}. */
export const contextOf = (figures: Figures): Context => {
  const root: Record<string, unknown> = Object.create(null);
  for (const figure of figures.values()) {
    const names = figure.key.split(".");
    const last = names.pop() as string;
    // A part is reached through its figure.
    const whole = figures.get(names.join("."));
    if (whole && figureParts.some((part) => whole[part] === figure)) continue;
    let group = root;
    for (const name of names) {
      group[name] ??= Object.create(null);
      group = group[name] as Record<string, unknown>;
    }
    group[last] = figure;
  }
  return root as Context;
};

/** Whether a template value is one of the figures. */
export const isFigure = (value: unknown, figures: Figures): value is Figure =>
  typeof value === "object" && value !== null && "key" in value && figures.get(value.key as string) === value;

/** Whether a template value is a group of figures. */
export const isGroup = (value: unknown, figures: Figures): value is Context =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isFigure(value, figures);
