import type { FootnoteDefinition, Nodes, Root } from "mdast";
import { placeOf } from "../template/markdown.ts";
import type { Rope } from "../template/rope.ts";
import type { Assembly } from "./assembly.ts";

/** A note of a template, whether words call it, and the number that its first call gave it. */
export type WrittenNote = { readonly definition: FootnoteDefinition; called: boolean; number?: number };

type From = { readonly rope: Rope; readonly assembly: Assembly };

/** Definitions wherever they stand, in lists and quotes too, in order. */
const definitionsIn = (node: Nodes): readonly FootnoteDefinition[] => [
  ...(node.type === "footnoteDefinition" ? [node] : []),
  ...("children" in node ? node.children.flatMap(definitionsIn) : []),
];

/** The notes of a template by their names; of two of one name the first. Reports `duplicate-note`. */
export const notesOf = (root: Root, { rope, assembly }: From): ReadonlyMap<string, WrittenNote> => {
  const notes = new Map<string, WrittenNote>();
  for (const definition of definitionsIn(root)) {
    const { identifier } = definition;
    const first = notes.get(identifier);
    if (!first) notes.set(identifier, { definition, called: false });
    else
      assembly.fault(
        "duplicate-note",
        `two notes are called "${identifier}"; the second would be lost`,
        placeOf(definition, rope),
        {
          related: [{ message: "the first one", place: placeOf(first.definition, rope) }],
          hint: "give each its own name, in its call too",
        },
      );
  }
  return notes;
};

/** Reports `uncalled-note` for notes that no words call. */
export const checkCalled = (notes: ReadonlyMap<string, WrittenNote>, { rope, assembly }: From): void => {
  for (const [name, { definition, called }] of notes)
    if (!called)
      assembly.fault(
        "uncalled-note",
        `nothing calls the note "${name}", so it would not be printed`,
        placeOf(definition, rope),
        {
          hint: `write [^${name}] behind the words that it is about; where these depend on a figure, put the note into the same {{#if}}`,
        },
      );
};
