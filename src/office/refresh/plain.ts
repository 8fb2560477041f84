import { type FigureList, figureMark, lastStep, markOfTag, type Print, paragraphsOf, shownText } from "../figures.ts";
import type { Side } from "../side.ts";
import { childOf, element, elementsOf, isElement, textOf, walk, type XmlElement } from "../xml.ts";
import type { Placed } from "./placed.ts";

/** Figures that are controls no more: in a bookmark of a redline, or typed words at their place in the block. */

type Result = {
  readonly changes: ReadonlyMap<XmlElement, XmlElement>;
  readonly placed: readonly Placed[];
  readonly left: readonly Print[];
};

/** Runs of a paragraph with the words that they show and where those begin in its text. */
type Piece = { readonly run: XmlElement; readonly text: string; readonly at: number };

/** The pieces of a block's paragraphs one behind another. */
const piecesOf = (paragraphs: readonly XmlElement[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  const visit = (node: XmlElement): void => {
    for (const child of elementsOf(node)) {
      if (/^w:(del|moveFrom|pPr|sdtPr)$/.test(child.name)) continue;
      if (child.name !== "w:r") {
        visit(child);
        continue;
      }
      const text = shownText(child);
      pieces.push({ run: child, text, at });
      at += text.length;
    }
  };
  for (const paragraph of paragraphs) {
    visit(paragraph);
    at++;
  }
  return pieces;
};

/** A run with other words for a stretch of its text; `undefined` for one that holds more than words. */
const rewritten = (run: XmlElement, from: number, to: number, words: string): XmlElement | undefined => {
  const content = elementsOf(run).filter(({ name }) => name !== "w:rPr");
  if (!content.every(({ name }) => name === "w:t")) return undefined;
  const text = content.map(textOf).join("");
  const properties = childOf(run, "w:rPr");
  const made = element("w:t", { "xml:space": "preserve" }, [text.slice(0, from) + words + text.slice(to)]);
  return { ...run, children: [...(properties ? [properties] : []), made] };
};

const isDigit = (character: string | undefined): boolean => character !== undefined && /[\p{Nd}.,]/u.test(character);

/** The one place of a text in a line from an offset on; "" and what stands in a longer number have none. */
const onlyPlace = (line: string, text: string, from: number, to: number): number | undefined => {
  const places: number[] = [];
  for (
    let at = line.indexOf(text, from);
    text !== "" && at >= 0 && at + text.length <= to;
    at = line.indexOf(text, at + 1)
  ) {
    const isPart =
      (isDigit(text[0]) && isDigit(line[at - 1]) && /\p{Nd}/u.test(line[at - 1] ?? "")) ||
      (isDigit(text.at(-1)) && /\p{Nd}/u.test(line[at + text.length] ?? ""));
    if (!isPart) places.push(at);
  }
  return places.length === 1 ? places[0] : undefined;
};

/** Texts that a figure may have in the file: what it said in its release, or what the file's list says, and what it says today. */
const candidates = (print: Print, list: FigureList | undefined, earlier: string | undefined): readonly string[] => {
  if (earlier !== undefined) return [earlier];
  const own = print.path === undefined ? undefined : list?.texts.get(lastStep(print.path));
  const ofKey = [...(list?.texts ?? [])].flatMap(([step, text]) =>
    step.replace(/\[\d+\]$/, "") === print.key ? [text] : [],
  );
  return [...new Set([...(own === undefined ? ofKey : [own]), print.text])];
};

/** Where a figure's text begins and ends in its block. */
type Spot = { readonly from: number; readonly to: number; readonly text: string };

/**
 * The places of figures that stand in this order in a block: first those whose text stands there once, then those whose
 * text stands once between their neighbours.
 */
const spotsOf = (
  line: string,
  prints: readonly Print[],
  texts: (print: Print) => readonly string[],
): readonly (Spot | undefined)[] => {
  const spots: (Spot | undefined)[] = prints.map(() => undefined);
  const spotOf = (index: number): Spot | undefined => {
    const from = spots.slice(0, index).findLast((spot) => spot !== undefined)?.to ?? 0;
    const to = spots.slice(index + 1).find((spot) => spot !== undefined)?.from ?? line.length;
    const found = texts(prints[index] as Print).flatMap((text) => {
      const at = onlyPlace(line, text, from, to);
      return at === undefined ? [] : [{ from: at, to: at + text.length, text }];
    });
    return found.length === 1 ? found[0] : undefined;
  };
  for (let news = true; news; ) {
    news = false;
    for (let index = 0; index < prints.length; index++) {
      if (spots[index]) continue;
      spots[index] = spotOf(index);
      news ||= spots[index] !== undefined;
    }
  }
  return spots;
};

/** The runs of a redline's bookmarks of figures, by their names. */
const marksIn = (paragraphs: readonly XmlElement[]): ReadonlyMap<string, readonly XmlElement[]> =>
  new Map(
    paragraphs.flatMap((node) =>
      [...walk(node)].flatMap(({ name, attributes }) => {
        const mark = attributes["w:name"] ?? "";
        if (name !== "w:bookmarkStart" || !figureMark.test(mark)) return [];
        return [[mark, runsBetween(node, attributes["w:id"] ?? "")] as const];
      }),
    ),
  );

/** Puts figures into a file that no control shows: into their bookmark, else at the place of their words in the block. */
export const placePlain = (
  file: Side,
  prints: readonly Print[],
  list: FigureList | undefined,
  earlier: (tag: string) => string | undefined,
): Result => {
  const changes = new Map<XmlElement, XmlElement>();
  const placed: Placed[] = [];
  const left: Print[] = [];
  if (prints.length === 0) return { changes, placed, left };
  const paragraphs = [...paragraphsOf(file)];
  const marks = marksIn(paragraphs.map(({ node }) => node));
  const rest = prints.filter((print) => {
    const [run, ...more] = marks.get(markOfTag(print.tag)) ?? [];
    const made = run && more.length === 0 ? rewritten(run, 0, shownText(run).length, print.text) : undefined;
    if (!run || !made) return true;
    changes.set(run, made);
    const before = shownText(run);
    if (before !== print.text) placed.push({ key: print.key, before, after: print.text, by: "bookmark" });
    return false;
  });
  for (const block of new Set(rest.map((print) => print.block))) {
    const own = rest.filter((print) => print.block === block);
    const pieces = piecesOf(paragraphs.filter((one) => one.block === block).map(({ node }) => node));
    let line = "";
    for (const { text, at } of pieces) line = line.padEnd(at, "\n") + text;
    const spots = spotsOf(line, own, (print) => candidates(print, list, earlier(print.tag)));
    // From the end, so that earlier places in the same run stay where they are.
    for (let index = own.length - 1; index >= 0; index--) {
      const [print, spot] = [own[index] as Print, spots[index]];
      if (spot?.text === print.text) continue;
      const piece = spot && pieces.find((one) => one.at <= spot.from && spot.to <= one.at + one.text.length);
      const made =
        piece && rewritten(changes.get(piece.run) ?? piece.run, spot.from - piece.at, spot.to - piece.at, print.text);
      if (!made) {
        left.unshift(print);
        continue;
      }
      changes.set(piece.run, made);
      placed.push({ key: print.key, before: spot.text, after: print.text, by: "alignment" });
    }
  }
  return { changes, placed, left };
};

/** The runs between the two ends of a bookmark, in the paragraph or in a revision of it. */
const runsBetween = (paragraph: XmlElement, id: string): readonly XmlElement[] => {
  const runs: XmlElement[] = [];
  let open = false;
  const visit = (node: XmlElement): void => {
    for (const child of node.children) {
      if (!isElement(child)) continue;
      if (child.attributes["w:id"] === id && child.name === "w:bookmarkStart") open = true;
      else if (child.attributes["w:id"] === id && child.name === "w:bookmarkEnd") open = false;
      else if (child.name === "w:r") {
        if (open) runs.push(child);
      } else visit(child);
    }
  };
  visit(paragraph);
  return runs;
};
