import type { Inline } from "../../model/document.ts";
import type { Key } from "../../model/figure.ts";
import { type Handlers, handle, walkInlines } from "../../model/walk.ts";

/** What of a thing is compared, free of where it stands. */
export type Shape = {
  /** Equal where two are printed alike. */
  readonly printed: string;
  /** Equal where the same was typed: figures and references stand by their names. */
  readonly typed: string;
  /** The figures that it prints, in order. */
  readonly prints: readonly PrintedFigure[];
};
/** `keys`: the figure and those that the one number or word stands for besides. */
export type PrintedFigure = { readonly keys: readonly Key[]; readonly text: string };

type Json = string | readonly Json[];

/** `typed`: figures and references by their names instead of what they print. Notes are things of their own. */
const reducers = (typed: boolean): Handlers<Inline, Json> => {
  const inner = (nodes: readonly Inline[]): readonly Json[] => reduced(nodes, typed);
  return {
    text: (node) => node.text,
    value: ({ key, also = [], form, asked = {}, text }) =>
      typed ? ["value", key, ...also, form, JSON.stringify(asked)] : ["", text],
    emphasis: (node) => ["emphasis", inner(node.children)],
    strong: (node) => ["strong", inner(node.children)],
    superscript: (node) => ["superscript", inner(node.children)],
    subscript: (node) => ["subscript", inner(node.children)],
    foreign: (node) => ["foreign", node.lang, inner(node.children)],
    link: (node) => ["link", node.url, inner(node.children)],
    reference: ({ target, show, text }) => (typed ? ["reference", target, show] : show === "note" ? "" : ["", text]),
    note: () => "",
    break: () => "\n",
  };
};

/** Texts side by side are one text, however the template divides them. */
const reduced = (nodes: readonly Inline[], typed: boolean): readonly Json[] => {
  const reduce = reducers(typed);
  const parts: Json[] = [];
  for (const node of nodes) {
    const made = handle(reduce, node);
    const part = !typed && Array.isArray(made) && made[0] === "" ? (made[1] as string) : made;
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else if (part !== "") parts.push(part);
  }
  return parts;
};

/** The shape of inlines. `around`: what the tool prints with them: the prefix of a head, the number of a note. */
export const shapeOf = (inlines: readonly Inline[], around = ""): Shape => ({
  printed: JSON.stringify([around, reduced(inlines, false)]),
  typed: JSON.stringify(reduced(inlines, true)),
  prints: [...walkInlines(withoutNotes(inlines))].flatMap((inline) =>
    inline.type === "value" ? [{ keys: [inline.key, ...(inline.also ?? [])], text: inline.text }] : [],
  ),
});

/** The inlines without their notes, on the first level, where notes stand. */
const withoutNotes = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type === "note") return [];
    return "children" in inline ? [{ ...inline, children: withoutNotes(inline.children) } as Inline] : [inline];
  });
