import * as fontkit from "fontkit";

/** One face of a family, as listed in fonts/manifest.yaml, with its bytes. */
export type Face = {
  readonly family: string;
  /** 100 to 900. */
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** ISO 15924 codes of the text that it is meant for: "Hani", "Latn". */
  readonly scripts: readonly string[];
  readonly file: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

const opened = new WeakMap<Face, fontkit.Font>();

/** The face opened for measuring; opened once. */
export const openFace = (face: Face): fontkit.Font => {
  const known = opened.get(face);
  if (known) return known;
  const font = fontkit.create(
    Buffer.from(face.bytes.buffer, face.bytes.byteOffset, face.bytes.byteLength),
  ) as fontkit.Font;
  opened.set(face, font);
  return font;
};

/** The face of a family nearest to a weight in a style; normal stands in where the family has no italic. */
export const faceOf = (
  faces: readonly Face[],
  family: string,
  weight: number,
  style: "normal" | "italic" = "normal",
): Face | undefined => {
  const members = faces.filter((face) => face.family === family);
  const inStyle = members.filter((face) => face.style === style);
  const from = inStyle.length > 0 ? inStyle : members;
  return from.toSorted((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))[0];
};
