import type { Heading, RootContent } from "mdast";
import { isBlank } from "../model/characters.ts";
import type { Block, Choice, Inline, Section } from "../model/document.ts";
import { inlineText } from "../model/text.ts";
import { headingAttributes, parseMarkdown, placeOf, rangeOf } from "../template/markdown.ts";
import { cut } from "../template/stretches.ts";
import { block } from "./blocks.ts";
import { choicesOf, type Extent } from "./choices.ts";
import { inlines, type Manuscript } from "./inlines.ts";
import { checkCalled, notesOf } from "./notes.ts";

type Head = Omit<Section, "children">;
/** `from`: where it begins in the rope. */
type Open = { readonly head: Head; readonly children: Block[]; readonly from: number };

/** Takes `{#id .class}` off the end of a heading. */
const takeAttributes = (heading: Heading): { readonly id?: string; readonly classes: readonly string[] } => {
  const last = heading.children.at(-1);
  const match = last?.type === "text" ? headingAttributes.exec(last.value) : null;
  if (!match || last?.type !== "text") return { classes: [] };
  last.value = last.value.slice(0, match.index);
  last.data = { ...last.data, stretches: cut(last.data?.stretches ?? [], 0, match.index) };
  return { id: match[1] as string, classes: (match[2] ?? "").split(/[\s.]+/).filter(Boolean) };
};

/** A sentence's end, quoted or not. */
const ended = /[\p{Sentence_Terminal}…][”’"'»」』]*$/u;

/** What closes a run-in head; its stop only where the head has none of its own: a question stays one (GB/T 15834, Chicago 6.14). */
const runInSuffix = (title: readonly Inline[], suffix: string): string =>
  ended.test(inlineText(title).trimEnd()) ? suffix.replace(/^\p{Po}+/u, "") : suffix;

/** The head of a section, counted and labelled. Reports `missing-id`, `heading-level`, `unknown-option`, `empty-heading`. */
const headOf = (heading: Heading, depth: number, manuscript: Manuscript): Head => {
  const { assembly, rope } = manuscript;
  const place = placeOf(heading, rope);
  const { id: written, classes } = takeAttributes(heading);
  const id = assembly.claim(written, "section", place);
  for (const name of classes)
    if (name !== "run-in")
      assembly.fault("unknown-option", `a heading has no class .${name}`, place, { hint: "only .run-in" });
  const title = inlines(heading.children, manuscript);
  if (isBlank(inlineText(title))) assembly.fault("empty-heading", "this heading has no text", place);
  if (heading.depth > depth + 1)
    assembly.fault("heading-level", `a heading of level ${heading.depth} stands below one of level ${depth}`, place, {
      hint: `use ${"#".repeat(depth + 1)}`,
    });
  const level = Math.min(heading.depth, depth + 1);
  const head = classes.includes("run-in") ? "run-in" : "display";
  const { headings } = assembly.language;
  const number = assembly.next(`section.${level}`);
  assembly.restart(`section.${level + 1}`);
  const pattern = head === "display" ? (headings.sections[level - 1] ?? "") : "";
  const text = level === 1 ? assembly.pattern(headings.references.section, number, place) : "";
  assembly.label(id, { kind: "section", number: [number], text }, pattern);
  const prefix = assembly.pattern(pattern, number, place);
  const suffix = head === "run-in" ? runInSuffix(title, headings.runIn) : "";
  return { type: "section", place, id, level, head, prefix, title, suffix };
};

/** A section without head, for text before a template's first heading. */
const untitled = (name: string, manuscript: Manuscript, first: RootContent): Head => {
  const place = placeOf(first, manuscript.rope);
  const id = manuscript.assembly.claim(name, "section", place);
  return { type: "section", place, id, level: 1, head: "none", prefix: "", title: [], suffix: "" };
};

/** The chapters of one template, and the choices that it made by figures; text before its first heading is a section named after the file. `undefined` where it cannot be read. */
export const sections = (
  name: string,
  manuscript: Pick<Manuscript, "rope" | "assembly">,
): { readonly chapters: readonly Section[]; readonly choices: readonly Choice[] } | undefined => {
  const root = parseMarkdown(manuscript.rope, manuscript.assembly.report);
  if (!root) return undefined;
  const { rope } = manuscript;
  const notes = notesOf(root, manuscript);
  const extents: Extent[] = [];
  const whole: Manuscript = { ...manuscript, notes, extents };
  const chapters: Open[] = [];
  const open: Open[] = [];
  const all: Open[] = [];
  const close = (level: number, at: number): void => {
    while ((open.at(-1)?.head.level ?? 0) >= level) {
      const { head, from } = open.pop() as Open;
      extents.push({ id: head.id, kind: "section", from, to: at });
    }
  };
  const add = (entry: Open): void => {
    const parent = open.at(-1);
    if (parent) parent.children.push(seal(entry));
    else chapters.push(entry);
    open.push(entry);
    all.push(entry);
  };
  for (const node of root.children) {
    if (node.type === "heading") {
      const { from, to } = rangeOf(node);
      close(node.depth, from);
      const head = headOf(node, open.at(-1)?.head.level ?? 0, whole);
      close(head.level, from);
      extents.push({ id: head.id, kind: "block", from, to });
      add({ head, children: [], from });
      continue;
    }
    if (node.type === "footnoteDefinition") continue;
    if (open.length === 0) add({ head: untitled(name, whole, node), children: [], from: rangeOf(node).from });
    const owner = open.at(-1) as Open;
    owner.children.push(...block(node, owner.head.id, whole));
  }
  close(1, rope.text.length);
  checkCalled(notes, manuscript);
  for (const entry of all) checkFilled(entry, whole);
  return { chapters: chapters.map(seal), choices: choicesOf(rope.choices, extents) };
};

/** Reports `empty-section` where nothing stands between a head and the next one of its rank. */
const checkFilled = ({ head, children }: Open, { assembly }: Manuscript): void => {
  if (children.length > 0) return;
  assembly.fault("empty-section", `nothing stands below the heading "${inlineText(head.title)}"`, head.place, {
    severity: "warning",
  });
};

/** The section of an open entry; its children may still grow while the template is read. */
const seal = ({ head, children }: Open): Section => ({ ...head, children });
