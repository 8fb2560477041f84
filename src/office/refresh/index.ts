import type { Report } from "../../model/finding.ts";
import type { Place } from "../../model/place.ts";
import {
  controlsOf,
  figureListOf,
  lastStep,
  matched,
  type Print,
  paragraphsOf,
  printsIn,
  stories,
} from "../figures.ts";
import { packParts, partBytes } from "../package.ts";
import { openSide, type Side } from "../side.ts";
import type { XmlElement } from "../xml.ts";
import { refreshCharts } from "./charts.ts";
import { withText } from "./control.ts";
import { placeList } from "./list.ts";
import type { Placed } from "./placed.ts";
import { placePlain } from "./plain.ts";
import { replacing } from "./replacing.ts";

export type Refreshed = {
  readonly bytes: Uint8Array;
  /** Figures whose text changed. */
  readonly placed: readonly Placed[];
  /** Names of charts that were put in anew. */
  readonly charts: readonly string[];
};

export type RefreshCall = {
  readonly edited: Uint8Array;
  /** The same edition as it is written today, its figures in controls. */
  readonly today: Uint8Array;
  /** Name of the edited file, for findings. */
  readonly name: string;
  /** What a figure said in the release that the file was made of, by its tag; for files without controls and list. */
  readonly earlier?: (tag: string) => string | undefined;
};

/**
 * Today's figures and charts in a file that was edited: store and surface together. Words, comments and tracked changes
 * stay as they are. Reports `figure-in-revision`, `figure-edited`, `figure-not-placed`, `chart-not-placed`.
 *
 * @throws Unreadable for what is no Word file
 */
export const refresh = ({ edited, today, name, earlier = () => undefined }: RefreshCall, report: Report): Refreshed => {
  const [file, own] = [openSide(edited), openSide(today)];
  const prints = printsIn(own);
  const controls = controlsOf(file);
  const list = figureListOf(file);
  const placed: Placed[] = [];
  const changes = new Map<XmlElement, XmlElement>();
  const lines = linesOf(file);
  const at = (block: string): { readonly place: Place } => ({
    place: { file: name, line: lines.get(block) ?? 1, column: 1 },
  });
  const done = new Set<string>();
  const settled = new Set<XmlElement>();
  for (const { print, control } of matched(prints, controls)) {
    settled.add(control.node);
    if (control.revised) {
      report({
        severity: "warning",
        rule: "figure-in-revision",
        message: `"${control.text}" holds a tracked change; ${print.key} is ${print.text} today and was not put in`,
        ...at(control.block),
        hint: "accept or reject the change, then refresh again",
      });
      done.add(print.tag);
      changes.set(control.node, withText(control.node, undefined, undefined));
      continue;
    }
    const stored = list && control.path && list.texts.get(lastStep(control.path));
    if (stored !== undefined && stored !== control.text && control.text !== print.text)
      report({
        severity: "warning",
        rule: "figure-edited",
        message: `the file says "${control.text}" for ${print.key} where its list of figures says "${stored}"; it says ${print.text} now`,
        ...at(control.block),
        hint: "whitepaper import proposes what was typed over a figure as a change of the data",
      });
    done.add(print.tag);
    changes.set(control.node, withText(control.node, print.text, control.path === undefined ? undefined : print.node));
    if (control.text !== print.text)
      placed.push({ key: print.key, before: control.text, after: print.text, by: control.by });
  }
  for (const control of controls)
    if (!settled.has(control.node)) {
      // What nobody can name must not follow the list, in which another figure may stand at its place.
      if (control.path !== undefined) changes.set(control.node, withText(control.node, undefined, undefined));
      report({
        severity: "warning",
        rule: "figure-not-placed",
        message: `"${control.text}" was a printed figure${control.key ? ` (${control.key})` : ""}; today's edition has none at this place, and it stays as it is`,
        ...at(control.block),
        hint: "look whether it still holds",
      });
    }
  const left = prints.filter(({ tag }) => !done.has(tag));
  const plain = placePlain(file, left, list, earlier);
  for (const [node, made] of plain.changes) changes.set(node, made);
  placed.push(...plain.placed);
  for (const [block, lost] of byBlock(plain.left)) tellLost(lines.has(block), lost, at(block), report);

  const parts = new Map(file.parts);
  const charts = refreshCharts(parts, file, own, (name, block) =>
    report({
      severity: "warning",
      rule: "chart-not-placed",
      message: `the file has no drawing ${name} any more`,
      ...at(block),
      hint: "put the chart of today's edition in by hand, or leave it out if that was meant",
    }),
  );
  for (const [node, made] of charts.changes) changes.set(node, made);
  for (const story of stories) {
    const root = file.root(story);
    if (root) parts.set(story, partBytes(replacing(root, changes)));
  }
  placeList(parts, file, own, list);
  return { bytes: packParts(parts), placed, charts: charts.names };
};

const byBlock = (prints: readonly Print[]): ReadonlyMap<string, readonly Print[]> => {
  const blocks = new Map<string, Print[]>();
  for (const print of prints) blocks.set(print.block, [...(blocks.get(print.block) ?? []), print]);
  return blocks;
};

const tellLost = (isThere: boolean, lost: readonly Print[], place: { readonly place: Place }, report: Report): void => {
  const figures = lost.map(({ key, text }) => `${key} (${text})`).join(", ");
  report({
    severity: "warning",
    rule: "figure-not-placed",
    message: isThere
      ? `today's figures have no place in this paragraph any more: ${figures}`
      : `today's edition has a paragraph that the file has not, with ${figures}`,
    ...place,
    hint: "write it in by hand, or leave it out if that was meant",
  });
};

/** The paragraph, counted from 1, in which each block begins. */
const linesOf = (file: Side): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  let line = 0;
  for (const { block } of paragraphsOf(file)) {
    line++;
    if (!lines.has(block)) lines.set(block, line);
  }
  return lines;
};
