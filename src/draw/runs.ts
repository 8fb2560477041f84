import { type Face, faceOf, openFace } from "../model/face.ts";

/** A stretch of text that one face sets. */
export type Run = { readonly text: string; readonly face: Face };

/** The faces of one language's charts: families in order of preference, and its main script. */
export type ChartFaces = {
  readonly faces: readonly Face[];
  readonly families: readonly string[];
  /** ISO 15924. */
  readonly script: string;
};

/** Marks that Latin and Han text share and draw differently (East Asian Width "ambiguous"). */
const shared = new Set("“”‘’…—·–‥※†‡•―");
const patterns = new Map<string, RegExp>();
/** Whether a character is of a script, or is used with it only (UAX #24, Script_Extensions). */
const isOf = (script: string, character: string): boolean => {
  const known = patterns.get(script) ?? new RegExp(`\\p{Script_Extensions=${script}}`, "u");
  patterns.set(script, known);
  return known.test(character);
};
const common = /[\p{Script_Extensions=Common}\p{Script_Extensions=Inherited}]/u;

/** CSS weights of charts as numbers. */
export const weightOf = (weight: string | number | undefined): number =>
  weight === "bold" ? 700 : weight === "normal" || weight === undefined ? 400 : Number(weight);

const chosen = new WeakMap<ChartFaces, Map<string, Face | undefined>>();

/**
 * The face that sets a character: the first family that is meant for its script and has it; for shared marks, that of
 * the language's script; else the first that has it. `undefined`: no face has the character.
 */
const faceFor = (character: string, weight: number, chart: ChartFaces): Face | undefined => {
  const known = chosen.get(chart) ?? new Map<string, Face | undefined>();
  chosen.set(chart, known);
  const key = `${weight} ${character}`;
  if (known.has(key)) return known.get(key);
  const codePoint = character.codePointAt(0) as number;
  const having = chart.families
    .flatMap((family) => faceOf(chart.faces, family, weight) ?? [])
    .filter((face) => openFace(face).hasGlyphForCodePoint(codePoint));
  const meant = having.find((face) =>
    shared.has(character)
      ? face.scripts.includes(chart.script)
      : !common.test(character) && face.scripts.some((script) => isOf(script, character)),
  );
  const face = meant ?? having[0];
  known.set(key, face);
  return face;
};

/** Spaces and combining marks stay in the face of what stands before them. */
const follows = /[\p{M}\s]/u;

/** Text by face; characters that no face has are handed to `missing` and set in the first. */
export const runsOf = (
  text: string,
  weight: number,
  chart: ChartFaces,
  missing?: (character: string) => void,
): readonly Run[] => {
  const runs: { text: string; face: Face }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const codePoint = character.codePointAt(0) as number;
    const stays = last && follows.test(character) && openFace(last.face).hasGlyphForCodePoint(codePoint);
    const face = stays ? last.face : faceFor(character, weight, chart);
    if (!face) missing?.(character);
    if (last && (!face || face === last.face)) last.text += character;
    else if (face) runs.push({ text: character, face });
  }
  return runs;
};

const widths = new WeakMap<Face, Map<string, number>>();

/** Width of a run in em, shaped as the page shapes it (kerning and ligatures on). */
const emWidth = ({ face, text }: Run): number => {
  const known = widths.get(face) ?? new Map<string, number>();
  widths.set(face, known);
  const measured = known.get(text);
  if (measured !== undefined) return measured;
  const font = openFace(face);
  const width = font.layout(text).advanceWidth / font.unitsPerEm;
  known.set(text, width);
  return width;
};

/** Width of a text in pt in the very faces that will print it. */
export const textWidth = (text: string, size: number, weight: number, chart: ChartFaces): number =>
  size * runsOf(text, weight, chart).reduce((sum, run) => sum + emWidth(run), 0);
