import type { Cause } from "../../model/change.ts";
import type { Key } from "../../model/figure.ts";
import { comparePlaces, type Place } from "../../model/place.ts";
import { type Snapshot, sameStatement, wholeOf } from "../../model/release.ts";
import { walkInlines } from "../../model/walk.ts";
import { choicesBetween } from "./choices.ts";
import type { Entry } from "./entry.ts";
import type { Pair } from "./pairing.ts";
import type { PrintedFigure } from "./shape.ts";

/** Keys of the figures that are stated otherwise than before, new and gone ones among them; in the order of the data. */
export const changedFigures = (before: Snapshot, after: Snapshot): readonly Key[] =>
  [...new Set([...Object.keys(after.figures), ...Object.keys(before.figures)])]
    .filter((key) => !sameStatement(before.figures[key], after.figures[key]))
    .toSorted((a, b) => comparePlaces(placeOf(a, before, after), placeOf(b, before, after)));

const placeOf = (key: Key, before: Snapshot, after: Snapshot): Place =>
  (after.figures[key] ?? before.figures[key])?.place ?? { file: "", line: 1, column: 1 };

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf("/") + 1);

export type Causes = {
  readonly changed: readonly Key[];
  /** Why two entries that are not printed alike differ, or why there is only one. */
  readonly of: (pair: Pair) => readonly Cause[];
};

/** Tells why things changed, from what was stated and typed then and now. */
export const causesBetween = (before: Snapshot, after: Snapshot): Causes => {
  const changed = changedFigures(before, after);
  const isChanged: ReadonlySet<Key> = new Set(changed);
  const figure = (key: Key): Cause => {
    const [then, now] = [before.figures[key], after.figures[key]];
    return {
      kind: "figure",
      key,
      place: placeOf(key, before, after),
      ...(then && { before: then }),
      ...(now && { after: now }),
    };
  };
  const fileChanged = (name: string): boolean => before.inputs[name] !== after.inputs[name];
  const touched = [...new Set([...Object.keys(before.inputs), ...Object.keys(after.inputs)])].filter(fileChanged);
  /** Whether anything was written in the folder of a template. */
  const folderChanged = (template: string): boolean =>
    touched.some((name) => /\.hbs$/.test(name) && folderOf(name) === folderOf(template));
  const choices = choicesBetween(before, after);

  /** The figures that changed among those of a printed number: itself, or what it follows from. */
  const behind = (keys: readonly Key[]): readonly Key[] => {
    const own = keys.filter((key) => isChanged.has(key));
    if (own.length > 0) return own;
    const wholes = new Set(keys.map(wholeOf));
    return changed.filter((key) => wholes.has(wholeOf(key)));
  };
  /** The figures behind what is printed otherwise on one side than on the other. */
  const behindPrints = (then: readonly PrintedFigure[], now: readonly PrintedFigure[]): readonly Key[] => {
    const said = (list: readonly PrintedFigure[]): ReadonlySet<string> =>
      new Set(list.map(({ keys, text }) => `${keys.join()} ${text}`));
    const [old, own] = [said(then), said(now)];
    const differing = [
      ...then.filter(({ keys, text }) => !own.has(`${keys.join()} ${text}`)),
      ...now.filter(({ keys, text }) => !old.has(`${keys.join()} ${text}`)),
    ];
    return [...new Set(differing.flatMap(({ keys }) => behind(keys)))];
  };

  /** A file of the project that is neither data nor prose, by its place; a line of the data where one is known. */
  const file = (name: string, line?: Place): Cause => ({
    kind: "file",
    place: line ?? { file: name, line: 1, column: 1 },
  });

  /** What is left where neither the words nor a figure of its own explain a change. */
  const elsewhere = (entry: Entry): readonly Cause[] => {
    const found = entry.files?.find(fileChanged);
    if (found !== undefined) return [file(found, entry.stated?.file === found ? entry.stated : undefined)];
    const whole = new Set(entry.shape.prints.flatMap(({ keys }) => keys.map(wholeOf)));
    const stated = changed.filter((key) => whole.has(wholeOf(key)));
    if (stated.length > 0) return stated.map(figure);
    // What relations say about a figure (last year's value) is printed too.
    const data = Object.values(after.figures)[0]?.place.file;
    if (data !== undefined && fileChanged(data) && whole.size > 0) return [file(data)];
    return [{ kind: "tool", place: entry.wording.place }];
  };

  /** Words that were typed otherwise, came or went: a figure decided whether they stand, or somebody wrote. */
  const ofTyped = (entry: Entry, { before: then, after: now }: Pair): readonly Cause[] => {
    if (entry.block === "") return elsewhere(entry);
    const printed = behindPrints(then?.shape.prints ?? [], now?.shape.prints ?? []);
    const chosen = choices.between(entry.language, entry.around).filter((key) => isChanged.has(key));
    const templates = filesOf(then, now);
    const text: Cause = { kind: "text", block: entry.block, place: entry.wording.place };
    if (chosen.length > 0) return [...chosen.map(figure), ...(templates.some(fileChanged) ? [text] : [])];
    // Nobody wrote, so a loop runs over more or fewer figures than before.
    if (!folderChanged(entry.wording.place.file)) {
      const running = printed.length > 0 ? printed : changed;
      return running.length > 0 ? running.map(figure) : elsewhere(entry);
    }
    return then && now ? [...printed.map(figure), text] : [text];
  };

  return {
    changed,
    of: (pair) => {
      const { before: then, after: now } = pair;
      const entry = (now ?? then) as Entry;
      if (!then || !now || then.shape.typed !== now.shape.typed) return ofTyped(entry, pair);
      const keys = behindPrints(then.shape.prints, now.shape.prints);
      if (keys.length > 0) return keys.map(figure);
      const same = JSON.stringify(then.shape.prints) === JSON.stringify(now.shape.prints);
      const numbered = same && !entry.files?.some(fileChanged) && entry.thing !== "chart" && entry.thing !== "image";
      return numbered ? [{ kind: "numbering", place: entry.wording.place }] : elsewhere(entry);
    },
  };
};

/** The templates that two entries are made of. */
const filesOf = (...entries: readonly (Entry | undefined)[]): readonly string[] => [
  ...new Set(
    entries.flatMap((entry) =>
      entry
        ? [entry.wording.place.file, ...[...walkInlines(entry.wording.inlines ?? [])].map(({ place }) => place.file)]
        : [],
    ),
  ),
];
