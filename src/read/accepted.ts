import { type Acceptance, acceptedSchema } from "../model/acceptance.ts";
import type { Report } from "../model/finding.ts";
import type { Files } from "./files.ts";
import { checkSchema } from "./schema.ts";
import { readYaml } from "./yaml.ts";

/** Reads a list of accepted deviations. Reports schema faults. */
export const readAcceptedFile = async (files: Files, file: string, report: Report): Promise<readonly Acceptance[]> => {
  const text = await files.text(file);
  const located = text === undefined ? undefined : readYaml(file, text, report);
  const read = located && checkSchema(acceptedSchema, located, [], report);
  if (!located || !read) return [];
  return read.accepted.map((entry, index) => ({ ...entry, place: located.place(["accepted", index]) }));
};

/** Reads the accepted deviations of an issue; none when the file is not there. Reports schema faults. */
export const readAccepted = async (files: Files, folder: string, report: Report): Promise<readonly Acceptance[]> => {
  const name = "accepted.yaml";
  return (await files.names(folder)).includes(name) ? readAcceptedFile(files, `${folder}/${name}`, report) : [];
};
