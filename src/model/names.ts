import { z } from "zod";
import { isBlank } from "./characters.ts";

/** Names that several source files use. */

/** A group or a figure in the data: applications, in_force. */
export const memberName = z.string().regex(/^[a-z][a-z0-9_-]*$/, "expected lower-case letters, digits, _ and -");
/** Units may be ISO 4217 codes: CNY. */
export const unitName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, "expected a name such as case, or a currency code");
/** A language folder, which is named like a BCP 47 tag: zh, en, fr-CA. */
export const languageId = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "expected the name of a language folder");
/** A text that shows something. */
export const text = z
  .string()
  .min(1)
  .refine((shown) => !isBlank(shown), "expected words, not blanks");
