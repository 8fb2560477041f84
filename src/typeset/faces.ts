import type { Font } from "fontkit";
import { type Face, faceOf, openFace } from "../model/face.ts";
import type { Script } from "./script.ts";

/** What a run of text asks of its face. Sizes in pt. */
export type TextStyle = {
  readonly role: "body" | "head";
  readonly size: number;
  readonly weight: number;
  readonly italic: boolean;
  /** Name of a colour token. */
  readonly colour: string;
  /** Baseline shift in pt, up. */
  readonly raise: number;
  /** OpenType features: "tnum". */
  readonly features: readonly string[];
};

/** A face and the size in pt that it is set at. `instead`: the one that is meant for the script and the weight, and lacks the character. */
export type SizedFace = { readonly face: Face; readonly font: Font; readonly size: number; readonly instead?: Face };

/** The faces of a language by role. */
export type FaceList = {
  readonly faces: readonly Face[];
  readonly families: { readonly body: readonly string[]; readonly head: readonly string[] };
  /** Factor on the size of a script inside text of the language: Latin letters inside Han text. */
  readonly scale: Readonly<Record<Script, number>>;
};

/** A face further from the asked weight than this does not count as that weight. */
const weightReach = 200;

const nearIn = (face: Face, style: TextStyle): boolean => Math.abs(face.weight - style.weight) <= weightReach;

/**
 * Chooses faces: the first family of the role whose face is meant for the character's script and has it, then any
 * family that has it. Where the body has no bold for a script, the head family stands in (黑体 for emphasis). A letter
 * with marks over or under it is asked for whole. `undefined`: no face has it.
 */
export const chooseFaces = (
  list: FaceList,
): ((character: string, script: Script, style: TextStyle) => SizedFace | undefined) => {
  const candidates = new Map<string, readonly Face[]>();
  const candidatesFor = (script: Script, style: TextStyle): readonly Face[] => {
    const key = `${script} ${style.role} ${style.weight} ${style.italic}`;
    const found = candidates.get(key);
    if (found) return found;
    const slant = style.italic ? "italic" : "normal";
    const resolve = (families: readonly string[]) =>
      families.flatMap((family) => faceOf(list.faces, family, style.weight, slant) ?? []);
    const own = resolve(list.families[style.role]);
    const other = resolve(list.families[style.role === "body" ? "head" : "body"]);
    const meant = (face: Face) => face.scripts.includes(script);
    const near = (face: Face) => nearIn(face, style);
    const all = [...own, ...other];
    const ordered = [
      ...own.filter((face) => meant(face) && near(face)),
      ...other.filter((face) => meant(face) && near(face)),
      ...own.filter(meant),
      ...all,
    ];
    const unique = [...new Set(ordered)];
    candidates.set(key, unique);
    return unique;
  };
  const chosen = new Map<string, SizedFace | undefined>();
  // One object for each face and size: characters of one word are known by it.
  const sizes = new Map<string, SizedFace>();
  const sizedFace = (face: Face, size: number, instead: Face | undefined): SizedFace => {
    const key = `${face.file} ${size} ${instead?.file}`;
    const sized = sizes.get(key) ?? { face, font: openFace(face), size, ...(instead && { instead }) };
    sizes.set(key, sized);
    return sized;
  };
  return (character, script, style) => {
    const key = `${character} ${script} ${style.role} ${style.weight} ${style.italic} ${style.size}`;
    if (chosen.has(key)) return chosen.get(key);
    const codePoints = [...character].map((one) => one.codePointAt(0) as number);
    const [first, ...others] = candidatesFor(script, style);
    const face = [first, ...others].find(
      (one) => one && codePoints.every((code) => openFace(one).hasGlyphForCodePoint(code)),
    );
    const instead = first !== face && first?.scripts.includes(script) && nearIn(first, style) ? first : undefined;
    const sized = face && sizedFace(face, style.size * (list.scale[script] ?? 1), instead);
    chosen.set(key, sized);
    return sized;
  };
};
