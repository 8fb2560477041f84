import { createHash } from "node:crypto";
import type { Report } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { PressProfile } from "../model/press.ts";
import type { RuleName } from "../model/rules/index.ts";
import type { Files } from "./files.ts";

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString("latin1", from, to);

/** The profile's own name: a textDescriptionType (ICC.1:2001 §6.5.17) or a multiLocalizedUnicodeType (ICC.1:2010 §10.13). */
const descriptionOf = (bytes: Buffer): string | undefined => {
  for (let index = 0; index < bytes.readUInt32BE(128); index++) {
    const entry = 132 + index * 12;
    if (entry + 12 > bytes.length || ascii(bytes, entry, entry + 4) !== "desc") continue;
    const at = bytes.readUInt32BE(entry + 4);
    if (ascii(bytes, at, at + 4) === "desc") return ascii(bytes, at + 12, at + 11 + bytes.readUInt32BE(at + 8));
    const [length, offset] = [bytes.readUInt32BE(at + 20), bytes.readUInt32BE(at + 24)];
    return Buffer.from(bytes.subarray(at + offset, at + offset + length))
      .swap16()
      .toString("utf16le");
  }
  return undefined;
};

const faultIn = (bytes: Buffer): string | undefined => {
  if (bytes.length < 132 || ascii(bytes, 36, 40) !== "acsp" || bytes.readUInt32BE(0) !== bytes.length)
    return "is no ICC profile, or not a whole one";
  if (ascii(bytes, 12, 16) !== "prtr" || ascii(bytes, 16, 20) !== "CMYK") return "is no profile of a press in CMYK";
  return (bytes[8] as number) > 4 ? "is of a later version of ICC than PDF/X-4 takes" : undefined;
};

/**
 * Reads the profile that print files are made for, with its licence beside it.
 *
 * @param place where the style names it
 *
 * Reports `file-missing`, `bad-profile` and `profile-licence`.
 */
export const readProfile = async (
  files: Files,
  name: string,
  place: Place,
  report: Report,
): Promise<PressProfile | undefined> => {
  const folder = "fonts/profiles";
  const file = `${folder}/${name}`;
  const present = await files.names(folder);
  const error = (rule: RuleName, message: string, hint?: string): undefined => {
    report({ severity: "error", rule, message, place, ...(hint && { hint }) });
  };
  if (await files.isOutside?.(file)) return undefined;
  if (!present.includes(name)) return error("file-missing", `there is no ${file}`);
  const licence = `LICENCE-${name.replace(/\.icc$/i, "")}.txt`;
  if (!present.includes(licence))
    error(
      "profile-licence",
      `the licence ${licence} is not in ${folder}/`,
      "a profile travels inside every print file",
    );
  const bytes = await files.bytes(file);
  if (!bytes) return undefined;
  const buffer = Buffer.from(bytes);
  const fault = faultIn(buffer);
  if (fault) return error("bad-profile", `${file} ${fault}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file, bytes, sha256, description: (descriptionOf(buffer) ?? name).replace(/\0/g, "").trim() };
};
