import type { Note } from "../breach.ts";
import { interpret } from "../content/interpret.ts";
import { type PdfFile, readPdf } from "../reader/file.ts";
import { dictOf, nameOf, textOf } from "../reader/object.ts";
import { pagesOf } from "../reader/pages.ts";

/** Annotations that show nothing of their own (ISO 32000-1 §12.5.6). */
const plain: ReadonlySet<string> = new Set(["Link", "PrinterMark", "TrapNet"]);

const checkAnnotations = (file: PdfFile, note: Note): void => {
  for (const object of file.objects.values()) {
    const dict = dictOf(object);
    const kind = nameOf(file.get(dict, "Subtype"));
    if (!dict || nameOf(file.get(dict, "Type")) !== "Annot" || kind === undefined || plain.has(kind)) continue;
    const words = textOf(file.get(dict, "Contents")) ?? "";
    note({
      rule: "release-comment",
      message: `it holds a comment (${kind}${words === "" ? "" : `: "${words.slice(0, 40)}"`})`,
    });
  }
};

/** What a PDF would tell that its publisher did not mean to publish. */
export const checkPdfFile = (bytes: Uint8Array, note: Note): void => {
  const file = readPdf(bytes);
  checkAnnotations(file, note);
  if (file.get(file.get(file.trailer, "Root"), "OCProperties") !== null)
    note({ rule: "release-hidden-text", message: "it holds layers, which can be hidden" });
  for (const page of pagesOf(file)) {
    let seen = false;
    interpret(file, page, {
      paint: (paint) => {
        if (paint.kind !== "text" || seen) return;
        const { mode, font } = paint.state;
        if (mode !== 3 && mode !== 7) return;
        const text = paint.codes.map((code) => font?.unicode(code) ?? "").join("");
        if (text.trim() === "") return;
        seen = true;
        note({
          rule: "release-hidden-text",
          message: `it holds text that is not drawn ("${text.slice(0, 40)}")`,
          page: page.number,
        });
      },
      fault: () => {},
    });
  }
};
