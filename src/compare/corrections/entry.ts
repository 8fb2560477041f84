import type { Thing, Wording } from "../../model/change.ts";
import type { Id, Inline } from "../../model/document.ts";
import type { Place } from "../../model/place.ts";
import { inlineText } from "../../model/text.ts";
import { type Shape, shapeOf } from "./shape.ts";

/** A thing that a reader sees as one, as one document has it. */
export type Entry = {
  /** What it is compared with: the entries of the same slot in the other document. Sentences of a paragraph share one. */
  readonly slot: string;
  readonly thing: Thing;
  readonly block: Id;
  readonly within?: Id;
  readonly around: readonly Id[];
  readonly head: string;
  readonly wording: Wording;
  readonly shape: Shape;
  /** Slot of what it is a part of: where that is gone or new as a whole, its parts are not told apart. */
  readonly part?: string;
  readonly language: string;
  /** Files besides template and figures that it is made of. */
  readonly files?: readonly string[];
  /** The line of the data that states it. */
  readonly stated?: Place;
};

/** Where an entry stands in its document. */
export type Standing = Pick<Entry, "language" | "block" | "around" | "head">;

/** The slot of the only thing of its kind that has this id. */
export const slotOf = (thing: Thing, id: Id): string => `${thing} ${id}`;

/** Words that are one thing. `around`: what the tool prints before them; `within`: their own id; `part`: see `Entry`. */
export const inlineEntry = (
  thing: Thing,
  inlines: readonly Inline[],
  place: Place,
  at: Standing,
  more: { readonly around?: string; readonly within?: Id; readonly part?: string } = {},
): Entry => {
  const { around = "", within, part } = more;
  return {
    slot: slotOf(thing, within ?? at.block),
    thing,
    ...at,
    ...(within !== undefined && { within }),
    ...(part !== undefined && { part }),
    wording: { text: around + inlineText(inlines), inlines, place },
    shape: shapeOf(inlines, around),
  };
};
