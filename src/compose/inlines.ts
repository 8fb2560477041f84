import type { Nodes, PhrasingContent } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import { isBlank } from "../model/characters.ts";
import type { Inline, Value } from "../model/document.ts";
import { type Place, spanning } from "../model/place.ts";
import { didYouMean } from "../model/suggest.ts";
import { inlineText } from "../model/text.ts";
import { joinLines } from "../template/joins.ts";
import { placeOf, sourceOf } from "../template/markdown.ts";
import { placeholder, type Rope } from "../template/rope.ts";
import { cut, isVerbatim, type Stretch } from "../template/stretches.ts";
import type { Assembly } from "./assembly.ts";
import type { Extent } from "./choices.ts";
import { printUnder } from "./head-units.ts";
import type { WrittenNote } from "./notes.ts";

/** One template's text on its way into the document. */
export type Manuscript = {
  readonly rope: Rope;
  readonly assembly: Assembly;
  readonly notes: ReadonlyMap<string, WrittenNote>;
  /** What each block takes of the rope; grows as blocks are made. */
  readonly extents: Extent[];
  /** In a table: whether this is a head, and the unit that the head of the column names. */
  readonly inHead?: boolean;
  /** Inside a note, which calls no other. */
  readonly inNote?: boolean;
  readonly unit?: string | undefined;
};

/** Most characters of a paragraph, head, caption, cell or note: a dozen pages. */
const longest = 20_000;

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

const checkStray = (node: PhrasingContent & { type: "text" }, { assembly, rope }: Manuscript): void => {
  const match = stray.exec(node.value);
  if (!match) return;
  const [first] = cut(node.data?.stretches ?? [], match.index, match.index + match[0].length);
  const place = first ? rope.placeOf(first.from, first.to) : placeOf(node, rope);
  assembly.fault("stray-markup", `"${match[0]}" would be printed as it stands`, place, {
    hint: match[0].startsWith("[^")
      ? `write the note below: ${match[0]}: …`
      : "close it, or move punctuation out of the marks: **bold**。",
  });
};

/** Inlines as they are; reports `blank-text` where they show nothing: blanks, or words that were forgotten. */
export const filled = (
  what: string,
  node: Nodes,
  children: readonly Inline[],
  { assembly, rope }: Manuscript,
): readonly Inline[] => {
  // A reference gets its words later, a note prints its mark, and what else is blank has its own finding.
  const isPlain = children.every(({ type }) => type === "text" || type === "break" || type === "value");
  if (isPlain && isBlank(inlineText(children)))
    assembly.fault("blank-text", `${what} has nothing to read`, placeOf(node, rope), {
      hint: "write its words, or take it out",
    });
  return children;
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
  checkStray(node, manuscript);
  let start = 0;
  return node.value.split(placeholder).flatMap((text): Inline[] => {
    const [before] = start === 0 ? [] : cut(stretches, start - 1, start);
    const value = before && valueAt(before.from, manuscript);
    const parts = partsOf(cut(stretches, start, start + text.length), rope);
    start += text.length + 1;
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) return value ? [value] : [];
    const place = spanning(first.place, last.place);
    return [
      ...(value ? [value] : []),
      { type: "text", place, text: text.replaceAll("\t", " "), ...(parts.length > 1 && { parts }) },
    ];
  });
};

const link = (node: PhrasingContent & { type: "link" }, manuscript: Manuscript): readonly Inline[] => {
  const place = placeOf(node, manuscript.rope);
  if (!/^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+)$/.test(node.url))
    manuscript.assembly.fault("bad-link", `"${node.url}" is no address for print`, place, {
      hint: "use https://… or mailto:…; :ref{to=id} points inside the document",
    });
  const children = filled("this link", node, convert(node.children, manuscript), manuscript);
  return [{ type: "link", place, url: node.url, children }];
};

const directive = (node: TextDirective, manuscript: Manuscript): readonly Inline[] => {
  const { rope, assembly } = manuscript;
  const place = placeOf(node, rope);
  const attributes = node.attributes ?? {};
  const plain = node.children.length === 0 && Object.keys(attributes).length === 0;
  // "9:30" or "ratio:value" is text, not a directive.
  if (plain && !textDirectives.includes(node.name)) return [{ type: "text", place, text: sourceOf(node, rope) }];
  const inner = convert(node.children, manuscript);
  const needsWords = node.name !== "ref" && textDirectives.includes(node.name);
  const children = needsWords ? filled(`:${node.name}[]`, node, inner, manuscript) : inner;
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
  const written = notes.get(identifier);
  const bad = (message: string, hint: string): readonly Inline[] => {
    assembly.fault("bad-note", message, place, { hint });
    return [];
  };
  if (!written) return bad(`there is no note "${identifier}"`, `write [^${identifier}]: text`);
  if (manuscript.inNote) return bad("a note cannot call a note", "say it in the same note, or call both in the text");
  // A further call refers to the first; the note's id is known when its block is named.
  if (written.number !== undefined)
    return [{ type: "reference", place, target: "", show: "note", text: String(written.number) }];
  written.called = true;
  const [paragraph, ...more] = written.definition.children;
  if (paragraph?.type !== "paragraph" || more.length > 0)
    return bad(`the note "${identifier}" must be one paragraph`, `write [^${identifier}]: text`);
  const number = assembly.next("note");
  written.number = number;
  const words = inlines(paragraph.children, { ...manuscript, inNote: true });
  const children = filled(`the note "${identifier}"`, paragraph, words, manuscript);
  return [{ type: "note", place, id: "", number, children }];
};

const convertOne = (node: PhrasingContent, manuscript: Manuscript): readonly Inline[] => {
  const { rope, assembly } = manuscript;
  const place = placeOf(node, rope);
  switch (node.type) {
    case "text":
      return textAndValues(node, manuscript);
    case "emphasis":
    case "strong": {
      const children = filled("this emphasis", node, convert(node.children, manuscript), manuscript);
      return [{ type: node.type, place, children }];
    }
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
 * Reports `unsupported-markdown`, `unknown-directive`, `bad-link`, `bad-note`, `stray-markup`, `blank-text`, `text-too-long`.
 */
export const inlines = (nodes: readonly PhrasingContent[], manuscript: Manuscript): readonly Inline[] => {
  joinLines(nodes, manuscript.rope, manuscript.assembly.language.script);
  const made = convert(nodes, manuscript);
  const [first] = nodes;
  const { length } = inlineText(made);
  if (first && length > longest)
    manuscript.assembly.fault(
      "text-too-long",
      `this has ${length} characters; ${longest} can be set in one paragraph or cell`,
      placeOf(first, manuscript.rope),
      { hint: "divide it" },
    );
  return made;
};
