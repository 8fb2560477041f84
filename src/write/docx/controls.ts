import type { XmlComponent } from "docx";
import type { Value } from "../../model/document.ts";
import { controlTag } from "./figure-store.ts";
import { element } from "./markup.ts";
import type { Volume } from "./volume.ts";

/**
 * A printed figure as a content control (w:sdt, ECMA-376 §17.5.2.31): its text is that of the file's list of figures,
 * so that one change shows wherever the figure stands. The control cannot be deleted by accident; what it says can
 * always be edited. The key stands in tag, title and binding, because programs keep one or the other.
 */
export const figureControl = (
  volume: Volume,
  value: Value,
  place: string,
  content: readonly XmlComponent[],
  runStyleId: string | undefined,
): XmlComponent => {
  const binding = volume.figures.bind(value);
  const name = controlTag(value.key);
  return element(
    "w:sdt",
    {},
    element(
      "w:sdtPr",
      {},
      ...(runStyleId ? [element("w:rPr", {}, element("w:rStyle", { "w:val": runStyleId }))] : []),
      element("w:alias", { "w:val": name }),
      element("w:tag", { "w:val": name }),
      element("w:id", { "w:val": volume.controlId(place) }),
      element("w:lock", { "w:val": "sdtLocked" }),
      element("w:dataBinding", {
        "w:prefixMappings": binding.prefixMappings,
        "w:xpath": binding.xpath,
        "w:storeItemID": binding.storeItemId,
      }),
      element("w:text"),
    ),
    element("w:sdtContent", {}, ...content),
  );
};
