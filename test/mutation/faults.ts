import type { Figure, Key } from "../../src/model/figure.ts";
import { printedFigures } from "../truth/printed.ts";
import { changedEverywhere, isAbout } from "./judge.ts";
import { type Base, dataFile, type Edits, type Outcome } from "./variants.ts";

/** A fault put into the publication, and what must come of it. */
export type Fault = {
  readonly name: string;
  readonly edits: Edits;
  /** Whether the right finding or the right change appears. */
  readonly isRight: (outcome: Outcome) => boolean;
};

/** The statistics and the stated changes of the printed edition: 110 and 16. */
export const stated: readonly Key[] = printedFigures.statistics.flatMap(({ key, growth }) => [
  key,
  ...(growth ? [`${key}.growth`] : []),
]);

const offsetOf = (text: string, { line, column }: { line: number; column: number }): number =>
  text
    .split("\n")
    .slice(0, line - 1)
    .join("\n").length +
  (line > 1 ? 1 : 0) +
  column -
  1;

/** The data file with another number written for a figure. */
const withNumber = (base: Base, text: string, figure: Figure, written: string): string => {
  // A change or a rank stands under its own name, a value behind that of its figure.
  const name = /\.(growth|rank)$/.exec(figure.key)?.[1] ?? "value";
  const start = offsetOf(base.text(dataFile), figure.place);
  const pattern = new RegExp(`${name}: ${figure.value?.replace(".", "\\.")}(?![\\d.])`, "g");
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match) throw new Error(`${figure.key} is not where it should be`);
  return `${text.slice(0, match.index)}${name}: ${written}${text.slice(match.index + match[0].length)}`;
};

const figureOf = (base: Base, key: Key): Figure & { readonly value: string } => {
  const figure = base.source.figures.get(key);
  if (!figure || figure.value === null) throw new Error(`${key} is no published figure`);
  return figure as Figure & { readonly value: string };
};

/** A figure with another value: either the change shows in every edition, or a finding is about it; and none about others. */
const revalued = (base: Base, key: Key, written: string): Fault => ({
  name: `${key}: ${figureOf(base, key).value} → ${written}`,
  edits: new Map([[dataFile, withNumber(base, base.text(dataFile), figureOf(base, key), written)]]),
  isRight: (outcome) =>
    outcome.findings.every((finding) => isAbout(base, finding, [key])) &&
    (outcome.findings.length > 0 || changedEverywhere(base, outcome, new Map([[key, Number(written)]]))),
});

const decimalsOf = (written: string): number => written.split(".")[1]?.length ?? 0;
/** The value one step further, with the digits that were stated. */
export const oneStepUp = (base: Base, key: Key): Fault => {
  const { value, step } = figureOf(base, key);
  const decimals = Math.max(decimalsOf(value), decimalsOf(step));
  return revalued(base, key, (Number(value) + Number(step)).toFixed(decimals));
};

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

type Mustache = {
  readonly file: string;
  readonly lang: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly keys: readonly Key[];
};

const keyPattern = /[a-z][a-z0-9_-]*(?:\.[a-z][a-z0-9_-]*)+|period/g;

/** Every mustache of the templates. */
const mustachesOf = (base: Base): readonly Mustache[] =>
  [...base.source.languages].flatMap(([lang, { templates }]) =>
    templates.flatMap(({ file, text }) =>
      [...text.matchAll(/\{\{[^}]+\}\}/g)].map(({ index, 0: match }) => ({
        file,
        lang,
        line: text.slice(0, index).split("\n").length,
        start: index,
        end: index + match.length,
        text: match,
        keys: match.replace(/"[^"]*"/g, "").match(keyPattern) ?? [],
      })),
    ),
  );
