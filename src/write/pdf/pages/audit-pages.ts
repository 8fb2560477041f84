import type { Mark } from "../content.ts";
import type { Sheet } from "../sheet.ts";
import type { Element, Owner } from "../structure.ts";

/** What pages could not avoid. */
export type PageFault = "widow" | "orphan" | "stranded-head" | "caption-apart";

type TextMark = Extract<Mark, { readonly kind: "text" }>;
export type FoundOnPage = { readonly rule: PageFault; readonly mark: TextMark; readonly sheet: Sheet };

const isHead = ({ role }: Owner): boolean => /^H\d$/.test(role);

const hasAncestor = (owner: Owner, roles: ReadonlySet<string>): boolean => {
  let element: Element | undefined = owner.role === "Artifact" ? undefined : owner;
  while (element && !roles.has(element.role)) element = element.parent;
  return element !== undefined;
};

const named = new Set(["Table", "Figure"]);
/** What stands in the page beside the running text. */
const aside = new Set(["Table", "Figure", "Caption", "Note", "TOC", "Lbl", "Title"]);

/** Lines of running text and heads, and pictures, from the top. */
const flowOf = (sheet: Sheet): readonly Mark[] =>
  sheet.column.filter((mark) =>
    mark.kind === "text"
      ? mark.owner.role !== "Artifact" && !hasAncestor(mark.owner, aside)
      : mark.kind === "picture" || mark.kind === "image",
  );

const found = (rule: PageFault, mark: Mark | undefined, sheet: Sheet): readonly FoundOnPage[] =>
  mark?.kind === "text" ? [{ rule, mark, sheet }] : [];

/** Whether a section holds nothing but its head, so that there is nothing to part it from. */
const isAlone = (owner: Owner): boolean => owner.role !== "Artifact" && owner.parent?.children.length === 1;

const notes = new Set(["Note"]);

/** The last thing on a page that is read, tables and captions among it, before the notes. */
const lastOf = (sheet: Sheet): Mark | undefined =>
  sheet.column.findLast((mark) => "owner" in mark && mark.owner.role !== "Artifact" && !hasAncestor(mark.owner, notes));

/** The first and the last line of the running text on a page. */
const edges = (sheet: Sheet): readonly FoundOnPage[] => {
  const flow = flowOf(sheet);
  const [top, foot] = [flow[0], flow.at(-1)];
  const widow = top?.kind === "text" && top.line.last && !top.line.first;
  const orphan = foot?.kind === "text" && foot.line.first && !foot.line.last && !isHead(foot.owner);
  const last = lastOf(sheet);
  const stranded = last?.kind === "text" && isHead(last.owner) && !isAlone(last.owner);
  return [
    ...(widow ? found("widow", top, sheet) : []),
    ...(orphan ? found("orphan", foot, sheet) : []),
    ...(stranded ? found("stranded-head", last, sheet) : []),
  ];
};

/** Captions that stand neither under nor over a picture or a table. */
const captions = (sheet: Sheet): readonly FoundOnPage[] => {
  const marks = sheet.column.filter((mark) => mark.kind !== "rule" && mark.kind !== "panel");
  const isCaption = (mark: Mark | undefined): boolean => mark?.kind === "text" && mark.owner.role === "Caption";
  const isNamed = (mark: Mark | undefined): boolean =>
    mark !== undefined &&
    (mark.kind === "picture" || mark.kind === "image" || (mark.kind === "text" && hasAncestor(mark.owner, named)));
  return marks.flatMap((mark, index) => {
    if (!isCaption(mark) || isCaption(marks[index - 1])) return [];
    let next = index;
    while (isCaption(marks[next])) next++;
    return isNamed(marks[index - 1]) || isNamed(marks[next]) ? [] : found("caption-apart", mark, sheet);
  });
};

/** The rules of pages that finished sheets break. */
export const pageFaults = (sheets: readonly Sheet[]): readonly FoundOnPage[] =>
  sheets.filter(({ kind }) => kind === "body").flatMap((sheet) => [...edges(sheet), ...captions(sheet)]);
