/** Names by which the parts of an edited file are found again: the same from build to build while the block is the same. */

import { createHash } from "node:crypto";
import type { Id } from "./document.ts";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Hidden bookmark of a block: `_wp_zh_creation_p2_1a2b3c4d`. Word allows 40 letters, digits and underscores and hides
 * names that begin with an underscore (ECMA-376 §17.13.6.2); the digest keeps shortened names apart.
 */
export const blockBookmark = (language: string, id: Id): string => {
  const place = `${language}/${id}`;
  const readable = place.replace(/[^A-Za-z0-9]+/g, "_").slice(0, 27);
  return `_wp_${readable}_${digest(place).slice(0, 8)}`;
};

/** Eight digits that stand for a name. */
export const shortDigest = (name: string): string => digest(name).slice(0, 8);

const nineDigits = (text: string): string =>
  String(Number.parseInt(digest(text).slice(0, 8), 16) % 1e9).padStart(9, "0");

/** Bookmark around what a cross-reference to a block repeats; Word's own name for such marks is `_Ref` and digits. */
export const referenceBookmark = (language: string, id: Id, show: "label" | "title" | "note"): string =>
  `_Ref${nineDigits(`${show}:${language}/${id}`)}`;

/** Bookmark around the blocks of one language, for contents that list only them. */
export const partBookmark = (language: string): string =>
  `_part_${language.replace(/[^A-Za-z0-9]+/g, "_").slice(0, 30)}`;

/**
 * Name of a chart's drawing, by which its parts are found in an edited file: `chart:sales`, its second panel
 * `chart:sales:2`; in the further languages of a volume `chart:en/sales`.
 */
export const chartName = (language: string | undefined, id: Id, panel: number): string =>
  `chart:${language ? `${language}/` : ""}${id}${panel === 0 ? "" : `:${panel + 1}`}`;

/** A control's tag or title; Word allows 64 characters, a longer one ends in a digest. */
export const shortName = (name: string): string =>
  name.length <= 64 ? name : `${name.slice(0, 55)}~${digest(name).slice(0, 8)}`;

/** Tag of the control of a printed figure: `en/creation.p1:patents.total`. */
export const valueTag = (language: string, id: Id): string => shortName(`${language}/${id}`);

/** A positive 31-bit number for a name (ECMA-376 §17.5.2.18); a number already taken is passed on to the next free one. */
export const uniqueNumbers = (): ((name: string) => number) => {
  const taken = new Set<number>();
  return (name) => {
    let number = Number.parseInt(digest(name).slice(0, 8), 16) & 0x7fffffff || 1;
    while (taken.has(number)) number = number === 0x7fffffff ? 1 : number + 1;
    taken.add(number);
    return number;
  };
};
