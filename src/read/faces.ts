import { z } from "zod";
import type { Face } from "../model/face.ts";
import type { Report } from "../model/finding.ts";
import { recent } from "../model/recent.ts";
import { faceFaults } from "./face-faults.ts";
import type { Files } from "./files.ts";
import { checkSchema } from "./schema.ts";
import { readYaml } from "./yaml.ts";

const manifestSchema = z.strictObject({
  faces: z
    .array(
      z.strictObject({
        family: z.string().min(1),
        weight: z.int().min(100).max(900),
        style: z.enum(["normal", "italic"]),
        scripts: z.array(z.string().regex(/^[A-Z][a-z]{3}$/, "expected an ISO 15924 code")).min(1),
        file: z.string().regex(/^[^/\\]+\.ttf$/i, "expected a TrueType file (.ttf) in fonts/"),
        licence: z.string().min(1),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1),
});

/** A face is looked at once in a process: the next build of a watch, and the next of many checks, find it as it was. */
const lookedAt = recent(
  32,
  ({ bytes, ...face }: Face) => JSON.stringify(face),
  (face) => ({ face, faults: faceFaults(face) }),
);

/** The same faces are the same list too, so that the thread that draws with them serves the next build. */
const sameFaces = recent(
  2,
  (faces: readonly Face[]) => JSON.stringify(faces.map(({ bytes, ...face }) => face)),
  (faces) => faces,
);

/**
 * Reads the faces of the project; `unread` receives those that could not be read. Reports schema faults, `file-missing`,
 * `font-changed`, `font-licence` and what {@link faceFaults} finds.
 */
export const readFaces = async (
  files: Files,
  folder: string,
  report: Report,
  unread: Set<string> = new Set(),
): Promise<readonly Face[]> => {
  const file = `${folder}/manifest.yaml`;
  const text = await files.text(file);
  const located = text === undefined ? undefined : readYaml(file, text, report);
  const manifest = located && checkSchema(manifestSchema, located, [], report);
  if (!located || !manifest) {
    unread.add(file);
    return [];
  }
  const present = await files.names(folder);
  const faces = await Promise.all(
    manifest.faces.map(async ({ licence, sha256, ...face }, index): Promise<Face | undefined> => {
      const at = (name: string) => located.place(["faces", index, name]);
      if (!present.includes(licence))
        report({
          severity: "error",
          rule: "font-licence",
          message: `the licence ${licence} is not in ${folder}/`,
          place: at("licence"),
        });
      if (!present.includes(face.file)) {
        report({
          severity: "error",
          rule: "file-missing",
          message: `there is no ${folder}/${face.file}`,
          place: at("file"),
        });
        return undefined;
      }
      const path = `${folder}/${face.file}`;
      const bytes = await files.bytes(path);
      const found = files.sha256(path);
      if (!bytes || found === undefined) return undefined;
      const changed = found !== sha256;
      if (changed)
        report({
          severity: "error",
          rule: "font-changed",
          message: `${face.file} is not the file that the manifest describes`,
          place: at("sha256"),
          hint: "restore the font, or write its new sha256 after looking at every page",
        });
      const { face: read, faults } = lookedAt({ ...face, sha256: found, bytes });
      const lost = faults.some(({ rule }) => rule === "font-unreadable");
      // What else is wrong with a file that was changed is a consequence.
      if (!changed) for (const fault of faults) report({ severity: "error", ...fault, place: at("file") });
      return lost ? undefined : read;
    }),
  );
  for (const [index, { file: name }] of manifest.faces.entries()) if (!faces[index]) unread.add(`${folder}/${name}`);
  return sameFaces(faces.filter((face) => face !== undefined));
};
