import type { Place } from "../model/place.ts";
import type { SizedFace, TextStyle } from "./faces.ts";
import type { MarkClass } from "./marks.ts";
import type { Shaped } from "./shape.ts";

/** A stretch of a paragraph in one style. `Tag` is whatever the caller wants to find again on the line: links, notes. */
export type Run<Tag = unknown> = {
  readonly text: string;
  readonly style: TextStyle;
  readonly place: Place;
  /** The place of a 0-based UTF-16 offset in the text, where that is known more closely than `place`. */
  readonly placeAt?: (offset: number) => Place;
  /** A quantity: its number is not torn from its counter. */
  readonly quantity?: boolean;
  /** Never parted from what stands before: the mark of a note. */
  readonly bound?: boolean;
  readonly tag?: Tag;
};

/** What is shaped at once: a word, a Han character, a mark. */
export type Word<Tag = unknown> = {
  readonly text: string;
  readonly run: Run<Tag>;
  /** UTF-16 offset of its beginning in the run. */
  readonly at: number;
  readonly face: SizedFace;
  readonly features: readonly string[];
  readonly shaped: Shaped;
};

/** What a line is built of: a word or the part of one between two divisions. Measures in pt. */
export type Box<Tag = unknown> = {
  readonly word: Word<Tag>;
  /** UTF-16 range in the word. */
  readonly start: number;
  readonly end: number;
  readonly kind: MarkClass;
  /** Without the blanks. */
  readonly width: number;
  /** Blank of a full-width mark before and after its ink: given back as space, dropped or kept at line edges (clreq 3.1.6). Below 0: added. */
  readonly before: number;
  readonly after: number;
};

/** Space in pt that can stretch and shrink. */
export type Glue = { readonly natural: number; readonly stretch: number; readonly shrink: number };

/** What stands between a box and the next: space, and how willingly a line ends there. */
export type Joint = Glue & {
  /** Spaces as written, "" where none are. */
  readonly text: string;
  /** Cost of a break here; Infinity: none, -Infinity: always. */
  readonly penalty: number;
  /** The word is divided here: a hyphen is added. */
  readonly hyphen: boolean;
  /** A word is divided where no rule divides it: it is longer than a line. */
  readonly forced: boolean;
  /** What a line that ends here is wider by in pt: kerning between the parts of a word. */
  readonly unkerned: number;
};

/** A paragraph ready to be broken: joints[i] stands after boxes[i]. */
export type Boxes<Tag = unknown> = { readonly boxes: readonly Box<Tag>[]; readonly joints: readonly Joint[] };
