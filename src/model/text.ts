import type { Block, Document, Inline, Section, Text, Value } from "./document.ts";
import { type Place, spanning } from "./place.ts";
import { type Handlers, handle } from "./walk.ts";

/** Stands, visibly wrong, where a value or a picture could not be printed; in characters that every face has. */
export const missingText = (key: string): string => `[[${key}]]`;

const printed: Handlers<Inline, string> = {
  text: (node) => node.text,
  value: (node) => node.text,
  emphasis: (node) => inlineText(node.children),
  strong: (node) => inlineText(node.children),
  superscript: (node) => inlineText(node.children),
  subscript: (node) => inlineText(node.children),
  foreign: (node) => inlineText(node.children),
  link: (node) => inlineText(node.children),
  reference: (node) => (node.show === "note" ? "" : node.text),
  note: () => "",
  break: () => "\n",
};

/** The words that inlines print in their line; a note's words stand at the foot of the page and are left out. */
export const inlineText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => handle(printed, inline)).join("");

const formsOf = (plain: string, forms: string): ReadonlyMap<string, string> =>
  new Map([...plain].map((character, index) => [character, [...forms][index] as string]));
const raised = formsOf("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ");
const lowered = formsOf("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎");

/** A text in characters that are raised or lowered themselves, where all of them are in Unicode. */
const inForms = (text: string, forms: ReadonlyMap<string, string>): string =>
  [...text].every((character) => forms.has(character))
    ? [...text].map((character) => forms.get(character)).join("")
    : text;

/** The words of inlines where nothing but characters can be written, raised and lowered as they are: km², H₂O. */
export const formedText = (inlines: readonly Inline[]): string =>
  inlines
    .map((node) => {
      if (node.type === "superscript") return inForms(formedText(node.children), raised);
      if (node.type === "subscript") return inForms(formedText(node.children), lowered);
      return "children" in node ? formedText(node.children) : inlineText([node]);
    })
    .join("");

/** A section's head as printed: prefix, title and suffix. */
export const headText = (section: Section): string => section.prefix + inlineText(section.title) + section.suffix;

/** Whether a value could not be printed and its key stands in its stead. */
export const isMissing = ({ key, text }: Value): boolean => text === missingText(key);

/** Forms that print a word for a figure and not its number. */
const wordForms: ReadonlySet<string> = new Set(["direction", "plural", "label"]);

/** Whether a value prints its figure's number, and not a word that follows from it. */
export const printsNumber = (value: Value): boolean => !wordForms.has(value.form);

/** The place in the template of a 0-based offset in a text. */
export const placeIn = (text: Text, offset: number): Place => {
  const { at, place } = text.parts?.findLast((part) => part.at <= offset) ?? { at: 0, place: text.place };
  const { end: _, ...start } = place;
  return { ...start, column: start.column + offset - at };
};

/** The source of inlines that stand side by side, from the first to the last; `undefined` for none. */
export const extentOf = (inlines: readonly Inline[]): Place | undefined => {
  const [first, last] = [inlines[0], inlines.at(-1)];
  return first && last && spanning(first.place, last.place);
};

const linesOf: Handlers<Block, readonly string[]> = {
  section: (node) => {
    const inner = node.children.flatMap((child) => handle(linesOf, child));
    if (node.head === "none") return inner;
    if (node.head === "display") return [headText(node), ...inner];
    return [headText(node) + (inner[0] ?? ""), ...inner.slice(1)];
  },
  paragraph: (node) => [inlineText(node.children)],
  list: (node) => node.items.flatMap((item) => item.children.flatMap((child) => handle(linesOf, child))),
  quote: (node) => node.children.flatMap((child) => handle(linesOf, child)),
  figure: (node) => [
    node.prefix + inlineText(node.caption),
    ...[node.note, node.source].flatMap((line) => (line ? [inlineText(line)] : [])),
  ],
  table: (node) => [
    node.prefix + inlineText(node.caption),
    ...[...node.head, ...node.rows].map((row) => row.cells.map((cell) => inlineText(cell.children)).join("\t")),
  ],
};

/** A document's text, one line a block, in reading order; charts by their captions, notes left out. */
export const documentText = (document: Document): readonly string[] => [
  document.title,
  document.issuer,
  document.date,
  ...document.sections.flatMap((section) => handle(linesOf, section)),
];
