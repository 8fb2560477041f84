import type { Document, Figure } from "../../model/document.ts";
import { mm, type Style } from "../../model/style.ts";
import { drawnRows, walkBlocks } from "../../model/walk.ts";
import type { Mark } from "./content.ts";

/** Where the towers stand, in pt from the top left corner of the trim, and their colours. */
export type Ground = {
  readonly base: number;
  /** Heights in pt of the lowest and the highest tower. */
  readonly low: number;
  readonly high: number;
  readonly colours: readonly [string, string];
};

/** Fewer values than this make no picture. */
const fewest = 6;
/** Towers across the page; the values are repeated up to here. */
const across = 30;
/** Share of a tower's pitch that is left open. */
const street = 0.16;

const valuesOf = (figure: Figure): readonly number[] =>
  drawnRows(figure).flatMap((row) => (row.value !== null && row.value > 0 ? [row.value] : []));

/** Every value that the charts of a document draw, in their order. */
export const drawnValues = (document: Document): readonly number[] =>
  [...walkBlocks(document.sections)].flatMap((block) => (block.type === "figure" ? valuesOf(block) : []));

/**
 * The year's figures as a row of towers that runs off the page on both sides: one tower a value, its height by the
 * value's order of magnitude. The same figures always make the same picture.
 */
export const skyline = (values: readonly number[], style: Style, ground: Ground): readonly Mark[] => {
  if (values.length < fewest) return [];
  const logs = values.map((value) => Math.log10(value));
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  const bleed = style.page.bleed * mm;
  const width = style.page.width * mm + 2 * bleed;
  const count = Math.max(across, values.length);
  const pitch = width / count;
  return Array.from({ length: count }, (_, index): Mark => {
    const log = logs[index % logs.length] as number;
    const share = most > least ? (log - least) / (most - least) : 0.5;
    const height = ground.low + share * (ground.high - ground.low);
    return {
      kind: "panel",
      x: index * pitch - bleed,
      y: ground.base - height,
      width: pitch * (1 - street),
      height,
      colour: ground.colours[index % 2] as string,
    };
  });
};
