import { createHash } from "node:crypto";
import { z } from "zod";
import type { Face } from "../model/face.ts";
import type { Report } from "../model/finding.ts";
import { embeddingFault } from "./embedding.ts";
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

/** Reads the faces of the project. Reports schema faults, `file-missing`, `font-changed`, `font-licence` and `font-embedding`. */
export const readFaces = async (files: Files, folder: string, report: Report): Promise<readonly Face[]> => {
  const file = `${folder}/manifest.yaml`;
  const text = await files.text(file);
  const located = text === undefined ? undefined : readYaml(file, text, report);
  const manifest = located && checkSchema(manifestSchema, located, [], report);
  if (!located || !manifest) return [];
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
      const bytes = await files.bytes(`${folder}/${face.file}`);
      if (!bytes) return undefined;
      if (createHash("sha256").update(bytes).digest("hex") !== sha256)
        report({
          severity: "error",
          rule: "font-changed",
          message: `${face.file} is not the file that the manifest describes`,
          place: at("sha256"),
          hint: "restore the font, or write its new sha256 after looking at every page",
        });
      const forbidden = embeddingFault(bytes);
      if (forbidden)
        report({
          severity: "error",
          rule: "font-embedding",
          message: `${face.file} cannot be used: ${forbidden} (fsType)`,
          place: at("file"),
          hint: "take a face with a free licence, or ask its maker for one that may be embedded",
        });
      return { ...face, sha256, bytes };
    }),
  );
  return faces.filter((face) => face !== undefined);
};
