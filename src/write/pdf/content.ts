import type { Id, Lang, Note } from "../../model/document.ts";
import type { Artwork } from "../../model/image.ts";
import type { Place } from "../../model/place.ts";
import type { Line, SizedFace } from "../../typeset/index.ts";
import type { Artifact, Owner } from "./structure.ts";

/** What a run of text carries to its line: where it leads, what it calls, which page number it awaits. */
export type Tag = {
  readonly url?: string;
  /** Block of the same part that a click leads to. */
  readonly target?: Id;
  /** Block whose page label is printed here once it is known. */
  readonly pageOf?: Id;
  /** BCP 47: words of another language than the part's. */
  readonly lang?: Lang;
  readonly note?: Note;
  /** Id of the printed figure that the run is. */
  readonly value?: Id;
  /** What a link says of where it leads, where its own words say too little. */
  readonly says?: string;
  /** What the run belongs to, where that is not what its line belongs to: a run-in head. */
  readonly owner?: Owner;
};

/**
 * What is drawn, relative to the top left corner of its item. Measures in pt; colours by token. Words and pictures belong
 * to an element of the structure; rules and panels carry nothing that is read.
 */
export type Mark =
  | {
      readonly kind: "text";
      readonly line: Line<Tag>;
      readonly x: number;
      readonly baseline: number;
      readonly owner: Owner;
    }
  | {
      readonly kind: "rule";
      readonly x: number;
      readonly y: number;
      readonly length: number;
      readonly thickness: number;
      readonly colour: string;
      /** Distance of round dots that stand for a line: leaders. */
      readonly dots?: number;
    }
  | {
      readonly kind: "panel";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: string;
    }
  | {
      readonly kind: "picture";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly svg: string;
      /** Ids of the figures that it prints. */
      readonly values: readonly Id[];
      readonly place: Place;
      readonly owner: Owner;
    }
  | {
      readonly kind: "image";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly artwork: Artwork;
      readonly place: Place;
      readonly owner: Owner;
    }
  /** Where something is read that is not drawn: the actual text of its element. */
  | {
      readonly kind: "unseen";
      readonly x: number;
      readonly y: number;
      readonly face: SizedFace;
      readonly owner: Owner;
    };

/** An entry of the document outline. */
export type Bookmark = { readonly level: number; readonly title: string };

/** What an item of a column holds. */
export type Content = {
  readonly marks: readonly Mark[];
  /** The blocks that it belongs to, outermost first. */
  readonly blocks: readonly Id[];
  readonly place: Place | undefined;
  /** Set where a section begins. */
  readonly bookmark?: Bookmark;
};

/** Moves what is drawn. */
export const shifted = (marks: readonly Mark[], dx: number, dy: number): readonly Mark[] =>
  marks.map((mark) =>
    mark.kind === "text"
      ? { ...mark, x: mark.x + dx, baseline: mark.baseline + dy }
      : { ...mark, x: mark.x + dx, y: mark.y + dy },
  );

/** Marks that are drawn and not read again. */
export const asArtifact = (marks: readonly Mark[], owner: Artifact): readonly Mark[] =>
  marks.map((mark) => ("owner" in mark ? { ...mark, owner } : mark));
