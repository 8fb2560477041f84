import type { Note } from "../breach.ts";
import type { PdfFile } from "../reader/file.ts";
import { isArray, isStream, nameOf, textOf } from "../reader/object.ts";
import { decode } from "../reader/stream.ts";
import { namespaces, readXmp } from "../reader/xmp.ts";

/** Properties that claim PDF/UA-1 and PDF/A-2a. */
const claims = [
  [namespaces.pdfuaid, "part", "1"],
  [namespaces.pdfaid, "part", "2"],
  [namespaces.pdfaid, "conformance", "A"],
] as const;

/** Title, language and claims of a screen file (ISO 14289-1 §7.1, §7.2; ISO 19005-2 §6.6). */
export const checkMetadata = (file: PdfFile, note: Note): void => {
  const rule = "screen-metadata";
  const root = file.get(file.trailer, "Root");
  if (!textOf(file.get(root, "Lang"))) note({ rule, message: "the file does not say its language" });
  if (file.get(file.get(root, "MarkInfo"), "Marked") !== true)
    note({ rule, message: "the file does not say that it is tagged" });
  if (file.get(file.get(root, "ViewerPreferences"), "DisplayDocTitle") !== true)
    note({ rule, message: "the window would show the file's name and not its title" });
  const stream = file.get(root, "Metadata");
  const bytes = isStream(stream) ? decode(file, stream) : undefined;
  const xmp = bytes && readXmp(bytes);
  if (!xmp) return note({ rule, message: "the file has no metadata that can be read" });
  const title = xmp.languages(namespaces.dc, "title").get("x-default");
  const stated = textOf(file.get(file.get(file.trailer, "Info"), "Title"));
  if (!title?.trim()) note({ rule, message: "the file has no title" });
  else if (title !== stated) note({ rule, message: `the file's titles differ: "${title}" and "${stated ?? ""}"` });
  for (const [namespace, name, value] of claims)
    if (xmp.text(namespace, name) !== value) note({ rule, message: `the metadata do not say ${name} ${value}` });
  const intents = file.get(root, "OutputIntents");
  const intent = isArray(intents) ? intents.find((one) => nameOf(file.get(one, "S")) === "GTS_PDFA1") : undefined;
  if (!intent || !isStream(file.get(intent, "DestOutputProfile")))
    note({ rule, message: "the file does not say what its colours mean" });
};
