import { z } from "zod";
import { type Acceptance, acceptanceSchema, acceptedSchema } from "../model/acceptance.ts";
import type { Report } from "../model/finding.ts";
import type { Files } from "./files.ts";
import { checkSchema } from "./schema.ts";
import { readYaml } from "./yaml.ts";

/** The list by itself; its entries are read one by one. */
const listSchema = acceptedSchema.extend({ accepted: z.array(z.unknown()) });

/** Reads a list of accepted deviations. Reports schema faults; an entry that has one leaves the others in force. */
export const readAcceptedFile = async (files: Files, file: string, report: Report): Promise<readonly Acceptance[]> => {
  const text = await files.text(file);
  const located = text === undefined ? undefined : readYaml(file, text, report);
  const read = located && checkSchema(listSchema, located, [], report);
  if (!located || !read) return [];
  return read.accepted.flatMap((_, index) => {
    const path = ["accepted", index];
    const entry = checkSchema(acceptanceSchema, located, path, report);
    return entry ? [{ ...entry, place: located.place(path) }] : [];
  });
};

/** Reads the accepted deviations of an issue; none when the file is not there. Reports schema faults. */
export const readAccepted = async (files: Files, folder: string, report: Report): Promise<readonly Acceptance[]> => {
  const name = "accepted.yaml";
  return (await files.names(folder)).includes(name) ? readAcceptedFile(files, `${folder}/${name}`, report) : [];
};
