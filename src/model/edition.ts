import type { Document, Id } from "./document.ts";
import type { Face } from "./face.ts";
import type { House } from "./house.ts";
import type { Artwork } from "./image.ts";
import { draftWords, type Language } from "./language.ts";
import type { Picture } from "./picture.ts";
import type { PressProfile } from "./press.ts";
import type { Style } from "./style.ts";

/** One language of a volume: its document, its rules, its drawn charts by figure id. */
export type Part = {
  readonly document: Document;
  readonly language: Language;
  readonly pictures: Readonly<Record<Id, Picture>>;
  /** Picture files by name. */
  readonly images: ReadonlyMap<string, Artwork>;
  /** The skyline of the latest release. */
  readonly released?: readonly House[];
};

/** What a file says of where it comes from. */
export type Origin = {
  /** SHA-256 of the data file. */
  readonly dataSha256: string;
  /** Name of the release; what was not released is a draft. */
  readonly release: string;
  /** It was written in spite of errors: it says so on every page and keeps to no standard. */
  readonly withErrors?: true;
};

/** The title of a part as a file names it: "Draft with errors: Registry Report 2030". */
export const titleOf = ({ document, language }: Part, { withErrors }: Origin): string =>
  withErrors ? `${draftWords(language)}: ${document.title}` : document.title;

/** What one file is made of. An edition in several languages is a bind of their parts, in order, between one cover and one closing page. */
export type Edition = {
  /** "zh", "zh-en". */
  readonly id: string;
  readonly issue: string;
  readonly parts: readonly [Part, ...Part[]];
  readonly style: Style;
  readonly faces: readonly Face[];
  /** What print files are made for; there is none without it. */
  readonly profile?: PressProfile;
  /** Date that the files carry: of the publication (or SOURCE_DATE_EPOCH), never of the clock. */
  readonly created: Date;
  readonly origin: Origin;
};

/** Where things came to stand. Pages are physical and 1-based; labels are what is printed on them ("iv", "12"). */
export type PageMap = {
  readonly labels: readonly string[];
  /** First and last page of every block, by `partIndex/id` ("0/creation"). */
  readonly blocks: Readonly<Record<string, readonly [number, number]>>;
  /** Pages of every printed figure, by `partIndex/id` ("0/creation.p1:patents.total"). */
  readonly values: Readonly<Record<string, readonly number[]>>;
  /** The page of the contents that lists a section, by `partIndex/id`. */
  readonly contents: Readonly<Record<string, number>>;
};

/** Where a page map keeps a block or a printed figure of a part. */
export const blockPath = (part: number, id: Id): string => `${part}/${id}`;
