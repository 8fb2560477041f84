import { type Face, openFace } from "../model/face.ts";
import type { Finding } from "../model/finding.ts";
import { embeddingFault } from "./embedding.ts";
import { charactersWithoutInk, missingDigits } from "./ink.ts";
import { type SfntTable, sfntTables } from "./sfnt.ts";

/** What is wrong with a face, as a finding without its place. */
export type FaceFault = Pick<Finding, "rule" | "message" | "hint">;

/** Tables that outlines are drawn and measured from. */
const needed = ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"];

/** Why a file cannot be set from; `undefined` where it can. */
const unreadable = (face: Face, tables: ReadonlyMap<string, SfntTable>): string | undefined => {
  if (tables.size === 0) return "it is no TrueType file";
  if ([...tables.values()].some((table) => table.cutOff)) return "it is cut off";
  const missing = needed.filter((tag) => !tables.has(tag));
  if (missing.length > 0) return `it has no table ${missing.join(", ")}`;
  try {
    openFace(face).layout("0");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const shown = 12;
const listed = (characters: readonly string[]): string =>
  characters
    .slice(0, shown)
    .map((character) => `"${character}" (U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")})`)
    .join(", ") + (characters.length > shown ? ` and ${characters.length - shown} more` : "");

const variable = ({ file }: Face): FaceFault => ({
  rule: "font-variable",
  message: `${file} is a variable face; only its default weight would be printed`,
  hint: "take a static file of each weight, as the family's makers publish them beside it",
});

const withoutInk = ({ file }: Face, characters: readonly string[]): FaceFault => ({
  rule: "font-without-ink",
  message: `${file} draws nothing for ${listed(characters)}`,
  hint: "restore the face, or take another version of it",
});

const withoutDigits = ({ file }: Face, digits: readonly string[]): FaceFault => ({
  rule: "font-without-digits",
  message: `${file} lacks ${listed(digits)}; a number would be set from two faces`,
  hint: "take a whole version of the face: a subset of it was made for some text alone",
});

/**
 * What is wrong with a face: `font-unreadable` alone, where nothing can be set from it, or `font-embedding`,
 * `font-variable`, `font-without-ink` and `font-without-digits`.
 */
export const faceFaults = (face: Face): readonly FaceFault[] => {
  const tables = sfntTables(face.bytes);
  const why = unreadable(face, tables);
  if (why !== undefined) {
    const hint = "restore the file, or take it again from where it came";
    return [{ rule: "font-unreadable", message: `${face.file} cannot be read: ${why}`, hint }];
  }
  const forbidden = embeddingFault(tables);
  const blank = charactersWithoutInk(openFace(face), tables);
  const lacking = missingDigits(openFace(face), face.scripts);
  const embedding: FaceFault = {
    rule: "font-embedding",
    message: `${face.file} cannot be used: ${forbidden} (fsType)`,
    hint: "take a face with a free licence, or ask its maker for one that may be embedded",
  };
  return [
    ...(forbidden ? [embedding] : []),
    ...(tables.has("fvar") ? [variable(face)] : []),
    ...(blank.length > 0 ? [withoutInk(face, blank)] : []),
    ...(lacking.length > 0 ? [withoutDigits(face, lacking)] : []),
  ];
};
