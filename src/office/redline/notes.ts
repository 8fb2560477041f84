import { partBytes } from "../package.ts";
import { element, elementsOf, type XmlElement } from "../xml.ts";
import { mergedBlocks } from "./blocks.ts";
import { insertedParagraph, removedParagraph, type Story } from "./paragraph.ts";
import type { Redline } from "./redline.ts";

const path = "word/footnotes.xml";
const numberOf = ({ attributes }: XmlElement): string => attributes["w:id"] ?? "";

/** A note of one file: its words go or come; the note itself goes or comes with the mark that calls it. */
const whole = (story: Story, note: XmlElement, side: "old" | "own"): readonly XmlElement[] =>
  elementsOf(note).map((block) => {
    if (block.name !== "w:p") return block;
    return side === "old"
      ? removedParagraph(story, block, { mark: "kept" })
      : insertedParagraph(story, block, { mark: "kept" });
  });

/** Writes the notes of both files: those that both have with their revisions, and those of the earlier file behind them. */
export const mergeNotes = (work: Redline): void => {
  const [old, own] = [work.root("before", path), work.root("after", path)];
  const root = own ?? old;
  if (!root || (work.notes.pairs.size === 0 && work.notes.adopted.size === 0 && !own)) return;
  const story = work.story(path, path);
  const earlier = new Map(elementsOf(old ?? element("")).map((note) => [numberOf(note), note]));
  const counterparts = new Map([...work.notes.pairs].map(([then, now]) => [now, then]));
  const notes = elementsOf(own ?? element("")).map((note) => {
    if (note.attributes["w:type"] !== undefined) return note;
    const then = earlier.get(counterparts.get(numberOf(note)) ?? "");
    const content = then ? mergedBlocks(story, elementsOf(then), elementsOf(note)) : whole(story, note, "own");
    return { ...note, children: content };
  });
  const adopted = [...work.notes.adopted].flatMap(([then, now]) => {
    const note = earlier.get(then);
    if (!note) return [];
    return [{ ...note, attributes: { ...note.attributes, "w:id": now }, children: whole(story, note, "old") }];
  });
  work.parts.set(path, partBytes({ ...root, children: [...notes, ...adopted] }));
};
