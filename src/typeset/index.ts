/** Typesetting, free of any output format: runs of text → lines by total fit; items → pages. */
export { addressesIn } from "./addresses.ts";
export type { Run } from "./boxes.ts";
export type { Column, Item, Note, Placed } from "./column.ts";
export type { LetterFit } from "./elastic.ts";
export { chooseFaces, type FaceList, type SizedFace, type TextStyle } from "./faces.ts";
export type { LineFault } from "./fullness.ts";
export { hasPatterns } from "./hyphenation.ts";
export type { Alignment, Line, Piece, SetParagraph } from "./line.ts";
export { type Fault, fillPages, type Page } from "./pages.ts";
export { type Measure, setParagraph } from "./paragraph.ts";
export { rightToLeft, scriptsOf } from "./script.ts";
export { type Setting, settingOf } from "./setting.ts";
export { type Shaped, type ShapedGlyph, shape } from "./shape.ts";
