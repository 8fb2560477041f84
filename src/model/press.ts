import { z } from "zod";

/** What the press is told (style.yaml, print): how the print file is made, and what it keeps to. */
export const pressSchema = z
  .strictObject({
    /** ICC profile of the printing condition, in fonts/profiles/. */
    profile: z
      .string()
      .regex(/^[^/\\]+\.icc$/i, "expected an ICC profile (.icc) in fonts/profiles/")
      .default("ISOcoated_v2_300_bas.icc"),
    /** Name of the condition in the registry of the ICC (characterisation data). */
    condition: z.string().min(1).default("FOGRA39"),
    /** Most ink on one spot, percent of all four together. */
    ink: z.number().positive().max(400).default(300),
    /** Least resolution of pictures of pixels, dots to the inch. */
    resolution: z.number().positive().default(300),
    /** Thinnest line, pt. */
    line: z.number().positive().default(0.25),
    /** The number of pages is a multiple of this: 4 for folded sheets. */
    multiple: z.int().positive().default(4),
  })
  .prefault({});

/** The ICC profile of a printing condition. */
export type PressProfile = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** As the profile calls itself. */
  readonly description: string;
};
