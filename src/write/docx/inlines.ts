import { ExternalHyperlink, FootnoteReferenceRun, type ParagraphChild, TextRun, type XmlComponent } from "docx";
import type { Inline, Link, Note, Reference, Value } from "../../model/document.ts";
import { inlineText, placeIn } from "../../model/text.ts";
import { type Handlers, handle } from "../../model/walk.ts";
import { blockBookmark, referenceBookmark } from "../../model/word-names.ts";
import { controlGap, controlType, figureControl } from "./controls.ts";
import { field } from "./field.ts";
import { element } from "./markup.ts";
import { bookmarked, paragraph } from "./paragraph.ts";
import { repeatedWords } from "./repeated-words.ts";
import type { RunMark, RunMarks } from "./styles/character.ts";
import { marksOf, singleRun, textRuns, writtenWhole } from "./text-runs.ts";
import { visibleText } from "./visible-text.ts";
import { type PartWriting, pageLabel, runStyle } from "./volume.ts";

/** Where inlines stand: the marks around them, and whether they are in a note already. */
export type InlineScope = {
  readonly writing: PartWriting;
  readonly marks: RunMarks;
  readonly inNote: boolean;
};

export const inlineScope = (writing: PartWriting): InlineScope => ({ writing, marks: new Set(), inNote: false });

type Content = readonly XmlComponent[];

const within = (scope: InlineScope, mark: RunMark, children: readonly Inline[]): Content =>
  writeInlines({ ...scope, marks: new Set([...scope.marks, mark]) }, children);

const writeValue = (scope: InlineScope, value: Value): Content => {
  const { writing, marks } = scope;
  const run = singleRun(writing, value.text, marks, () => value.place);
  if (writing.setting.style.word.controls === "off" || value.text === "") return [run];
  const shown = { ...value, text: visibleText(value.text) };
  return [
    figureControl(writing, shown, [run], runStyle(writing, marksOf(writing, marks, writtenWhole(writing, shown.text)))),
  ];
};

/** A link out of the file; an address that no program could follow is printed as plain text with a finding. */
const writeLink = (scope: InlineScope, link: Link): Content => {
  const target = URL.canParse(link.url) ? new URL(link.url).href : undefined;
  if (target)
    return [
      new ExternalHyperlink({
        link: target,
        children: within(scope, "link", link.children) as readonly ParagraphChild[],
      }),
    ];
  scope.writing.volume.report({
    severity: "warning",
    rule: "bad-link",
    message: `${link.url} is not a complete address; the Word edition prints it without a link`,
    place: link.place,
    hint: "write the address in full: https://…",
  });
  return writeInlines(scope, link.children);
};

const internalLink = (anchor: string, content: readonly XmlComponent[]): XmlComponent =>
  element("w:hyperlink", { "w:anchor": anchor, "w:history": 1 }, ...content);

/**
 * A cross-reference. Where the text stands at its target word for word it is a REF field, which follows the target's
 * changes; otherwise ("Chapter II" for a head that begins "II.") it is a link to the target (ECMA-376 §17.16.5.51, 5.45).
 */
const writeReference = (scope: InlineScope, reference: Reference): Content => {
  const { writing, marks } = scope;
  const { language } = writing.setting;
  const { words = [] } = writing.repeated.get(reference.target) ?? {};
  // A title is repeated with its raised and stressed words.
  const runs = (text: string): readonly TextRun[] =>
    reference.show === "title" && inlineText(words) === text
      ? repeatedWords(writing, words, marks)
      : textRuns(writing, text, marks, () => reference.place);
  if (reference.show === "note") {
    // Word prints it as the first call, whatever its number becomes (ECMA-376 §17.16.5.34).
    const called = referenceBookmark(language.id, reference.target, "note");
    return field(`NOTEREF ${called} \\f \\h`, [new TextRun({ text: reference.text, style: "FootnoteReference" })]);
  }
  const anchor = blockBookmark(language.id, reference.target);
  if (!writing.anchors.has(reference.target)) return runs(reference.text);
  if (reference.show === "page")
    return field(`PAGEREF ${anchor} \\h`, runs(pageLabel(writing, reference.target) ?? reference.text));
  if (writing.repeated.get(reference.target)?.[reference.show] === reference.text)
    return field(`REF ${referenceBookmark(language.id, reference.target, reference.show)} \\h`, runs(reference.text));
  return [internalLink(anchor, runs(reference.text))];
};

/** A note at the foot of the page. Word has no notes in notes: one inside another is printed in its place, in brackets. */
const writeNote = (scope: InlineScope, note: Note): Content => {
  const { writing, marks } = scope;
  if (scope.inNote)
    return [...textRuns(writing, " [", marks), ...writeInlines(scope, note.children), ...textRuns(writing, "]", marks)];
  const number = writing.volume.noteId();
  const content = writeInlines({ ...inlineScope(writing), inNote: true }, note.children);
  writing.volume.footnotes.set(number, {
    children: [paragraph(writing, "FootnoteText", [new TextRun(" "), ...content], { blocks: [note.id] })],
  });
  const call = new FootnoteReferenceRun(number);
  if (writing.repeated.get(note.id)?.note === undefined) return [call];
  return bookmarked(writing.volume, referenceBookmark(writing.setting.language.id, note.id, "note"), [call]);
};

const handlers = (scope: InlineScope): Handlers<Inline, Content> => ({
  text: (node) => textRuns(scope.writing, node.text, scope.marks, (offset) => placeIn(node, offset)),
  value: (node) => writeValue(scope, node),
  emphasis: (node) => within(scope, "emphasis", node.children),
  strong: (node) => within(scope, "strong", node.children),
  superscript: (node) => within(scope, "superscript", node.children),
  subscript: (node) => within(scope, "subscript", node.children),
  foreign: (node) => writeInlines({ ...scope, writing: { ...scope.writing, spoken: node.lang } }, node.children),
  link: (node) => writeLink(scope, node),
  reference: (node) => writeReference(scope, node),
  note: (node) => writeNote(scope, node),
  break: () => [new TextRun({ break: 1 })],
});

/** Whether a control stands right behind a combo box. */
const touches = ({ writing }: InlineScope, before: Inline | undefined, inline: Inline): boolean =>
  writing.setting.style.word.controls === "bound" &&
  inline.type === "value" &&
  before?.type === "value" &&
  controlType(before.text) === "w:comboBox";

/** The words of a line as the children of a paragraph. */
export const writeInlines = (scope: InlineScope, inlines: readonly Inline[]): Content => {
  const each = handlers(scope);
  return inlines.flatMap((inline, index) => [
    ...(touches(scope, inlines[index - 1], inline) ? [controlGap()] : []),
    ...handle(each, inline),
  ]);
};
