import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected a SHA-256 in hexadecimal");

/**
 * What a page of a finished file draws. Two pages of one `drawing` look the same, whatever objects, names and codes they are
 * made of; two of one `stream` have the same bytes besides. The other way round nothing is said.
 */
export const drawnPageSchema = z.strictObject({ stream: sha256, drawing: sha256 });
export type DrawnPage = Readonly<z.infer<typeof drawnPageSchema>>;

/** The pages of a finished file in order, and what is printed on each: "iv", "12"; "" for blank pages. */
export const drawnFileSchema = z.strictObject({ labels: z.array(z.string()), pages: z.array(drawnPageSchema) });
export type DrawnFile = {
  readonly labels: readonly string[];
  readonly pages: readonly DrawnPage[];
};

/** The files of an edition; there is no print file without a profile of the press. */
export const drawnEditionSchema = z.strictObject({
  screen: drawnFileSchema,
  print: drawnFileSchema.exactOptional(),
});
export type DrawnEdition = { readonly screen: DrawnFile; readonly print?: DrawnFile };
