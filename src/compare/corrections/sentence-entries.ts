import type { Inline } from "../../model/document.ts";
import type { Place } from "../../model/place.ts";
import { sentenceRanges } from "../../model/sentences.ts";
import { extentOf, inlineText } from "../../model/text.ts";
import { walkInlines } from "../../model/walk.ts";
import { clip } from "./clip.ts";
import { type Entry, inlineEntry, type Standing, slotOf } from "./entry.ts";
import { shapeOf } from "./shape.ts";

/** The notes that inlines call, each with its number. */
export const notesIn = (inlines: readonly Inline[], at: Standing): readonly Entry[] =>
  [...walkInlines(inlines)].flatMap((inline) =>
    inline.type === "note"
      ? [inlineEntry("note", inline.children, inline.place, at, { around: `${inline.number} `, within: inline.id })]
      : [],
  );

/** Sentences without the space behind them, which is that of the next. */
const trimmedRanges = (text: string, language: string): readonly (readonly [number, number])[] =>
  sentenceRanges(text, language).flatMap(([start, end]) => {
    const sentence = text.slice(start, end);
    const first = start + sentence.length - sentence.trimStart().length;
    const last = start + sentence.trimEnd().length;
    return first < last ? [[first, last] as const] : [];
  });

/** The sentences of a paragraph; `marker`: the number of the list item that it begins. */
export const sentenceEntries = (
  inlines: readonly Inline[],
  place: Place,
  at: Standing,
  language: string,
  marker: string,
): readonly Entry[] =>
  trimmedRanges(inlineText(inlines), language).map(([start, end], index) => {
    const own = clip(inlines, start, end);
    const around = index === 0 ? marker : "";
    return {
      slot: slotOf("sentence", at.block),
      thing: "sentence",
      ...at,
      wording: { text: around + inlineText(own), inlines: own, place: extentOf(own) ?? place },
      shape: shapeOf(own, around),
    };
  });
