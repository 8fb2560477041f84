import type { Chart, Document, Inline } from "../model/document.ts";
import { type Face, openFace } from "../model/face.ts";
import type { Report } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { LanguageSource, Source } from "../model/source.ts";
import { inlineText, placeIn } from "../model/text.ts";
import { chartOf, inlinesOf, walkBlocks, walkInlines } from "../model/walk.ts";

type Role = "body" | "head";

/** Characters that print nothing and need no glyph: spaces, and what tells where a line may end. */
const blank = /[\s\u00A0\u00AD\u200B\u2060\uFEFF]/u;

const ownText = (inline: Inline): string =>
  inline.type === "text" || inline.type === "value" || inline.type === "reference" ? inline.text : "";

/** The texts of a chart that are drawn from its rows. */
const chartTexts = ({ panels, rows }: Chart): readonly string[] => [
  ...panels.map(({ head }) => head),
  ...rows.flatMap(({ category, series, text, share, change }) => [
    ...[category, series.name, text, share?.text ?? "", change?.text ?? ""],
  ]),
];

/**
 * Finds characters that no face of the language has, before anything is set.
 *
 * Reports `missing-glyph` once for each character and place.
 */
export const checkCoverage = (source: Source, from: LanguageSource, document: Document, report: Report): void => {
  const families: Readonly<Record<Role, ReadonlySet<string>>> = {
    body: new Set(from.language.fonts.body),
    head: new Set(from.language.fonts.head),
  };
  const facesOf = (role: Role): readonly Face[] => source.faces.filter((face) => families[role].has(face.family));
  const faces = { body: facesOf("body"), head: facesOf("head") };
  if (faces.body.length === 0 || faces.head.length === 0) return;
  // A face that could not be read may have the glyph.
  if ([...(source.unread ?? [])].some((file) => file.startsWith("fonts/"))) return;
  const known = { body: new Map<string, boolean>(), head: new Map<string, boolean>() };

  const has = (character: string, role: Role): boolean => {
    const cached = known[role].get(character);
    if (cached !== undefined) return cached;
    const code = character.codePointAt(0) as number;
    const found = blank.test(character) || faces[role].some((face) => openFace(face).hasGlyphForCodePoint(code));
    known[role].set(character, found);
    return found;
  };
  const check = (text: string, role: Role, place: Place | ((offset: number) => Place)): void => {
    for (const character of new Set(text))
      if (!has(character, role))
        report({
          severity: "error",
          rule: "missing-glyph",
          message: `no ${role} face of ${from.language.id} has "${character}" (U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")})`,
          place: typeof place === "function" ? place(text.indexOf(character)) : place,
          hint: `use another character, or add a family that has it to fonts.${role} of the language`,
        });
  };

  for (const name of ["title", "issuer"] as const)
    check(
      document[name],
      "head",
      source.places.get(`${name}.${from.language.id}`) ?? { file: source.dataFile, line: 1, column: 1 },
    );
  for (const [key, text] of Object.entries(from.language.messages)) check(text, "head", from.place(["messages", key]));
  for (const block of walkBlocks(document.sections)) {
    const role = block.type === "paragraph" ? "body" : "head";
    for (const inline of walkInlines(inlinesOf(block)))
      check(ownText(inline), role, inline.type === "text" ? (offset) => placeIn(inline, offset) : inline.place);
    if (block.type === "section") check(block.prefix + block.suffix, "head", block.place);
    const chart = block.type === "figure" ? chartOf(block) : undefined;
    if (chart) for (const text of chartTexts(chart)) check(text, "head", chart.place);
    if (block.type === "table" || block.type === "figure")
      check(block.prefix + inlineText(block.caption), "body", block.place);
  }
};