const isNumber = ({ text }: Mustache): boolean => !/^\{\{(direction|plural|label)\b/.test(text);

/** A template with one stretch replaced. */
const replaced = (base: Base, { file, start, end }: Mustache, by: string): string =>
  base.text(file).slice(0, start) + by + base.text(file).slice(end);

/** What a mustache printed. */
const printedBy = (base: Base, { lang, file, line, start }: Mustache): string => {
  const column = start - base.text(file).lastIndexOf("\n", start - 1);
  let found = "";
  JSON.stringify(base.documents.get(lang), (_, node) => {
    if (node?.type === "value" && node.place.file === file && node.place.line === line && node.place.column === column)
      found = node.text;
    return node;
  });
  return found;
};

const at =
  (mustache: Mustache, rule: string) =>
  (outcome: Outcome): boolean =>
    outcome.findings.some(
      (finding) =>
        finding.rule === rule && finding.place?.file === mustache.file && finding.place.line === mustache.line,
    );

const typedByHand = (base: Base, mustache: Mustache): Fault => ({
  name: `${mustache.file}:${mustache.line} ${mustache.text} typed as ${printedBy(base, mustache)}`,
  edits: new Map([[mustache.file, replaced(base, mustache, printedBy(base, mustache))]]),
  isRight: at(mustache, "typed-numeral"),
});

const opposite: Readonly<Record<string, string>> = { 增长: "下降", up: "down", increase: "decrease" };
const wrongDirection = (base: Base, mustache: Mustache): Fault => {
  const word = opposite[printedBy(base, mustache)] ?? "下降";
  return {
    name: `${mustache.file}:${mustache.line} ${mustache.text} typed as ${word}`,
    edits: new Map([[mustache.file, replaced(base, mustache, word)]]),
    isRight: at(mustache, "direction-contradicts"),
  };
};

const swappedInTemplate = (base: Base, [a, b]: readonly [Mustache, Mustache]): Fault => {
  const text = base.text(a.file);
  const swapped = text.slice(0, a.start) + b.text + text.slice(a.end, b.start) + a.text + text.slice(b.end);
  return {
    name: `${a.file}:${a.line} ${a.text} ↔ ${b.text}`,
    edits: new Map([[a.file, swapped]]),
    isRight: ({ findings }) => findings.some((finding) => isAbout(base, finding, [...a.keys, ...b.keys])),
  };
};

/** Sentences stand in lines of their own. */
type Line = { readonly file: string; readonly line: number; readonly text: string };
const sentencesOf = (base: Base): readonly Line[] =>
  [...base.source.languages.values()].flatMap(({ templates }) =>
    templates.flatMap(({ file, text }) =>
      text
        .split("\n")
        .map((line, index) => ({ file, line: index + 1, text: line }))
        .filter(({ text: line }) => /^[^#:\s]/.test(line)),
    ),
  );

/** The id of the section that a line belongs to; text before the first head is named after its file. */
const unitOf = (base: Base, { file, line }: Line): string => {
  const heads = base
    .text(file)
    .split("\n")
    .slice(0, line)
    .filter((text) => text.startsWith("#"));
  return /\{#([a-z-]+)/.exec(heads.at(-1) ?? "")?.[1] ?? (/\d+-([a-z-]+)/.exec(file)?.[1] as string);
};

export const dropped = (base: Base, sentence: Line): Fault => {
  const keys = sentence.text.match(keyPattern) ?? [];
  const unit = unitOf(base, sentence);
  const lines = base.text(sentence.file).split("\n");
  return {
    name: `${sentence.file}:${sentence.line} dropped: ${sentence.text.slice(0, 60)}`,
    edits: new Map([[sentence.file, lines.toSpliced(sentence.line - 1, 1).join("\n")]]),
    isRight: ({ findings }) =>
      findings.some(
        (finding) =>
          finding.message.includes(`"${unit}"`) || isAbout(base, finding, keys) || finding.rule === "unused-acceptance",
      ),
  };
};

const swappedInData = (base: Base, [a, b]: readonly [Key, Key]): Fault => {
  const [first, second] = [figureOf(base, a), figureOf(base, b)];
  const once = withNumber(base, base.text(dataFile), first, second.value);
  // The first edit may have moved what stands behind it.
  const text = withNumber(base, once, second, first.value);
  const changes = new Map([
    [a, Number(second.value)],
    [b, Number(first.value)],
  ]);
  return {
    name: `${a} ↔ ${b} (${first.value}, ${second.value})`,
    edits: new Map([[dataFile, text]]),
    isRight: (outcome) =>
      outcome.findings.every((finding) => isAbout(base, finding, [a, b])) &&
      (outcome.findings.length > 0 || changedEverywhere(base, outcome, changes)),
  };
};

/** A hundred faults, the same in every run. */
export const hundredFaults = (base: Base): readonly Fault[] => {
  const random = seeded(2019);
  const pick = <T>(list: readonly T[], count: number): readonly T[] =>
    list
      .map((item) => ({ item, order: random() }))
      .toSorted((one, other) => one.order - other.order)
      .slice(0, count)
      .map(({ item }) => item);

  const values = printedFigures.statistics.map(({ key }) => key);
  const changes = stated.filter((key) => key.endsWith(".growth"));
  const mustaches = mustachesOf(base);
  const numbers = mustaches.filter(isNumber);
  const directions = mustaches.filter(({ text }) => text.startsWith("{{direction"));

  const otherDigit = (key: Key): Fault => {
    const { value } = figureOf(base, key);
    // A digit before the zeros of rounding, so that the value stays a multiple of its step.
    const places = [...value.replace(/0+$/, "")].flatMap((sign, index) => (sign === "." ? [] : [index]));
    const place = places[Math.floor(random() * places.length)] ?? 0;
    const digit = String((Number(value[place]) + 1 + Math.floor(random() * 8)) % 10);
    const kept = place === 0 && digit === "0" ? "9" : digit;
    const written = value.slice(0, place) + (kept === value[place] ? "8" : kept) + value.slice(place + 1);
    return revalued(base, key, written);
  };
  const scaled = (key: Key): Fault => revalued(base, key, `${figureOf(base, key).value}0000`);
  const flipped = (key: Key): Fault => revalued(base, key, `-${figureOf(base, key).value}`);
  const pairsInData = values.flatMap((a, index) =>
    values
      .slice(index + 1)
      .filter(
        (b) => figureOf(base, a).unit === figureOf(base, b).unit && figureOf(base, a).value !== figureOf(base, b).value,
      )
      .map((b) => [a, b] as const),
  );
  // Where a language says a number again, its order is free: only first mentions are swapped.
  const first = (mustache: Mustache): boolean =>
    numbers.find(({ file, keys }) => file === mustache.file && keys.join() === mustache.keys.join()) === mustache;
  const pairsInTemplates = numbers.flatMap((a, index) => {
    const b = numbers[index + 1];
    return b && a.file === b.file && ![...a.keys, ...b.keys].includes("period") && first(a) && first(b)
      ? [[a, b] as const]
      : [];
  });

  return [
    ...pick(changes, 12).map(flipped),
    ...pick(values, 20).map(otherDigit),
    ...pick(
      values.filter((key) => Number(figureOf(base, key).value) >= 10_000),
      10,
    ).map(scaled),
    ...pick(pairsInData, 8).map((pair) => swappedInData(base, pair)),
    ...pick(pairsInTemplates, 14).map((pair) => swappedInTemplate(base, pair)),
    ...pick(numbers, 18).map((mustache) => typedByHand(base, mustache)),
    ...pick(sentencesOf(base), 12).map((sentence) => dropped(base, sentence)),
    ...pick(directions, 6).map((mustache) => wrongDirection(base, mustache)),
  ];
};
