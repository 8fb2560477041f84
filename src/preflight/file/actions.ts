import type { PdfFile } from "../reader/file.ts";
import { dictOf, nameOf } from "../reader/object.ts";
import type { Rule } from "../rule.ts";

/** What runs, opens or sends something (ISO 32000-1 §12.6, §12.7), wherever it hangs. */
const activeKeys = ["OpenAction", "AA", "AcroForm", "Collection"];
const harmless = ["GoTo", "URI"];

const found = (file: PdfFile): ReadonlySet<string> => {
  const root = file.get(file.trailer, "Root");
  const names = file.get(root, "Names");
  const active = new Set(activeKeys.filter((key) => file.get(root, key) !== null));
  for (const key of ["JavaScript", "EmbeddedFiles"]) if (file.get(names, key) !== null) active.add(key);
  for (const object of file.objects.values()) {
    const dict = dictOf(object);
    if (!dict) continue;
    if (file.get(dict, "JS") !== null) active.add("JavaScript");
    const action = nameOf(file.get(file.get(dict, "A"), "S"));
    if (nameOf(file.get(dict, "Subtype")) === "Link" && action !== undefined && !harmless.includes(action))
      active.add(action);
  }
  return active;
};

/** A publication does nothing by itself. */
export const actionRules: readonly Rule<PdfFile>[] = [
  {
    rule: "pdf-active",
    breaches: (file) =>
      [...found(file)].map((what) => ({ message: `the file holds what runs or travels in it: ${what}` })),
  },
];
