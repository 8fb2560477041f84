import type { Breach } from "../breach.ts";
import { checkPdfFile } from "./pdf.ts";
import { checkWordFile } from "./word.ts";

/**
 * What a file would tell besides what is printed: tracked changes, comments, hidden text. A statistical office has once
 * published its changes that way. Files of other kinds tell nothing.
 */
export const disclosures = (name: string, bytes: Uint8Array): readonly Breach[] => {
  const breaches: Breach[] = [];
  const note = (breach: Breach): void => void breaches.push(breach);
  if (name.endsWith(".docx")) checkWordFile(bytes, note);
  if (name.endsWith(".pdf")) checkPdfFile(bytes, note);
  return breaches;
};
