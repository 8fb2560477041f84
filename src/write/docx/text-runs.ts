import { NoBreakHyphen, SoftHyphen, Tab, TextRun, type XmlComponent } from "docx";
import type { Place } from "../../model/place.ts";
import { element } from "./markup.ts";
import { directedStretches, sharedMarks } from "./script.ts";
import type { RunMarks } from "./styles/character.ts";
import { type PartWriting, runStyle } from "./volume.ts";

/** The place in the source of a 0-based offset in a text. */
type PlaceAt = (offset: number) => Place;

/** Characters that XML 1.0 §2.2 forbids, and lone surrogates: a file that holds one cannot be opened. */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;

/** The text with every forbidden character made visible. */
export const visibleText = (text: string): string =>
  text.replace(forbidden, (character) => `⟦${codePoint(character)}⟧`);

/** Reports `hidden-character` for every forbidden character and gives the text with them made visible. */
const printable = (writing: PartWriting, text: string, placeAt: PlaceAt | undefined): string => {
  for (const { 0: character, index } of text.matchAll(forbidden)) {
    writing.volume.report({
      severity: "error",
      rule: "hidden-character",
      message: `${codePoint(character)} cannot stand in a Word file`,
      ...(placeAt ? { place: placeAt(index) } : {}),
      hint: "delete it; type a visible character if one was meant",
    });
  }
  return visibleText(text);
};

/** Characters for which Word has elements of its own (ECMA-376 §17.3.3). */
const special: Readonly<Record<string, () => XmlComponent>> = {
  "\t": () => new Tab(),
  "\u00AD": () => new SoftHyphen(),
  "\u2011": () => new NoBreakHyphen(),
};
const specials = /([\t\u00AD\u2011])/u;
const contentOf = (text: string): readonly XmlComponent[] =>
  text
    .split(specials)
    .filter((piece) => piece !== "")
    .map((piece) => special[piece]?.() ?? element("w:t", { "xml:space": "preserve" }, piece));

const run = (writing: PartWriting, text: string, rtl: boolean, style: string | undefined): TextRun =>
  new TextRun({
    children: contentOf(text),
    ...(style ? { style } : {}),
    ...(rtl ? { rightToLeft: true } : {}),
    ...(writing.spoken
      ? { language: { value: writing.spoken, eastAsia: writing.spoken, bidirectional: writing.spoken } }
      : {}),
    // Marks that Latin fonts have too belong to the East Asian font in East Asian text.
    ...(writing.setting.kind === "eastAsia" && sharedMarks.test(text) ? { font: { hint: "eastAsia" } } : {}),
  });

/** A text as runs, one for each direction of writing. */
export const textRuns = (
  writing: PartWriting,
  text: string,
  marks: RunMarks = new Set(),
  placeAt?: PlaceAt,
): readonly TextRun[] => {
  const style = runStyle(writing, marks);
  return directedStretches(printable(writing, text, placeAt), writing.setting.rtl).map((stretch) =>
    run(writing, stretch.text, stretch.rtl, style),
  );
};

/** A text that must stay one run: that of a control. It is right-to-left where it holds any right-to-left letter. */
export const singleRun = (writing: PartWriting, text: string, marks: RunMarks, placeAt?: PlaceAt): TextRun => {
  const shown = printable(writing, text, placeAt);
  const rtl = directedStretches(shown, false).some((stretch) => stretch.rtl);
  return run(writing, shown, rtl, runStyle(writing, marks));
};
