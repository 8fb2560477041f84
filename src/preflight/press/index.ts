import type { Style } from "../../model/style.ts";
import type { Breach } from "../breach.ts";
import { fileRules } from "../file/index.ts";
import { PdfSyntaxError } from "../reader/lexer.ts";
import { hold } from "../rule.ts";
import { contentRules } from "./content.ts";
import { pressIdentityRules } from "./identity.ts";
import { inkRules } from "./inks.ts";
import { paperRules } from "./interaction.ts";
import type { PressRule } from "./rule.ts";
import { sheetRules } from "./sheets.ts";
import { type Survey, survey } from "./survey.ts";

export { jobTicket } from "./ticket.ts";

const ofFile = [...fileRules, ...pressIdentityRules];
const ofPages: readonly PressRule[] = [...contentRules, ...sheetRules, ...inkRules, ...paperRules];

/** The names of all promises of a print file. */
export const pressPromises: readonly string[] = [...ofFile, ...ofPages].map(({ rule }) => rule);

/** A print file read again: what it was seen to be, and what of its promises it breaks. */
export const examinePress = (
  bytes: Uint8Array,
  style: Style,
): { readonly survey: Survey | undefined; readonly breaches: readonly Breach[] } => {
  const breaches: Breach[] = [];
  const note = (breach: Breach): void => void breaches.push(breach);
  try {
    const seen = survey(bytes);
    hold(ofFile, seen.file, note);
    hold(ofPages, { ...seen, style }, note);
    return { survey: seen, breaches };
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    note({ rule: "press-content", message: `the file cannot be read back: ${error.message}` });
    return { survey: undefined, breaches };
  }
};
