import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { decodeString } from "micromark-util-decode-string";
import type { Id } from "../../model/document.ts";
import type { Template } from "../../model/source.ts";
import { headingAttributes, parseText } from "../../template/markdown.ts";
import { placeholder } from "../../template/rope.ts";
import { type Sheet, sheetOf } from "../../template/sheet.ts";
import { isProse, type Piece, type Unit, type UnitKind } from "../unit.ts";
import { sentenceGroups } from "./groups.ts";
import { piecesOf } from "./pieces.ts";

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** Walks the blocks of one sheet and gathers what is to be translated. */
class Gathering {
  readonly units: Unit[] = [];
  readonly #template: Template;
  readonly #sheet: Sheet;
  #section: Id;

  constructor(template: Template, sheet: Sheet) {
    this.#template = template;
    this.#sheet = sheet;
    this.#section = template.name;
  }

  #add(kind: UnitKind, section: Id, groups: readonly (readonly Piece[])[]): void {
    for (const pieces of groups) {
      const [first, last] = [pieces[0], pieces.at(-1)];
      if (first && last && isProse(pieces))
        this.units.push({ file: this.#template.file, section, kind, start: first.start, end: last.end, pieces });
    }
  }

  #prose(kind: UnitKind, nodes: readonly PhrasingContent[], section = this.#section, until?: number): void {
    this.#add(kind, section, sentenceGroups(piecesOf(nodes, this.#sheet, this.#template.text, until)));
  }

  #heading(node: Nodes & { type: "heading" }): void {
    const source = this.#sheet.text.slice(startOf(node), endOf(node));
    const match = headingAttributes.exec(source);
    if (match?.[1]) this.#section = match[1];
    this.#prose("head", node.children, this.#section, startOf(node) + (match?.index ?? source.length));
  }

  /** A picture's text alternative stands in the attributes of its directive. */
  #alt(node: Nodes, section: Id): void {
    const match = /\balt="([^"]*)"/.exec(this.#sheet.text.slice(startOf(node), endOf(node)));
    if (!match?.[1] || match[1].includes(placeholder)) return;
    const at = startOf(node) + match.index + 'alt="'.length;
    const start = this.#sheet.sourceAt(at);
    const text = decodeString(match[1]);
    this.#add("alt", section, [[{ type: "words", text, start, end: start + match[1].length }]]);
  }

  #directive(node: Nodes & { type: "leafDirective" | "containerDirective" }): void {
    const section = node.attributes?.id ?? this.#section;
    if (node.type === "leafDirective") {
      this.#prose(node.name === "figure" ? "caption" : "text", node.children, section);
    } else
      for (const child of node.children) {
        const isLabel = child.type === "paragraph" && child.data !== undefined && "directiveLabel" in child.data;
        if (isLabel) this.#prose("caption", child.children, section);
        else if (child.type === "leafDirective") this.#prose("text", child.children, section);
        else this.block(child, section);
      }
    this.#alt(node, section);
  }

  block(node: RootContent, section = this.#section): void {
    switch (node.type) {
      case "heading":
        return this.#heading(node);
      case "paragraph":
        return this.#prose("text", node.children, section);
      case "list":
        for (const item of node.children) for (const child of item.children) this.block(child, section);
        return;
      case "blockquote":
        for (const child of node.children) this.block(child, section);
        return;
      case "footnoteDefinition":
        for (const child of node.children) if (child.type === "paragraph") this.#prose("note", child.children, section);
        return;
      case "leafDirective":
      case "containerDirective":
        return this.#directive(node);
      case "table":
        for (const row of node.children) for (const cell of row.children) this.#prose("cell", cell.children, section);
        return;
      default:
    }
  }
}

/**
 * What is to be translated in a template, in the order of the file: heads, groups of sentences, captions, cells, notes,
 * text alternatives. `undefined` where the template does not parse.
 */
export const unitsOf = (template: Template): readonly Unit[] | undefined => {
  const sheet = sheetOf(template.text);
  if (!sheet) return undefined;
  const gathering = new Gathering(template, sheet);
  for (const node of parseText(sheet.text).children) gathering.block(node);
  return gathering.units;
};
