import type { Finding } from "../model/finding.ts";
import { lineStarts, type Place, placeAt, placeText } from "../model/place.ts";
import type { NameRecord, UnitState } from "../model/translation.ts";
import type { Chapter } from "./chapters.ts";
import type { Name } from "./names/list.ts";
import type { Pair, ReadUnit } from "./pairs.ts";
import { type Change, changesOf } from "./sequence.ts";

/** A unit that is not translated as its source stands now. */
export type OpenUnit = {
  readonly id: string;
  readonly state: Exclude<UnitState, "translated">;
  /** Where its translation stands, or, where there is none yet, its source. */
  readonly place: Place;
  /** What the source says, figures by their keys. */
  readonly source: string;
  readonly target?: string;
  /** What changed in the source since it was translated; empty where only facts behind its wording did. */
  readonly changes?: readonly Change[];
  /** Facts behind the wording that hold no more, and those that hold now. */
  readonly facts?: { readonly before: readonly string[]; readonly now: readonly string[] };
};

/** How far a chapter is translated. */
export type ChapterStatus = {
  readonly name: string;
  readonly units: number;
  readonly counts: Readonly<Record<UnitState, number>>;
  /** Words of the source, by the boundaries of its language, that are still to be translated. */
  readonly words: number;
  readonly open: readonly OpenUnit[];
};

const wordsIn = (text: string, segmenter: Intl.Segmenter): number =>
  [...segmenter.segment(text.replace(/\{[^{}]*\}/g, " "))].filter(({ isWordLike }) => isWordLike).length;

/** Where a unit begins in its template. */
export const unitPlace = ({ unit }: ReadUnit, text: string): Place => placeAt(unit.file, lineStarts(text), unit.start);

const changesFor = (pair: Pair): Pick<OpenUnit, "changes" | "facts"> => {
  const { source, record, facts } = pair;
  if (!source || !record || pair.state !== "stale") return {};
  const before = record.facts.filter((fact) => !facts.includes(fact));
  const now = facts.filter((fact) => !record.facts.includes(fact));
  return {
    ...(source.says !== record.source && { changes: changesOf(record.source, source.says) }),
    ...(before.length + now.length > 0 && { facts: { before, now } }),
  };
};

/** The status of a chapter; `tag` is the language of its source, by whose rules words are counted. */
export const chapterStatus = (chapter: Chapter, tag: string): ChapterStatus => {
  const segmenter = new Intl.Segmenter(tag, { granularity: "word" });
  const counts: Record<UnitState, number> = { translated: 0, stale: 0, missing: 0, extra: 0 };
  const open = chapter.pairs.flatMap((pair): OpenUnit[] => {
    counts[pair.state]++;
    if (pair.state === "translated") return [];
    const [own, text] = pair.target ? [pair.target, chapter.target?.text] : [pair.source, chapter.source?.text];
    if (!own) return [];
    return [
      {
        id: pair.id,
        state: pair.state,
        place: unitPlace(own, text ?? ""),
        source: pair.source?.says ?? "",
        ...(pair.target && { target: pair.target.says }),
        ...changesFor(pair),
      },
    ];
  });
  const words = open
    .filter(({ state }) => state !== "extra")
    .reduce((sum, unit) => sum + wordsIn(unit.source, segmenter), 0);
  return { name: chapter.name, units: chapter.pairs.filter(({ source }) => source).length, counts, words, open };
};

/** The state of a name; one that was filled by hand before anything was recorded is taken as it is. */
export const nameState = ({ source, target }: Name, recorded: NameRecord | undefined): UnitState =>
  target === null || target === undefined
    ? "missing"
    : recorded === undefined || recorded.source === source
      ? "translated"
      : "stale";

/** The status of names, messages and furniture; terms of the glossary are wished for, not needed. */
export const namesStatus = (
  names: readonly Name[],
  recorded: Readonly<Record<string, NameRecord>>,
  placeOf: (name: Name) => Place,
  tag: string,
): ChapterStatus => {
  const segmenter = new Intl.Segmenter(tag, { granularity: "word" });
  const needed = names.filter(({ file }) => file !== "glossary");
  const counts: Record<UnitState, number> = { translated: 0, stale: 0, missing: 0, extra: 0 };
  const open = needed.flatMap((name): OpenUnit[] => {
    const state = nameState(name, recorded[name.id]);
    counts[state]++;
    if (state === "translated") return [];
    const before = recorded[name.id]?.source;
    return [
      {
        id: name.id,
        state,
        place: placeOf(name),
        source: name.source,
        ...(typeof name.target === "string" && { target: name.target }),
        ...(state === "stale" && before !== undefined && { changes: changesOf(before, name.source) }),
      },
    ];
  });
  const words = open.reduce((sum, { source }) => sum + wordsIn(source, segmenter), 0);
  return { name: "names", units: needed.length, counts, words, open };
};

/** What is still to be filled in the rules of a language, beside its names: gaps are the findings of its file. */
export const rulesStatus = (gaps: readonly Finding[], names: readonly OpenUnit[]): ChapterStatus => {
  const named = new Set(names.map(({ place }) => placeText(place)));
  const open = gaps.flatMap(({ place, message }): OpenUnit[] =>
    place && !named.has(placeText(place))
      ? [{ id: message.split(" ")[0] ?? "", state: "missing", place, source: "" }]
      : [],
  );
  const counts = { translated: 0, stale: 0, missing: open.length, extra: 0 };
  return { name: "rules", units: open.length, counts, words: 0, open };
};
