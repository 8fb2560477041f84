import { LineCounter, type Node, parseDocument } from "yaml";
import type { Finding, Report } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { RuleName } from "../model/rules/index.ts";
import { fullWidth, type Path, pathKey, YamlValues } from "./yaml-values.ts";

export type { Path } from "./yaml-values.ts";

/** A YAML file as plain values, with the place and the written form of each of its parts. */
export type Located = {
  readonly file: string;
  readonly value: unknown;
  /** Place of a value, or of the nearest part above it that exists. */
  readonly place: (path: Path) => Place;
  /** Place of a key. */
  readonly keyPlace: (path: Path) => Place;
  /** A plain decimal as it is written ("28.00"). */
  readonly written: (path: Path) => string | undefined;
  /** Whether a part, or one around it, has a finding already, so that nothing more can be said of it. */
  readonly isFaulty: (path: Path) => boolean;
  /** Whether a key of this group could not be read, so that another may seem to be missing. */
  readonly hasFaultyKey: (path: Path) => boolean;
};

/** A full-width mark before what looks like a key, in the line of an error: { value: 5，unit: case }. */
const fullWidthHint = (line: string): Partial<Finding> => {
  const [, mark] = /([，：])\s*[\w-]+\s*:/.exec(line) ?? [];
  if (mark === undefined) return {};
  return { hint: `"${mark}" is full-width and divides nothing in YAML: write "${fullWidth[mark]}"` };
};

/**
 * Reads YAML 1.2 as data: no aliases, no tags, no duplicate keys, numbers only in plain decimal notation.
 *
 * Reports `yaml-syntax`, `duplicate-key`, `yaml-alias`, `yaml-tag`, `yaml-depth`, `yaml-key`, `number-form` and, for
 * one that an escape makes, `hidden-character`; `undefined` when the file cannot be read as YAML at all.
 */
export const readYaml = (file: string, text: string, report: Report): Located | undefined => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: false, prettyErrors: false, version: "1.2" });
  const at = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col };
  };
  for (const { message, pos } of document.errors) {
    const place = at(pos[0]);
    const fault = (rule: RuleName, what: string, more: Partial<Finding> = {}): void =>
      report({ severity: "error", rule, message: what, place, ...more });
    // The parser itself gives up where the nesting would overflow its stack.
    if (/call stack/.test(message)) fault("yaml-depth", "this is nested too deeply to be read");
    else fault("yaml-syntax", message, fullWidthHint(text.split("\n")[place.line - 1] ?? ""));
  }
  if (document.errors.length > 0) return undefined;

  const read = new YamlValues(text, at, report);
  const value = read.convert(document.contents as Node | null, []);
  const nearest = (known: ReadonlyMap<string, Place>, path: Path): Place => {
    for (let length = path.length; length >= 0; length--) {
      const place = (length === path.length ? known : read.values).get(pathKey(path.slice(0, length)));
      if (place) return place;
    }
    return { file, line: 1, column: 1 };
  };
  return {
    file,
    value,
    place: (path) => nearest(read.values, path),
    keyPlace: (path) => nearest(read.keys, path),
    written: (path) => read.numbers.get(pathKey(path)),
    isFaulty: (path) => path.some((_, index) => read.faulty.has(pathKey(path.slice(0, index + 1)))),
    hasFaultyKey: (path) => read.faultyKeys.has(pathKey(path)),
  };
};
