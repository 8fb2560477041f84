import type { Place } from "../model/place.ts";
import type { UnitState } from "../model/translation.ts";
import type { Code, Content } from "./unit.ts";

/** What goes to a translator: one file a chapter, and one for names, messages and furniture. */

/** A text to translate with everything that helps to translate it. */
export type JobUnit = {
  /** Its name, which comes back with it. Fits XML's NMTOKEN. */
  readonly id: string;
  readonly state: Exclude<UnitState, "extra">;
  readonly source: Content;
  /** What stands in the translation now; where nothing does, the words of the source. */
  readonly target: Content;
  /** What the source said when it was translated, for a stale unit. */
  readonly previous?: string;
  /** What it is, where it stands, its terms, what changed: for people. */
  readonly notes: readonly Note[];
  /** Most characters that have room. */
  readonly limit?: number;
  readonly place?: Place;
};
export type Note = {
  readonly about: "place" | "terms" | "change" | "facts" | "limit" | "comment";
  readonly text: string;
};

/** One file for a translator. */
export type Job = {
  /** File name without ending: "01-creation". */
  readonly name: string;
  /** The file of the project that it is about. */
  readonly original: string;
  readonly issue: string;
  /** BCP 47 tags. */
  readonly source: string;
  readonly target: string;
  /** The language folder that is translated to. */
  readonly lang: string;
  readonly units: readonly JobUnit[];
  /** What a code shows, in the language of the source and in that of the translation. */
  readonly shown: (unit: string, code: Code) => string;
};
