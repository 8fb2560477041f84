import type { XmlComponent } from "docx";
import type { Value } from "../../model/document.ts";
import { shortName, valueTag } from "../../model/word-names.ts";
import { element } from "./markup.ts";
import type { PartWriting } from "./volume.ts";

/** Letters of the Latin script, and what all scripts share. */
const latinOnly = /^[\p{Script=Latin}\p{Script=Common}]*$/u;

/**
 * Which control takes a text. Both take any plain text; but LibreOffice 7 repeats a text control on saving when its text
 * is not in Latin letters throughout, so that 17.36万件 goes into a combo box, which it leaves alone.
 */
export const controlType = (text: string): "w:text" | "w:comboBox" => (latinOnly.test(text) ? "w:text" : "w:comboBox");

/**
 * What keeps a control apart from a combo box that it touches (356件|697人): LibreOffice 7 would save the second inside
 * the first. A field without any effect (PRIVATE, ECMA-376 §17.16.5.47) is nothing to be seen.
 */
export const controlGap = (): XmlComponent => element("w:fldSimple", { "w:instr": " PRIVATE " });

/**
 * A printed figure as a content control (w:sdt, ECMA-376 §17.5.2.31): its text is that of the file's list of figures,
 * so that one change shows wherever the figure stands. The control cannot be deleted by accident; what it says can
 * always be edited. Its tag is the id of the print; the key stands in tag, title and binding, because programs keep one or
 * the other.
 */
export const figureControl = (
  { volume, setting }: PartWriting,
  value: Value,
  content: readonly XmlComponent[],
  runStyleId: string | undefined,
): XmlComponent => {
  const binding = volume.figures.bind(value);
  const { id } = setting.language;
  return element(
    "w:sdt",
    {},
    element(
      "w:sdtPr",
      {},
      ...(runStyleId ? [element("w:rPr", {}, element("w:rStyle", { "w:val": runStyleId }))] : []),
      element("w:alias", { "w:val": shortName(value.key) }),
      element("w:tag", { "w:val": valueTag(id, value.id) }),
      element("w:id", { "w:val": volume.controlId(`${id}/${value.id}`) }),
      element("w:lock", { "w:val": "sdtLocked" }),
      element("w:dataBinding", {
        "w:prefixMappings": binding.prefixMappings,
        "w:xpath": binding.xpath,
        "w:storeItemID": binding.storeItemId,
      }),
      element(controlType(value.text)),
    ),
    element("w:sdtContent", {}, ...content),
  );
};
