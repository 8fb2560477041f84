import { assemble } from "./assemble.ts";
import type { Box, Boxes, Run } from "./boxes.ts";
import { type Alignment, hyphenWidth, type Line, setLine } from "./line.ts";
import type { Setting } from "./setting.ts";
import { totalFit } from "./total-fit.ts";

/** The shape of a paragraph. Measures in pt. */
export type Measure = {
  readonly width: number;
  /** Of the first line; below zero, the first line hangs out. */
  readonly indent: number;
  /** Of all lines but the first. */
  readonly hang: number;
  readonly alignment: Alignment;
};

const sizeOf = (boxes: readonly Box[]): number =>
  boxes.reduce((size, box) => Math.max(size, box.word.run.style.size), 0);

/** Han text: two characters; other text: a tenth of the width, so that no short word stands alone. */
const leastLast = ({ boxes }: Boxes, measure: Measure, setting: Setting): number =>
  setting.script === "Hani" ? 2 * sizeOf(boxes) : Math.max(3 * sizeOf(boxes), measure.width * 0.08);

/** Sets runs as a paragraph. Reports what the characters' faults are; whether lines fit is for the caller to judge by their ratio. */
export const setParagraph = <Tag>(
  runs: readonly Run<Tag>[],
  measure: Measure,
  setting: Setting,
): readonly Line<Tag>[] => {
  const boxes = assemble(runs, setting);
  const widthOf = (line: number) => measure.width - (line === 0 ? measure.indent : measure.hang);
  const broken = totalFit(
    boxes,
    { width: widthOf, justify: measure.alignment === "justify", leastLast: leastLast(boxes, measure, setting) },
    (index) => hyphenWidth((boxes.boxes[index] as Box).word),
  );
  return broken.map(({ start, end }, line) =>
    setLine(boxes, start, end, {
      width: widthOf(line),
      indent: line === 0 ? measure.indent : measure.hang,
      alignment: measure.alignment,
    }),
  );
};
