import type { Nodes } from "mdast";
import type { Mark } from "../../template/sheet.ts";
import type { CodeKind } from "../unit.ts";

/** A name as XML's NMTOKEN takes it. */
const token = (text: string): string => text.replace(/[^\w.:-]+/g, "-");

const originalOf = (expression: hbs.AST.Expression): string =>
  "original" in expression ? String((expression as hbs.AST.PathExpression).original) : "";

/** What a mustache prints, without the options that each language gives in its own way: the figure, or helper and figures. */
const valueName = ({ path, params }: hbs.AST.MustacheStatement): string =>
  [path as hbs.AST.Expression, ...params].map(originalOf).join(":");

/** The names of the marks of Handlebars that stay in a sentence. */
export const markName = (mark: Mark, source: string): string => {
  if (mark.kind === "value" && mark.node) return token(valueName(mark.node));
  const inside = source
    .replace(/^\{\{\{?~?|~?\}?\}\}$/g, "")
    .trim()
    .replace(/^#/, "")
    .replace(/^\//, "end-")
    .replace(/^\^$/, "else")
    .replace(/^>\s*/, "include:");
  return token(inside.split(/\s+/).join(":"));
};

/** The name of a piece of Markdown that a translator sees as a code or as a pair of codes; `undefined` for plain text. */
export const nodeName = (node: Nodes): { readonly kind: CodeKind; readonly name: string } | undefined => {
  switch (node.type) {
    case "emphasis":
    case "strong":
      return { kind: "open", name: node.type };
    case "link":
      return { kind: "open", name: token(`link:${node.url}`) };
    case "break":
      return { kind: "break", name: "break" };
    case "footnoteReference":
      return { kind: "note", name: token(`note:${node.identifier}`) };
    case "textDirective": {
      const { to, show, tag } = node.attributes ?? {};
      if (node.name === "ref") return { kind: "reference", name: token(["ref", to, show].filter(Boolean).join(":")) };
      if (node.children.length === 0) return undefined;
      return { kind: "open", name: token([node.name, tag].filter(Boolean).join(":")) };
    }
    default:
      return undefined;
  }
};
