import { readFileSync } from "node:fs";
import type { Font } from "fontkit";
import { parse } from "yaml";
import type { Face } from "../../src/model/face.ts";
import { lineRulesSchema } from "../../src/model/line-rules.ts";
import type { SizedFace } from "../../src/typeset/faces.ts";
import {
  type Line,
  type Measure,
  type Run,
  type Setting,
  setParagraph,
  settingOf,
  type TextStyle,
} from "../../src/typeset/index.ts";
import { type Region, sized, stubFace } from "./faces.ts";

/** Paragraphs in the faces of the project and, for other scripts, in faces that only measure. */

const { faces: listed } = parse(readFileSync("fonts/manifest.yaml", "utf8")) as { faces: (Face & { file: string })[] };
const faces: readonly Face[] = listed.map((face) => ({ ...face, bytes: readFileSync(`fonts/${face.file}`) }));
const families = { body: ["Source Serif 4", "Noto Serif SC"], head: ["Source Sans 3", "Noto Sans SC"] };

/** A language of the project's own faces, with line rules in YAML's shape. */
export const setting = (language: string, script: string, lines: unknown = {}): Promise<Setting> =>
  settingOf(language, script, lineRulesSchema.parse(lines), { faces, families, scale: {} });

/** The `lines` of the language in a file: those of the publication, or of test/typeset/languages. */
export const linesOf = (language: string): unknown => {
  const own = language === "zh" || language === "en";
  const read = parse(
    readFileSync(own ? `templates/2019/${language}/language.yaml` : `test/typeset/languages/${language}.yaml`, "utf8"),
  );
  return own ? read.lines : read;
};

/** A language in a face that only measures; `shaped` counts what was shaped. */
export const stubSetting = async (
  language: string,
  script: string,
  region: Region,
  lines: unknown = {},
): Promise<Setting & { readonly font: Font; readonly shaped: Map<string, number> }> => {
  const { font, shaped } = stubFace(region);
  const made = await setting(language, script, lines);
  const one = new Map<number, SizedFace>();
  const chooseFace = (_: string, __: string, style: TextStyle) => {
    const found = one.get(style.size) ?? sized(font, style.size);
    one.set(style.size, found);
    return found;
  };
  return { ...made, chooseFace, font, shaped };
};

const style = { role: "body", size: 10, weight: 400, italic: false, colour: "text", raise: 0, features: [] } as const;
export const place = { file: "x", line: 1, column: 1 };
export const run = (text: string, more: Partial<Run> = {}): Run => ({ text, style, place, ...more });

/** Runs in type of 10 pt, justified in a width unless the measure says otherwise. */
export const set = (
  text: string | readonly Run[],
  width: number,
  by: Setting,
  measure: Partial<Measure> = {},
): readonly Line[] =>
  setParagraph(
    typeof text === "string" ? [run(text)] : text,
    { width, indent: 0, hang: 0, alignment: "justify", ...measure },
    by,
  ).lines;

/** What a line prints, with U+00AD for the hyphen that divides its last word. */
export const textOf = (line: Line): string => line.pieces.map((piece) => piece.text).join("");

/** Natural width of a text on one line, in em. */
export const widthOf = (text: string, by: Setting): number =>
  (set(text, 1e5, by, { alignment: "start" })[0]?.width ?? 0) / style.size;

/** Widths in pt at which paragraphs are broken in tests: from a few words to a page. */
export const widths = Array.from({ length: 60 }, (_, index) => 90 + index * 3.7);
