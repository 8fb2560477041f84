import type { ChartRow } from "../../model/document.ts";
import type { Figure, Figures, Key } from "../../model/figure.ts";
import { deriveShare, sumsTo } from "../../model/interval.ts";
import type { Language } from "../../model/language.ts";
import { printFigure } from "../quantity.ts";
import type { Line } from "./cells.ts";
import { type Fault, figureOf } from "./lookup.ts";
import type { PanelFigures } from "./vocabulary.ts";

/** A part's share in percent: the number, and as printed. */
export type Share = NonNullable<ChartRow["share"]>;

/**
 * The share of each figure of a panel in its `whole`.
 *
 * Reports `parts-do-not-sum` where no rounding explains the difference, `share-unknown` where a part or the whole is
 * approximate or not published, and what `figureOf` does.
 */
export const sharesOf = (
  panel: PanelFigures,
  lines: readonly Line[],
  context: { readonly figures: Figures; readonly language: Language },
  fault: Fault,
): ReadonlyMap<Key, Share> => {
  const shares = new Map<Key, Share>();
  if (panel.whole === undefined) return shares;
  const at = [...panel.path, "whole"];
  const whole = figureOf(panel.whole, at, context.figures, fault);
  if (lines.length !== 1) fault("wrong-value", "a whole goes with one list of keys, not with series", at);
  const cells = (lines[0]?.cells ?? []).filter((cell) => cell !== undefined);
  if (!whole || lines.length !== 1) return shares;
  const related = (figures: readonly Figure[]) =>
    figures.map((figure) => ({ message: `${figure.key} is ${figure.value}`, place: figure.place }));
  const parts = cells.map((cell) => cell.figure);
  if (parts.every((part) => part.value !== null) && whole.value !== null && !sumsTo(parts, whole))
    fault("parts-do-not-sum", `the parts do not sum to ${whole.key}, and their rounding does not explain it`, at, {
      hint: "list every part of the whole, or state the rest as a figure",
      related: related([whole, ...parts]),
    });
  for (const cell of cells) {
    const share = deriveShare(cell.figure, whole);
    const printed = share && printFigure(share, context.language);
    if (share && printed && "text" in printed) shares.set(cell.key, { value: share.value ?? "0", text: printed.text });
    else
      fault("share-unknown", `the share of ${cell.key} in ${whole.key} cannot be told`, cell.path, {
        hint: "both must be published, and exact or rounded, not approximate",
        related: related([cell.figure, whole]),
      });
  }
  return shares;
};
