import { type Figure, type FigurePart, figureParts, type Key } from "../../model/figure.ts";
import { type PrintedNumber, sentenceAt } from "../passages.ts";
import { listsOf } from "./lists.ts";
import type { Reading } from "./reading.ts";

/** The figure that a change, an earlier value or a rank belongs to, and as what. */
const ownerOf = (key: Key): { readonly owner: Key; readonly part: FigurePart } | undefined => {
  const dot = key.lastIndexOf(".");
  const part = figureParts.find((name) => name === key.slice(dot + 1));
  return part && { owner: key.slice(0, dot), part };
};
const has = (figure: Figure, part: FigurePart): boolean => figure[part] !== undefined;
const keysOf = (numbers: readonly PrintedNumber[]): readonly Key[] => numbers.map(({ figure }) => figure.key);
const equal = (a: readonly Key[], b: readonly Key[]): boolean =>
  a.length === b.length && a.every((key, i) => key === b[i]);

/**
 * A change stands beside the figure that changed: the changes of a list belong, in their order, to as many figures before
 * or after them in the sentence. Reports `part-of-another`.
 */
export const checkParts = (reading: Reading): void => {
  const { passage, numbers, figures, deviate } = reading;
  for (const list of listsOf(reading)) {
    const [first] = list;
    const owned = list.map(({ figure }) => ownerOf(figure.key));
    const [one] = owned;
    if (!first || !one || !figures.has(one.owner) || owned.some((other) => other?.part !== one.part)) continue;
    const owners = owned.map((other) => other?.owner ?? "");
    const [from, to] = sentenceAt(passage, first.start);
    const sentence = numbers.filter(({ start }) => start >= from && start < to);
    const printed = new Set(keysOf(sentence));
    // Where the owners are named in words only, figures that have their own change beside them are none of its business.
    const isOwned = owners.some((owner) => printed.has(owner));
    const beside = sentence.filter(
      ({ start, figure }) =>
        !list.some((own) => own.start === start) &&
        has(figure, one.part) &&
        (isOwned || !printed.has(`${figure.key}.${one.part}`)),
    );
    const before = keysOf(beside.filter(({ start }) => start < first.start)).slice(-list.length);
    const after = keysOf(beside.filter(({ start }) => start > first.start)).slice(0, list.length);
    if (beside.length === 0 || equal(before, owners) || equal(after, owners)) continue;
    const said = before.length > 0 ? before : after;
    deviate({
      severity: "error",
      rule: "part-of-another",
      message: `${owners.map((key) => `${key}.${one.part}`).join(", ")} ${owners.length === 1 ? "stands" : "stand"} beside ${said.join(", ")}`,
      place: first.node.place,
      hint: "print the changes in the order of their figures, each beside its own",
      related: list.map(({ figure }) => ({ message: `${figure.key} is ${figure.value}`, place: figure.place })),
      about: first.figure.key,
      lang: passage.lang,
      unit: passage.unit,
    });
  }
};
