import type { Document, Id } from "../../model/document.ts";
import type { Figures } from "../../model/figure.ts";
import type { Place } from "../../model/place.ts";
import { printsNumber } from "../../model/text.ts";
import { walkBlocks } from "../../model/walk.ts";
import { type Passage, placeAt, sentenceAt } from "../passages.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** Where something first stands in a unit, and the sentence that says it. */
export type Mention = { readonly place: Place; readonly sentence: string };

/** What one section, figure or table says in one language, by the subjects that can be compared with another language. */
export type Unit = {
  readonly id: Id;
  readonly place: Place;
  /** Figures that it prints, in order of their first mention. */
  readonly figures: ReadonlyMap<string, Mention>;
  /** Declared names that it types. */
  readonly names: ReadonlyMap<string, Mention>;
  readonly passages: readonly Passage[];
};

const mentionAt = (passage: Passage, offset: number): Mention => {
  const [from, to] = sentenceAt(passage, offset);
  const sentence = passage.text.slice(from, to).trim();
  return { place: placeAt(passage, offset), sentence };
};

/** The units of a document by id. Charts are one specification for all languages and need no comparison. */
export const unitsOf = (
  document: Document,
  passages: readonly Passage[],
  vocabulary: Vocabulary,
  figures: Figures,
): ReadonlyMap<Id, Unit> => {
  type Open = { place: Place; figures: Map<string, Mention>; names: Map<string, Mention>; passages: Passage[] };
  const units = new Map<Id, Open>();
  const open = (id: Id, place: Place): Open => {
    const unit = units.get(id) ?? { place, figures: new Map(), names: new Map(), passages: [] };
    units.set(id, unit);
    return unit;
  };
  const note = (mentions: Map<string, Mention>, subject: string, mention: () => Mention): void => {
    if (!mentions.has(subject)) mentions.set(subject, mention());
  };
  for (const block of walkBlocks(document.sections))
    if (block.type === "section" || block.type === "figure" || block.type === "table") open(block.id, block.place);
  for (const passage of passages) {
    const unit = open(passage.unit, passage.unitPlace);
    unit.passages.push(passage);
    for (const { start, node } of passage.spans)
      if (node.type === "value" && printsNumber(node))
        for (const key of [node.key, ...(node.also ?? [])])
          if (figures.has(key)) note(unit.figures, key, () => mentionAt(passage, start));
    for (const { start, meanings } of vocabulary.names(passage.typed))
      for (const name of meanings) if (name !== "") note(unit.names, name, () => mentionAt(passage, start));
  }
  return new Map([...units].map(([id, unit]) => [id, { id, ...unit }]));
};
