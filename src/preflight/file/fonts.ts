import type { PdfFile } from "../reader/file.ts";
import { dictOf, nameOf } from "../reader/object.ts";
import type { Rule } from "../rule.ts";

const programs = ["FontFile", "FontFile2", "FontFile3"];

/** Every face travels with the file (ISO 15930-7; ISO 19005-2 §6.2.11.4). That it may is checked when it is read. */
export const fontRules: readonly Rule<PdfFile>[] = [
  {
    rule: "pdf-font-embedded",
    breaches: (file) => {
      const missing = new Set<string>();
      for (const object of file.objects.values()) {
        const font = dictOf(object);
        // The outlines of a composite font hang on its descendant (ISO 32000-1 §9.7).
        if (nameOf(file.get(font, "Type")) !== "Font" || nameOf(file.get(font, "Subtype")) === "Type0") continue;
        const descriptor = file.get(font, "FontDescriptor");
        if (programs.every((key) => file.get(descriptor, key) === null))
          missing.add(nameOf(file.get(font, "BaseFont")) ?? "a face without a name");
      }
      return [...missing].map((font) => ({ message: `the file uses ${font} and does not embed it` }));
    },
  },
];
