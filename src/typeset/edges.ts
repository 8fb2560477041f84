import type { Box, Boxes, Joint } from "./boxes.ts";
import { hyphenWidth } from "./hyphen.ts";
import type { Rules } from "./rules.ts";

/** What a box adds to a line that begins or ends with it, in pt: a blank that is kept, a hyphen; less what hangs out. */
export type Edges = {
  /** Entry 0 is for the first line. */
  readonly start: Float64Array;
  readonly end: Float64Array;
};

/** How the edges of a column are kept. */
export type Margins = {
  /** Marks hang a little outside the edges, so that these look straight. */
  readonly hanging: boolean;
  /** An opening mark that begins the paragraph drops its blank, as at the start of any line. */
  readonly flushFirst: boolean;
};

/** Shares of their width by which western marks hang outside (clreq 3.1.9 has Han marks hang whole). */
const hangs: readonly (readonly [RegExp, number])[] = [
  [/[.,‘’“”'"]/u, 0.6],
  [/[-\u2010\u00ad]/u, 0.5],
  [/[:;!?]/u, 0.3],
  [/[–—]/u, 0.2],
];
const hangingStops = new Set("，。、");
const quotes = /[‘’“”'"„‚«»]/u;

const shareOf = (character: string): number => hangs.find(([marks]) => marks.test(character))?.[1] ?? 0;

/** Width of a character in pt, as its share of a word's advance. */
const widthOf = (box: Box, at: "first" | "last"): number => {
  const { glyphs } = box.word.shaped;
  const glyph = at === "first" ? glyphs[0] : glyphs.at(-1);
  return ((glyph?.advance ?? 0) * box.word.face.size) / 1000;
};

const hangAtStart = (box: Box): number => {
  const first = box.word.text[0] as string;
  return box.kind === "letter" && box.start === 0 && quotes.test(first) ? shareOf(first) * widthOf(box, "first") : 0;
};

const hangAtEnd = (box: Box): number => {
  const last = box.word.text.at(-1) as string;
  if (box.kind === "stop") return hangingStops.has(last) ? box.width : 0;
  return box.kind === "letter" && box.end === box.word.text.length ? shareOf(last) * widthOf(box, "last") : 0;
};

/** The edges of every line that a paragraph may be broken into. */
export const edgesOf = ({ boxes, joints }: Boxes, { compression }: Rules, { hanging, flushFirst }: Margins): Edges => {
  const kept = compression !== "all";
  const start = new Float64Array(boxes.length);
  const end = new Float64Array(boxes.length);
  for (const [index, box] of boxes.entries()) {
    const blank = kept || (index === 0 && !flushFirst) ? Math.max(0, box.before) : 0;
    start[index] = blank - (hanging && index > 0 ? hangAtStart(box) : 0);
    const { hyphen, unkerned } = joints[index] as Joint;
    if (hyphen) end[index] = hyphenWidth(box.word) * (hanging ? 1 - shareOf("-") : 1);
    else end[index] = (kept ? Math.max(0, box.after) : 0) - (hanging ? hangAtEnd(box) : 0);
    end[index] = (end[index] as number) + unkerned;
  }
  return { start, end };
};
