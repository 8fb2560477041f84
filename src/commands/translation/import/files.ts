import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { readTable } from "../../../exchange/docx/read.ts";
import type { Returned } from "../../../exchange/taking/returned.ts";
import { readXliff } from "../../../exchange/xliff/read.ts";
import type { Report } from "../../../model/finding.ts";
import type { RuleName } from "../../../model/rules/index.ts";
import type { Shop } from "../desk.ts";
import { translatedOf } from "../status.ts";

/** Largest file that is read, in bytes. */
const maxBytes = 64_000_000;

/**
 * Reads a file that came back. Reports `file-missing`, `file-too-large`, `not-utf-8` and what its format reports.
 */
export const readReturned = async (file: string, report: Report): Promise<Returned | undefined> => {
  const fault = (rule: RuleName, message: string): undefined =>
    void report({ severity: "error", rule, message, place: { file, line: 1, column: 1 } });
  const path = resolve(file);
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) return fault("file-missing", `there is no file ${file}`);
  if (about.size > maxBytes)
    return fault("file-too-large", `${file} has ${about.size} bytes; the limit is ${maxBytes}`);
  const bytes = await readFile(path);
  // "PK": a package.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readTable(file, bytes, report);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fault("not-utf-8", `${file} is not UTF-8`);
  }
  return readXliff(file, text, report);
};

const primary = (tag: string | undefined): string => (tag ?? "").toLowerCase().split(/[-_]/)[0] ?? "";

/**
 * The language folder that a file is a translation into: that of its tag, or the only one of its language. Reports
 * `wrong-language`.
 */
export const languageFor = ({ file, sourceLanguage, targetLanguage }: Returned, shop: Shop): string | undefined => {
  const { source, report } = shop;
  const known = translatedOf(shop);
  const tagOf = (id: string): string => source?.languages.get(id)?.language.language ?? id;
  const wanted = targetLanguage?.toLowerCase();
  const exact = known.find((id) => id.toLowerCase() === wanted || tagOf(id).toLowerCase() === wanted);
  const alike = known.filter((id) => primary(tagOf(id)) === primary(targetLanguage));
  const found = exact ?? (alike.length === 1 ? alike[0] : undefined);
  const from = found === undefined ? undefined : source?.languages.get(found)?.translation?.source;
  if (from !== undefined && primary(sourceLanguage) === primary(tagOf(from))) return found;
  report({
    severity: "error",
    rule: "wrong-language",
    message: found
      ? `${file} is a translation from ${sourceLanguage ?? "no language"}; ${found} is translated from ${from ?? ""}`
      : `${file} is a translation into ${targetLanguage ?? "no language"}; this issue is translated into ${known.join(", ") || "none"}`,
    place: { file, line: 1, column: 1 },
    hint: "a converter may have changed the languages of the file; translate the exported file itself",
  });
  return undefined;
};
