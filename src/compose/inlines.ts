import type { FootnoteDefinition, PhrasingContent } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import type { Inline, Value } from "../model/document.ts";
import { type Place, spanning } from "../model/place.ts";
import { didYouMean } from "../model/suggest.ts";
import { joinLines } from "../template/joins.ts";
import { placeOf, sourceOf } from "../template/markdown.ts";
import { placeholder, type Rope } from "../template/rope.ts";
import { cut, isVerbatim, type Stretch } from "../template/stretches.ts";
import type { Assembly } from "./assembly.ts";
import type { Extent } from "./choices.ts";
import { printUnder } from "./head-units.ts";

/** One template's text on its way into the document. */
export type Manuscript = {
  readonly rope: Rope;
  readonly assembly: Assembly;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  /** What each block takes of the rope; grows as blocks are made. */
  readonly extents: Extent[];
  /** In a table: whether this is a head, and the unit that the head of the column names. */
  readonly inHead?: boolean;
  readonly unit?: string | undefined;
};

const textDirectives = ["sup", "sub", "lang", "ref", "unit"];

/** Whether a text is a language tag (BCP 47). */
const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** Marks of Markdown that stayed text because something about them is wrong: bold that does not close, a note without its text. */
const stray = /\*\*|\[\^[^\]]*\]|:{2,3}[a-z]+[[{]|\{#|\{\{|\}\}/;

const checkStray = (text: string, place: Place, { assembly }: Manuscript): void => {
  const [mark] = stray.exec(text) ?? [];
  if (mark !== undefined)
    assembly.fault("stray-markup", `"${mark}" would be printed as it stands`, place, {
      hint: "close it, or move punctuation out of the marks: **bold**。",
    });
};

/** The value at an offset, as the head of its column asks for it. */
const valueAt = (offset: number, { rope, unit, assembly }: Manuscript): Value | undefined => {
  const value = rope.valueAt(offset);
  const printing = rope.printingAt(offset);
  if (!value || !printing || unit === undefined) return value;
  const under = printUnder(unit, value, printing, assembly.language);
  if ("value" in under) return under.value;
  const { rule, message, hint } = under.problem;
  assembly.fault(rule, message, value.place, hint === undefined ? {} : { hint });
  return value;
};

/** Where the stretches of a text come from, each template stretch by itself. */
const partsOf = (stretches: readonly Stretch[], rope: Rope): readonly { at: number; place: Place }[] =>
  stretches.flatMap((stretch) => {
    if (!isVerbatim(stretch)) return [{ at: stretch.at, place: rope.placeOf(stretch.from, stretch.to) }];
    return rope
      .spansOf(stretch.from, stretch.to)
      .map(({ from, place }) => ({ at: stretch.at + from - stretch.from, place }));
  });

/** Text with its values in between. */
const textAndValues = (node: PhrasingContent & { type: "text" }, manuscript: Manuscript): readonly Inline[] => {
  const { rope } = manuscript;
  const stretches = node.data?.stretches ?? [];
  checkStray(node.value, placeOf(node, rope), manuscript);
  let start = 0;
  return node.value.split(placeholder).flatMap((text): Inline[] => {
    const [before] = start === 0 ? [] : cut(stretches, start - 1, start);
    const value = before && valueAt(before.from, manuscript);
    const parts = partsOf(cut(stretches, start, start + text.length), rope);
    start += text.length + 1;
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) return value ? [value] : [];
    const place = spanning(first.place, last.place);
    return [...(value ? [value] : []), { type: "text", place, text, ...(parts.length > 1 && { parts }) }];
  });
};

const link = (node: PhrasingContent & { type: "link" }, manuscript: Manuscript): readonly Inline[] => {
  const place = placeOf(node, manuscript.rope);
  if (!/^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+)$/.test(node.url))
    manuscript.assembly.fault("bad-link", `"${node.url}" is no address for print`, place, {
      hint: "use https://… or mailto:…; :ref{to=id} points inside the document",
    });
  return [{ type: "link", place, url: node.url, children: convert(node.children, manuscript) }];
};

const directive = (node: TextDirective, manuscript: Manuscript): readonly Inline[] => {
  const { rope, assembly } = manuscript;
  const place = placeOf(node, rope);
  const attributes = node.attributes ?? {};
  const plain = node.children.length === 0 && Object.keys(attributes).length === 0;
  // "9:30" or "ratio:value" is text, not a directive.
  if (plain && !textDirectives.includes(node.name)) return [{ type: "text", place, text: sourceOf(node, rope) }];
  const children = convert(node.children, manuscript);
  if (node.name === "sup") return [{ type: "superscript", place, children }];
  if (node.name === "sub") return [{ type: "subscript", place, children }];
  if (node.name === "lang") {
    const lang = attributes.tag ?? "";
    if (isLanguage(lang)) return [{ type: "foreign", place, lang, children }];
    assembly.fault("unknown-option", lang ? `"${lang}" is no language` : ":lang does not say which language", place, {
      hint: ":lang[Bundesgesetz]{tag=de}; tags as in BCP 47",
    });
    return children;
  }
  if (node.name === "unit") {
    if (!manuscript.inHead)
      assembly.fault("unknown-directive", ":unit[…] names the unit of a column, in the head of a table", place);
    return children;
  }
  if (node.name === "ref") {
    const show = attributes.show ?? "label";
    if (show === "label" || show === "title" || show === "page")
      return [assembly.await({ type: "reference", place, target: attributes.to ?? "", show, text: "" })];
    assembly.fault("unknown-option", `:ref cannot show "${show}"`, place, { hint: "label, title or page" });
    return [];
  }
  assembly.fault("unknown-directive", `there is no :${node.name}[…]`, place, didYouMean(node.name, textDirectives));
  return children;
};

const note = (identifier: string, node: PhrasingContent, manuscript: Manuscript): readonly Inline[] => {
  const { rope, assembly, notes } = manuscript;
  const place = placeOf(node, rope);
  const definition = notes.get(identifier);
  const [paragraph, ...more] = definition?.children ?? [];
  if (paragraph?.type !== "paragraph" || more.length > 0) {
    const message = definition ? `the note "${identifier}" must be one paragraph` : `there is no note "${identifier}"`;
    assembly.fault("bad-note", message, place, { hint: `write [^${identifier}]: text` });
    return [];
  }
  const number = assembly.next("note");
  return [{ type: "note", place, id: "", number, children: inlines(paragraph.children, manuscript) }];
};

const convertOne = (node: PhrasingContent, manuscript: Manuscript): readonly Inline[] => {
  const { rope, assembly } = manuscript;
  const place = placeOf(node, rope);
  switch (node.type) {
    case "text":
      return textAndValues(node, manuscript);
    case "emphasis":
    case "strong":
      return [{ type: node.type, place, children: convert(node.children, manuscript) }];
    case "break":
      return [{ type: "break", place }];
    case "link":
      return link(node, manuscript);
    case "textDirective":
      return directive(node, manuscript);
    case "footnoteReference":
      return note(node.identifier, node, manuscript);
    default:
      assembly.fault("unsupported-markdown", `${node.type} has no form in print`, place, {
        hint: "use text, *emphasis*, **strong**, links, notes and directives",
      });
      return [];
  }
};

const convert = (nodes: readonly PhrasingContent[], manuscript: Manuscript): readonly Inline[] =>
  nodes.flatMap((node) => convertOne(node, manuscript));

/**
 * The inlines of a paragraph, head, caption or cell.
 *
 * Reports `unsupported-markdown`, `unknown-directive`, `bad-link`, `bad-note`.
 */
export const inlines = (nodes: readonly PhrasingContent[], manuscript: Manuscript): readonly Inline[] => {
  joinLines(nodes, manuscript.rope, manuscript.assembly.language.script);
  return convert(nodes, manuscript);
};
