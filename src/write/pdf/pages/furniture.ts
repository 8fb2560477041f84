import type { Item } from "../../../typeset/index.ts";
import { lineItems } from "../blocks/lines.ts";
import { plain } from "../blocks/runs.ts";
import type { Content, Mark } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { geometryOf, type Leaf } from "../sheet.ts";
import { type Artifact, footerArtifact, headerArtifact } from "../structure.ts";

const cache = new WeakMap<PartSetting, Map<string, readonly Mark[]>>();

/** A text on one line: where it is too long, its words are cut at the end (a running head that names its chapter short). */
const oneLine = (text: string, set: (words: string) => readonly Item<Content>[]): readonly Mark[] => {
  const lines = set(text);
  if (lines.length <= 1) return lines[0]?.content.marks ?? [];
  const breaks = [...text.matchAll(/\s+|(?<=\p{Script=Han})/gu)].map(({ index }) => index);
  for (const end of breaks.toReversed()) {
    const [line, ...more] = set(`${text.slice(0, end)}…`);
    if (more.length === 0) return line?.content.marks ?? [];
  }
  return lines[0]?.content.marks ?? [];
};

const furnitureLine = (
  text: string,
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
  const key = `${side} ${text}`;
  const found = known.get(key);
  const type = ps.type("furniture");
  const place = { file: "", line: 1, column: 1 };
  const style = { ...textStyle(type), features: ["tnum", "lnum"] };
  const strip = { left: 0, width: ps.width, blocks: [], owner };
  const marks =
    found ?? oneLine(text, (words) => lineItems([plain(words, style, place)], type, strip, { alignment: side }, ps));
  known.set(key, marks);
  return marks.map((mark) => (mark.kind === "text" ? { ...mark, baseline, owner } : mark));
};

/**
 * Running head and folio of a page, on its outer side: the title of the document on a verso, the chapter on a recto.
 * Title pages have none, openers no running head.
 */
export const furnitureOf = (leaf: Leaf, label: string, recto: boolean, ps: PartSetting): readonly Mark[] => {
  if (leaf.kind !== "body" && leaf.kind !== "contents") return [];
  const side = recto ? "end" : "start";
  const page = geometryOf(ps.style);
  const folio = furnitureLine(label, side, page.foot, footerArtifact, ps);
  if (!leaf.runningHead) return folio;
  const { light, colour } = ps.style.rules;
  const text = recto ? leaf.runningHead : ps.part.document.title;
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
