import type { Chart } from "../model/document.ts";
import type { JsonPath } from "../model/json-place.ts";
import type { Remark } from "./fault.ts";
import type { Scene } from "./render.ts";
import { type Drawn, linesOf, rowKey } from "./scene.ts";

type Box = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
type Words = { readonly text: string; readonly box: Box; readonly drawn: Drawn };

const figures: JsonPath = ["usermeta", "figures"];
const placeholders = /\b(undefined|null|NaN|Infinity)\b|\[object /;

/** The box of a text's letters; Vega's is 0.8 em above and 0.2 em below the baseline. */
const boxOf = ({ item, at }: Drawn): Box | undefined => {
  const { bounds, fontSize = 11 } = item;
  if (!bounds) return undefined;
  const trim = 0.04 * fontSize;
  return { x1: bounds.x1 + at[0], x2: bounds.x2 + at[0], y1: bounds.y1 + at[1] + trim, y2: bounds.y2 + at[1] - trim };
};

/** Boxes may touch, and share this much, pt. */
const slack = 0.5;
const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) > slack && Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > slack;

/** Each number is printed beside its mark, or can be read from an axis of values; what has no number says so. */
const checkPrinted = (chart: Chart, drawn: readonly Drawn[], note: Remark): void => {
  const printed = new Set(
    drawn.flatMap((one) =>
      one.mark === "text" && one.item.datum ? linesOf(one.item).map((line) => `${rowKey(one)} ${line}`) : [],
    ),
  );
  const hasAxis = drawn.some(({ role, item }) => role === "axis-label" && typeof item.datum?.value === "number");
  for (const row of chart.rows) {
    const says =
      printed.has(`${row.key} ${row.text}`) || (row.share !== undefined && printed.has(`${row.key} ${row.share.text}`));
    if (!says && !(hasAxis && row.value !== null))
      note({
        rule: "number-not-printed",
        message: `"${row.text}" for ${row.key} is not printed, and no axis tells it`,
        path: figures,
        key: row.key,
      });
  }
};

/**
 * Checks the words of a picture: none cut, none crowded, none a machine's.
 *
 * Reports `text-cut`, `text-overlap`, `text-outside`, `placeholder-text`, `number-not-printed`.
 */
export const checkWords = (chart: Chart, scene: Scene, drawn: readonly Drawn[], note: Remark): void => {
  const words = drawn.flatMap((one): readonly Words[] => {
    const box = one.mark === "text" ? boxOf(one) : undefined;
    const text = linesOf(one.item).join(" ");
    return box && text !== "" && one.item.opacity !== 0 ? [{ text, box, drawn: one }] : [];
  });
  const own = JSON.stringify([chart.spec, chart.panels, chart.rows]);
  if (scene.svg.includes("…") && !own.includes("…"))
    note({
      rule: "text-cut",
      message: "a text was cut and ends in “…”",
      hint: "remove limit, or shorten the text",
    });
  for (const { text, box, drawn } of words) {
    if (placeholders.test(text)) note({ rule: "placeholder-text", message: `"${text}" would be printed`, drawn });
    if (box.x1 < -slack || box.y1 < -slack || box.x2 > scene.width + slack || box.y2 > scene.height + slack)
      note({ rule: "text-outside", message: `"${text}" does not fit into the picture`, drawn });
  }
  for (const [index, a] of words.entries()) {
    const b = words.slice(index + 1).find((other) => overlap(a.box, other.box));
    if (b)
      note({
        rule: "text-overlap",
        message: `"${a.text}" and "${b.text}" stand on each other`,
        drawn: b.drawn.layer === undefined ? a.drawn : b.drawn,
        hint: "give them more room: a larger step, panels in rows, fewer categories",
      });
  }
  checkPrinted(chart, drawn, note);
};
