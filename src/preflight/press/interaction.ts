import { isArray, numberOf } from "../reader/object.ts";
import type { PressRule } from "./rule.ts";

/** Paper has no links (ISO 15930-7). */
export const paperRules: readonly PressRule[] = [
  {
    rule: "press-interactive",
    breaches: ({ file, pages }) => {
      const onPaper = pages.flatMap(({ page }) => {
        const annotations = file.get(page.dict, "Annots");
        const count = isArray(annotations) ? annotations.length : 0;
        const message = `the page has ${count} links or notes, which paper does not`;
        return count > 0 ? [{ message, page: page.number }] : [];
      });
      const outlines = file.get(file.get(file.get(file.trailer, "Root"), "Outlines"), "Count");
      return [...onPaper, ...(numberOf(outlines) ? [{ message: "the file has bookmarks, which paper does not" }] : [])];
    },
  },
];
