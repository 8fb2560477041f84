import type { Inline } from "../../../model/document.ts";
import type { Item, Run } from "../../../typeset/index.ts";
import { lineItems } from "../blocks/lines.ts";
import { runsOf } from "../blocks/runs.ts";
import type { Content, Mark, Tag } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { geometryOf, type Leaf } from "../sheet.ts";
import { type Artifact, footerArtifact, headerArtifact } from "../structure.ts";

type Words = readonly Run<Tag>[];

const cache = new WeakMap<PartSetting, Map<string, readonly Mark[]>>();

const textOf = (words: Words): string => words.map(({ text }) => text).join("");

/** Words up to a UTF-16 offset, with what says that they go on. */
const cut = (words: Words, end: number): Words => {
  let from = 0;
  return words.flatMap((run) => {
    const text = run.text.slice(0, Math.max(0, end - from));
    const last = from < end && from + run.text.length >= end;
    from += run.text.length;
    return text === "" ? [] : [{ ...run, text: last ? `${text}…` : text }];
  });
};

/** Words on one line: where they are too long, they are cut at the end (a running head that names its chapter short). */
const oneLine = (words: Words, set: (words: Words) => readonly Item<Content>[]): readonly Mark[] => {
  const lines = set(words);
  if (lines.length <= 1) return lines[0]?.content.marks ?? [];
  const breaks = [...textOf(words).matchAll(/\s+|(?<=\p{Script=Han})/gu)].map(({ index }) => index);
  for (const end of breaks.toReversed()) {
    const [line, ...more] = set(cut(words, end));
    if (more.length === 0) return line?.content.marks ?? [];
  }
  return lines[0]?.content.marks ?? [];
};

const furnitureLine = (
  inlines: readonly Inline[],
  side: "start" | "end",
  baseline: number,
  owner: Artifact,
  ps: PartSetting,
): readonly Mark[] => {
  let known = cache.get(ps);
  if (!known) {
    known = new Map();
    cache.set(ps, known);
  }
  const type = ps.type("furniture");
  const style = { ...textStyle(type), features: ["tnum", "lnum"] };
  const words = runsOf(inlines, style, ps.style.inline);
  const key = JSON.stringify([side, words.map((run) => [run.text, run.style])]);
  const found = known.get(key);
  const strip = { left: 0, width: ps.width, blocks: [], owner };
  const marks = found ?? oneLine(words, (some) => lineItems(some, type, strip, { alignment: side }, ps));
  known.set(key, marks);
  return marks.map((mark) => (mark.kind === "text" ? { ...mark, baseline, owner } : mark));
};

const inText = (text: string): readonly Inline[] => [{ type: "text", place: { file: "", line: 1, column: 1 }, text }];

/**
 * Running head and folio of a page, on its outer side: the title of the document on a verso, the chapter on a recto.
 * Title pages have none, openers no running head.
 */
export const furnitureOf = (leaf: Leaf, label: string, recto: boolean, ps: PartSetting): readonly Mark[] => {
  if (leaf.kind !== "body" && leaf.kind !== "contents") return [];
  const side = recto ? "end" : "start";
  const page = geometryOf(ps.style);
  const folio = furnitureLine(inText(label), side, page.foot, footerArtifact, ps);
  if (leaf.runningHead.length === 0) return folio;
  const { light, colour } = ps.style.rules;
  const text = recto ? leaf.runningHead : inText(ps.part.document.title);
  const rule: Mark = {
    kind: "rule",
    x: 0,
    y: page.head + ps.style.furniture.rule,
    length: ps.width,
    thickness: light,
    colour,
  };
  return [...furnitureLine(text, side, page.head, headerArtifact, ps), rule, ...folio];
};
