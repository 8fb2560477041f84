import { TextRun, type XmlComponent } from "docx";
import { element } from "./markup.ts";

const character = (type: "begin" | "separate" | "end"): XmlComponent =>
  element("w:r", {}, element("w:fldChar", { "w:fldCharType": type }));

/** The parts of a complex field (ECMA-376 §17.16.18), for fields that run over several paragraphs. */
export const fieldBegin = (instruction: string): readonly XmlComponent[] => [
  character("begin"),
  element("w:r", {}, element("w:instrText", { "xml:space": "preserve" }, ` ${instruction} `)),
  character("separate"),
];
export const fieldEnd = (): XmlComponent => character("end");

/** A field with its result already in it, so that nothing has to be updated on opening. */
export const field = (instruction: string, result: readonly XmlComponent[]): readonly XmlComponent[] => [
  ...fieldBegin(instruction),
  ...result,
  fieldEnd(),
];

export const textField = (instruction: string, result: string): readonly XmlComponent[] =>
  field(instruction, [new TextRun(result)]);
