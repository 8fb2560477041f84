import type { Translation, UnitRecord } from "../../model/translation.ts";
import type { Chapter } from "../chapters.ts";
import { fingerprint, type Pair } from "../pairs.ts";
import { recordOf, recordsOf } from "../record.ts";
import { maskedText } from "../unit.ts";
import type { Taken } from "./takings.ts";

/** What was written of a translation. */
export type WrittenWords = {
  readonly taken: ReadonlyMap<string, Taken>;
  readonly confirmed: ReadonlySet<string>;
  /** Whether a chapter's template was written. */
  readonly isWritten: (chapter: Chapter) => boolean;
};

const recordAfter = (pair: Pair, { taken, confirmed }: WrittenWords, isWritten: boolean): UnitRecord | undefined => {
  const { id, source, target, record } = pair;
  const own = taken.get(id);
  if (own && source) {
    const says = maskedText(own.content);
    return { ...recordOf(pair), target: fingerprint(says), ...(says === source.says && { same: true as const }) };
  }
  if (confirmed.has(id)) return { ...recordOf(pair), ...(record?.same && { same: true as const }) };
  // A new unit that was put in beside others, in the words of the source.
  if (!record && !target && source && isWritten) return { ...recordOf(pair), target: fingerprint(source.says) };
  return record;
};

/** The records of the chapters once the words are written. */
export const recordsAfter = (chapters: readonly Chapter[], written: WrittenWords): Translation["chapters"] =>
  Object.fromEntries(
    chapters.map((chapter) => [
      chapter.name,
      [...recordsOf(chapter, (pair) => recordAfter(pair, written, written.isWritten(chapter)))],
    ]),
  );
