import type { List as ListNode, RootContent } from "mdast";
import type { Block, Id } from "../model/document.ts";
import { didYouMean } from "../model/suggest.ts";
import { placeOf, rangeOf, sourceOf } from "../template/markdown.ts";
import { figure, table } from "./figures.ts";
import { filled, inlines, type Manuscript } from "./inlines.ts";

/** Letters of the ids that blocks get by their place in a section: creation.p2, creation.l1.i3. */
const letters = { paragraph: "p", list: "l", quote: "q" } as const;
const idIn = (owner: Id, kind: keyof typeof letters, manuscript: Manuscript): Id => {
  const name = `${owner}.${letters[kind]}`;
  return name + manuscript.assembly.next(name);
};

const list = (node: ListNode, owner: Id, manuscript: Manuscript): Block => {
  const { rope } = manuscript;
  const id = idIn(owner, "list", manuscript);
  const items = node.children.map((item, index) => {
    const itemId = `${id}.i${index + 1}`;
    if (item.children.length === 0) filled("this item", item, [], manuscript);
    return {
      place: placeOf(item, rope),
      id: itemId,
      children: item.children.flatMap((child) => block(child, itemId, manuscript)),
    };
  });
  return {
    type: "list",
    place: placeOf(node, rope),
    id,
    ordered: node.ordered ?? false,
    start: node.start ?? 1,
    items,
  };
};

/** The blocks of a node, before their extents are noted. */
const blocksOf = (node: RootContent, owner: Id, manuscript: Manuscript): readonly Block[] => {
  const { rope, assembly } = manuscript;
  const place = placeOf(node, rope);
  switch (node.type) {
    case "paragraph":
      return [
        {
          type: "paragraph",
          place,
          id: idIn(owner, "paragraph", manuscript),
          children: filled("this paragraph", node, inlines(node.children, manuscript), manuscript),
        },
      ];
    case "list":
      return [list(node, owner, manuscript)];
    case "blockquote": {
      const id = idIn(owner, "quote", manuscript);
      if (node.children.length === 0) filled("this quote", node, [], manuscript);
      return [{ type: "quote", place, id, children: node.children.flatMap((child) => block(child, id, manuscript)) }];
    }
    case "leafDirective":
    case "containerDirective": {
      if (node.name === "figure") return figure(node, manuscript);
      if (node.name === "table" && node.type === "containerDirective") return table(node, manuscript);
      assembly.fault(
        "unknown-directive",
        `there is no block "${node.name}"`,
        place,
        didYouMean(node.name, ["figure", "table"]),
      );
      return [];
    }
    case "footnoteDefinition":
      return [];
    case "table":
      assembly.fault("missing-caption", "a table needs a caption", place, {
        hint: "put it between :::table[Caption]{#id} and :::",
      });
      return [];
    default: {
      const [start = ""] = sourceOf(node, rope).split("\n");
      assembly.fault("unsupported-markdown", `${node.type} has no form in print: ${start.slice(0, 40)}`, place);
      return [];
    }
  }
};

/**
 * The block of a Markdown node (headings make sections and are handled there).
 *
 * Reports `unsupported-markdown`, `unknown-directive`, `bad-table` and what figures and inlines report.
 */
export const block = (node: RootContent, owner: Id, manuscript: Manuscript): readonly Block[] => {
  const made = blocksOf(node, owner, manuscript);
  for (const { id } of made) manuscript.extents.push({ id, kind: "block", ...rangeOf(node) });
  return made;
};
