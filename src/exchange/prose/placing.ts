import type { Language } from "../../model/language.ts";
import type { Template } from "../../model/source.ts";
import type { Chapter } from "../chapters.ts";
import type { Pair } from "../pairs.ts";
import { type Content, contentOf, maskedText, type Unit } from "../unit.ts";
import { adaptedTemplate } from "./adapt.ts";
import { chunkOf } from "./chunks.ts";
import { unitsOf } from "./units.ts";
import { unitText } from "./writing.ts";

/** New words for units by their ids. */
export type Words = ReadonlyMap<string, Content>;

type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** The text with all edits; two insertions at one place keep their order. */
const withEdits = (text: string, edits: readonly Edit[]): string => {
  let done = 0;
  const parts: string[] = [];
  for (const { start, end, text: own } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(done, start), own);
    done = Math.max(done, end);
  }
  return [...parts, text.slice(done)].join("");
};

const beginsLine = (text: string, at: number): boolean => at === 0 || text[at - 1] === "\n";

/** What a unit of a template is to say. */
const wordsFor = (unit: Unit, template: string, content: Content, script: string): Edit => ({
  start: unit.start,
  end: unit.end,
  text: unitText({
    content,
    former: unit.pieces,
    kind: unit.kind,
    script,
    isLineStart: beginsLine(template, unit.start),
  }),
});

/** Runs of units without a place in the translation, each with what stands before it. */
const placeless = (pairs: readonly Pair[]): readonly (readonly Pair[])[] => {
  const runs: Pair[][] = [];
  let open: Pair[] | undefined;
  for (const pair of pairs.filter(({ source }) => source)) {
    if (pair.target) open = undefined;
    else if (open) open.push(pair);
    else {
      open = [pair];
      runs.push(open);
    }
  }
  return runs;
};

/**
 * The template of a translation with new words. Units without a place there are put where their neighbours stand, in the
 * lines that the source has for them, what is not translated in the words of the source. `undefined` where a new unit has
 * no lines of its own or the result would not read as it should.
 */
const placed = ({ source, target, pairs }: Chapter, words: Words, language: Language): string | undefined => {
  const { script } = language;
  if (!source) return undefined;
  if (!target) {
    const edits = pairs.flatMap(({ id, source: unit }) => {
      const content = words.get(id);
      return unit && content ? [wordsFor(unit.unit, source.text, content, script)] : [];
    });
    return adaptedTemplate(withEdits(source.text, edits), language);
  }
  const edits: Edit[] = pairs.flatMap(({ id, target: unit }) => {
    const content = words.get(id);
    return unit && content ? [wordsFor(unit.unit, target.text, content, script)] : [];
  });
  for (const run of placeless(pairs)) {
    if (!run.some(({ id }) => words.has(id))) continue;
    const chunk = chunkOf(source.text, target.text, run, pairs);
    if (!chunk) return undefined;
    const own = run.flatMap(({ id, source: unit }) => {
      const content = words.get(id);
      return unit && content ? [wordsFor(unit.unit, source.text, content, script)] : [];
    });
    const inside = own.map(({ start, end, text }) => ({ start: start - chunk.start, end: end - chunk.start, text }));
    const text = adaptedTemplate(withEdits(source.text.slice(chunk.start, chunk.end), inside), language);
    edits.push({ start: chunk.at, end: chunk.at, text });
  }
  return withEdits(target.text, edits);
};

const readsAs = (text: string, file: string, name: string, expected: readonly string[], script: string): boolean => {
  const units = unitsOf({ file, name, text });
  return (
    units !== undefined &&
    units.map(({ pieces }) => maskedText(contentOf(pieces, script))).join("\n") === expected.join("\n")
  );
};

/** What the units of a translation say, in the order of its file, once some have new words. */
const expectedUnits = ({ pairs }: Chapter, words: Words, script: string): readonly string[] => {
  const own = (pair: Pair): string | undefined => {
    const content = words.get(pair.id);
    return content ? maskedText(content) : pair.target?.says;
  };
  const inserted = new Set(
    placeless(pairs)
      .filter((run) => run.some(({ id }) => words.has(id)))
      .flat(),
  );
  const copied = ({ source }: Pair): string => (source ? maskedText(contentOf(source.unit.pieces, script)) : "");
  // Those that have no place yet follow those before them; what is surplus stands where it stands.
  const standing = pairs
    .filter(({ target }) => target)
    .toSorted((a, b) => (a.target?.unit.start ?? 0) - (b.target?.unit.start ?? 0));
  const order: Pair[] = [...standing];
  let last: Pair | undefined;
  for (const pair of pairs.filter(({ source }) => source)) {
    if (inserted.has(pair)) order.splice(last ? order.indexOf(last) + 1 : 0, 0, pair);
    if (pair.target || inserted.has(pair)) last = pair;
  }
  return order.map((pair) => own(pair) ?? copied(pair));
};

export type Placed = { readonly text: string; readonly refused: readonly string[] };

/**
 * Writes new words into a chapter's template. What cannot be written so that it reads as it should is refused by its id, and
 * everything else is written all the same.
 */
export const placeWords = (chapter: Chapter, words: Words, language: Language, file: string): Placed => {
  const { target } = chapter;
  const attempt = (some: Words): string | undefined => {
    const text = placed(chapter, some, language);
    const expected = target
      ? expectedUnits(chapter, some, language.script)
      : chapter.pairs.flatMap((pair) => {
          const content = some.get(pair.id);
          return pair.source
            ? [content ? maskedText(content) : maskedText(contentOf(pair.source.unit.pieces, language.script))]
            : [];
        });
    return text !== undefined && readsAs(text, file, chapter.name, expected, language.script) ? text : undefined;
  };
  let good: Words = new Map();
  let text = target?.text ?? "";
  const refused: string[] = [];
  // Halves of what does not go in whole, down to single units.
  const add = (some: readonly (readonly [string, Content])[]): void => {
    const more = new Map([...good, ...some]);
    const own = attempt(more);
    if (own !== undefined) [good, text] = [more, own];
    else if (some.length === 1) refused.push(some[0]?.[0] as string);
    else {
      add(some.slice(0, some.length >> 1));
      add(some.slice(some.length >> 1));
    }
  };
  if (words.size > 0) add([...words]);
  return { text, refused };
};

/** The template file of a chapter in a language folder. */
export const templateFile = (folder: string, { source, target }: Chapter): string =>
  target?.file ?? `${folder}/${(source as Template).file.split("/").at(-1)}`;
