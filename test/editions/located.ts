import type { Block, Document, Inline, Row, Section } from "../../src/model/document.ts";
import { headText } from "../../src/model/text.ts";
import { type Handlers, handle } from "../../src/model/walk.ts";
import type { Stretch } from "./reading.ts";

/** Stands in the words of a unit for a page number that only the finished file knows. */
const pageNumber = "\uFFFC";

/** A unit of a document whose words stand together: a paragraph, a head, a caption, a row of a table. */
export type Unit = {
  readonly kind: "paragraph" | "head" | "caption" | "table-caption" | "credit" | "table-head" | "row";
  readonly id: string;
  readonly text: string;
  /** Type of running text around it; lists and quotes are set like the body but stand by themselves. */
  readonly within: "body" | "list" | "quote";
};

const words = (inlines: readonly Inline[]): string =>
  inlines
    .map((node): string => {
      if (node.type === "reference") return node.show === "page" ? pageNumber : node.text;
      if (node.type === "note") return "";
      if (node.type === "break") return "\n";
      return "children" in node ? words(node.children) : node.text;
    })
    .join("");

const rowText = (row: Row): string => row.cells.map((cell) => words(cell.children)).join("");

const sectionUnits = (section: Section, within: Unit["within"]): readonly Unit[] => {
  const inner = unitsOf(section.children, within);
  const [first, ...rest] = inner;
  if (section.head === "display") return [{ kind: "head", id: section.id, text: headText(section), within }, ...inner];
  if (section.head === "none") return inner;
  // A run-in head opens its paragraph, or stands by itself where there is none.
  const text = headText(section);
  if (first?.kind === "paragraph") return [{ ...first, text: text + first.text }, ...rest];
  return [{ kind: "head", id: section.id, text, within }, ...inner];
};

const handlers = (within: Unit["within"]): Handlers<Block, readonly Unit[]> => ({
  section: (node) => sectionUnits(node, within),
  paragraph: ({ id, children }) => [{ kind: "paragraph", id, text: words(children), within }],
  list: ({ items }) => items.flatMap((item) => unitsOf(item.children, "list")),
  quote: ({ children }) => unitsOf(children, "quote"),
  figure: ({ id, prefix, caption, note, source }) => [
    { kind: "caption", id, text: prefix + words(caption), within },
    ...[note, source].flatMap((line): readonly Unit[] =>
      line ? [{ kind: "credit", id, text: words(line), within }] : [],
    ),
  ],
  table: ({ id, prefix, caption, head, rows }) => [
    { kind: "table-caption", id, text: prefix + words(caption), within },
    ...head.map((row): Unit => ({ kind: "table-head", id, text: rowText(row), within })),
    ...rows.map((row): Unit => ({ kind: "row", id, text: rowText(row), within })),
  ],
});

/** The units of blocks in reading order. */
export const unitsOf = (blocks: readonly Block[], within: Unit["within"] = "body"): readonly Unit[] =>
  blocks.flatMap((block) => handle(handlers(within), block));

export const notesOf = (document: Document): readonly string[] => {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (typeof value === "object" && value !== null) {
      const node = value as { type?: string; number?: number; children?: readonly Inline[] };
      if (node.type === "note") found.push(`${node.number}${words(node.children ?? [])}`);
      for (const child of Object.values(value)) visit(child);
    }
  };
  visit(document.sections);
  return found;
};

export type Line = { readonly page: number; readonly y: number; readonly x: number; readonly size: number };
/** A unit with the lines that it takes on the pages, in order. */
export type Located = Unit & { readonly lines: readonly Line[]; readonly printed: string };

const bare = (text: string): string => text.replace(/[\s\u00AD]+/gu, "");

type Character = { readonly text: string; readonly stretch: Stretch };

const characters = (stretches: readonly Stretch[]): readonly Character[] =>
  stretches.flatMap((stretch) => [...bare(stretch.text)].map((text) => ({ text, stretch })));

/** Length of a unit's words at a place of the text, or -1. */
const lengthAt = (text: readonly Character[], start: number, expected: readonly string[]): number => {
  let at = start;
  for (const character of expected) {
    if (character === pageNumber) {
      const from = at;
      while (/[0-9ivxlcdm]/.test(text[at]?.text ?? "")) at++;
      if (at === from) return -1;
    } else if (text[at]?.text === character) at++;
    else return -1;
  }
  return at - start;
};

const linesOf = (text: readonly Character[]): readonly Line[] => {
  const lines: Line[] = [];
  for (const { stretch } of text) {
    const { page, x, y, size } = stretch;
    if (lines.some((line) => line.page === page && Math.abs(line.y - y) < 0.5)) continue;
    lines.push({ page, y, x, size });
  }
  return lines;
};

/**
 * Finds the units in text read back from a finished file, letter for letter. A figure may have let text pass, so each is
 * looked for near where the last one ended. Returns them, and what of the text belongs to none.
 */
export const locate = (
  stretches: readonly Stretch[],
  units: readonly Unit[],
): { readonly located: readonly Located[]; readonly missing: readonly string[]; readonly rest: string } => {
  const text = characters(stretches);
  const taken = new Array<boolean>(text.length).fill(false);
  const located: Located[] = [];
  const missing: string[] = [];
  let first = 0;
  for (const unit of units) {
    const expected = [...bare(unit.text)];
    let found = -1;
    let length = -1;
    for (let start = first; start < text.length && length < 0; start++) {
      if (taken[start]) continue;
      length = lengthAt(text, start, expected);
      found = start;
    }
    if (length < 0) {
      missing.push(unit.text);
      continue;
    }
    taken.fill(true, found, found + length);
    while (taken[first]) first++;
    const own = text.slice(found, found + length);
    located.push({ ...unit, lines: linesOf(own), printed: own.map((one) => one.text).join("") });
  }
  const rest = text
    .filter((_, index) => !taken[index])
    .map((one) => one.text)
    .join("");
  return { located, missing, rest };
};
