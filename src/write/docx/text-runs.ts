import { NoBreakHyphen, SoftHyphen, Tab, TextRun, type XmlComponent } from "docx";
import type { Place } from "../../model/place.ts";
import { element } from "./markup.ts";
import {
  directedStretches,
  hasMarkInWord,
  kindOfLanguage,
  sharedMarks,
  type TextKind,
  type Written,
  writtenStretches,
} from "./script.ts";
import type { RunMarks } from "./styles/character.ts";
import { codePoint, forbidden, visibleText } from "./visible-text.ts";
import { type PartWriting, runStyle } from "./volume.ts";

/** The place in the source of a 0-based offset in a text. */
type PlaceAt = (offset: number) => Place;

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

/** The kind of text that words belong to: that of their own language, where they are in another than the part. */
const kindOf = ({ spoken, setting }: PartWriting): TextKind => (spoken ? kindOfLanguage(spoken) : setting.kind);

const isStressed = (marks: RunMarks): boolean => marks.has("strong") || marks.has("emphasis");

/** The marks of a stretch; stressed words in a script that is not the text's own have a look of their own. */
export const marksOf = ({ setting }: PartWriting, marks: RunMarks, { western }: Written): RunMarks => {
  if (!isStressed(marks) || western === (setting.kind !== "eastAsia")) return marks;
  return new Set([...marks, western ? "western" : "eastAsian"]);
};

const run = (writing: PartWriting, { text, western }: Written, rtl: boolean, style: string | undefined): TextRun =>
  new TextRun({
    children: contentOf(text),
    ...(style ? { style } : {}),
    ...(rtl ? { rightToLeft: true } : {}),
    ...(writing.spoken
      ? { language: { value: writing.spoken, eastAsia: writing.spoken, bidirectional: writing.spoken } }
      : {}),
    // Marks that Latin fonts have too belong to the East Asian font in East Asian text.
    ...(kindOf(writing) === "eastAsia" && !western && sharedMarks.test(text) ? { font: { hint: "eastAsia" } } : {}),
  });

/** A text by script where that shows: in what is stressed, and around marks inside western words. */
const stretchesOf = (writing: PartWriting, text: string, marks: RunMarks): readonly Written[] => {
  const eastAsian = kindOf(writing) === "eastAsia";
  const isSplit = isStressed(marks) || (eastAsian && hasMarkInWord(text));
  return isSplit ? writtenStretches(text, eastAsian) : [{ text, western: !eastAsian }];
};

/** How a text is written that stays one run: as the text around it, but for what is of the other kind throughout. */
export const writtenWhole = (writing: PartWriting, text: string): Written => {
  const eastAsian = kindOf(writing) === "eastAsia";
  const [only, ...others] = writtenStretches(text, eastAsian);
  return { text, western: only && others.length === 0 ? only.western : !eastAsian };
};

/** A text as runs, one for each direction of writing and, where it shows, each kind of script. */
export const textRuns = (
  writing: PartWriting,
  text: string,
  marks: RunMarks = new Set(),
  placeAt?: PlaceAt,
): readonly TextRun[] => {
  return directedStretches(printable(writing, text, placeAt), writing.setting.rtl).flatMap((stretch) =>
    stretchesOf(writing, stretch.text, marks).map((written) =>
      run(writing, written, stretch.rtl, runStyle(writing, marksOf(writing, marks, written))),
    ),
  );
};

/** A text that must stay one run: that of a control. It is right-to-left where it holds any right-to-left letter. */
export const singleRun = (writing: PartWriting, text: string, marks: RunMarks, placeAt?: PlaceAt): TextRun => {
  const shown = printable(writing, text, placeAt);
  const rtl = directedStretches(shown, false).some((stretch) => stretch.rtl);
  const written = writtenWhole(writing, shown);
  return run(writing, written, rtl, runStyle(writing, marksOf(writing, marks, written)));
};
