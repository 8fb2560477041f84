/** Typesetting, free of any output format: runs of text → lines by total fit; items → pages. */
export { addressesIn } from "./addresses.ts";
export type { Run } from "./boxes.ts";
export type { LetterFit } from "./elastic.ts";
export { chooseFaces, type FaceList, type SizedFace, type TextStyle } from "./faces.ts";
export type { LineFault } from "./fullness.ts";
export { hasPatterns } from "./hyphenation.ts";
export type { Alignment, Line, Piece, SetParagraph } from "./line.ts";
export { type Column, type Fault, fillPages, type Item, type Page, type Placed } from "./pages.ts";
export { type Measure, setParagraph } from "./paragraph.ts";
export { rightToLeft, scriptsOf } from "./script.ts";
export { type Setting, settingOf } from "./setting.ts";
export { type Shaped, type ShapedGlyph, shape } from "./shape.ts";
