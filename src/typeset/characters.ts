import type { Run } from "./boxes.ts";
import { type Break, breaksOf, type Character } from "./breaks.ts";
import type { SizedFace } from "./faces.ts";
import { softHyphen } from "./hyphen.ts";
import type { MarkClass } from "./marks.ts";
import { mixedNumbers } from "./mixed-numbers.ts";
import { type Script, scriptsOf } from "./script.ts";
import type { Setting } from "./setting.ts";
import { missing, substituted, type Unset, unsupported } from "./unset.ts";

/** A character of a paragraph with all that boxes are made from. */
export type Glyphable<Tag> = {
  readonly text: string;
  readonly kind: MarkClass;
  readonly script: Script;
  readonly face: SizedFace;
  readonly run: Run<Tag>;
  /** UTF-16 offset in the run. */
  readonly at: number;
  readonly break: Break;
  /** An author's soft hyphen stands before it: the word may be divided here. */
  readonly soft: boolean;
};

const mark = /\p{M}/u;

/** For each character the letter that it is or belongs to, with the marks over and under it: they come from one face. */
const wholesOf = (parts: readonly { readonly text: string; readonly index: number }[]): readonly string[] => {
  const first: number[] = [];
  const wholes: string[] = [];
  for (const [position, { text, index }] of parts.entries()) {
    const joins = mark.test(text) && parts[position - 1]?.index === index;
    const start = joins ? (first[position - 1] as number) : position;
    first.push(start);
    wholes[start] = joins ? `${wholes[start]}${text}` : text;
  }
  return first.map((start) => wholes[start] as string);
};

/** What tells where a line may or may not end and is never drawn: soft hyphen, zero-width space, word joiner. */
const unseen = new Set([softHyphen, "\u200b", "\u2060", "\ufeff"]);

/** Two of them are one mark of two em: their class tells the breaks that they are not parted. */
const doubled = (characters: readonly string[], index: number): boolean =>
  characters[index] === "—" && (characters[index - 1] === "—" || characters[index + 1] === "—");

/**
 * Takes the runs of a paragraph apart: script, class, face and break of every character. What cannot be set is told once
 * a run and character (`missing-glyph`, `unsupported-script`), what cannot be set well with it (`mixed-number`,
 * `substituted-face`); a character without a face is left out.
 */
export const charactersOf = <Tag>(
  runs: readonly Run<Tag>[],
  setting: Setting,
): { readonly characters: readonly Glyphable<Tag>[]; readonly unset: readonly Unset<Tag>[] } => {
  const { marks } = setting.rules;
  const parts = runs.flatMap((run, index) => {
    let next = 0;
    return [...run.text].map((text) => {
      const at = next;
      next += text.length;
      return { text, run, index, at };
    });
  });
  const texts = parts.map((part) => part.text);
  const scripts = scriptsOf(texts, setting.script);
  const wholes = wholesOf(parts);
  const unset: Unset<Tag>[] = [];
  const told = new Set<string>();
  let offset = 0;
  const characters: Character[] = [];
  const faces: (SizedFace | undefined)[] = [];
  for (const [position, { text, run, index, at }] of parts.entries()) {
    const script = scripts[position] as Script;
    const plain = marks.classOf(text, script);
    const kind = plain === "connector" && doubled(texts, position) ? "pair" : plain;
    characters.push({ text, offset, kind, quantity: run.quantity ? index + 1 : 0 });
    offset += text.length;
    const whole = wholes[position] as string;
    // Every face has the word space; the others are as wide as they are asked to be.
    const face =
      text === "\n" || unseen.has(text)
        ? undefined
        : setting.chooseFace(kind === "space" ? " " : whole, script, run.style);
    // A letter is set without the marks that no face has with it.
    faces.push(face ?? (mark.test(text) || whole === text ? undefined : setting.chooseFace(text, script, run.style)));
    const name = `${index} ${whole}`;
    if (text === "\n" || unseen.has(text) || told.has(name)) continue;
    told.add(name);
    const finding = face ? (unsupported(text, script) ?? substituted(whole, face)) : missing(whole, setting.language);
    if (finding) unset.push({ finding, run, at });
  }
  const faced: { text: string; at: number; face: SizedFace | undefined }[][] = runs.map(() => []);
  for (const [position, { text, index, at }] of parts.entries())
    faced[index]?.push({ text, at, face: faces[position] });
  for (const [index, run] of runs.entries()) unset.push(...mixedNumbers(run, faced[index] ?? []));
  const breaks = breaksOf(characters, setting.rules);
  let forced = false;
  const set = parts.flatMap(({ text, run, at }, position): readonly Glyphable<Tag>[] => {
    const face = faces[position];
    const own = breaks[position] as Break;
    if (text === "\n") {
      forced = true;
      return [];
    }
    if (!face) return [];
    const bound = run.bound && parts[position - 1]?.run !== run;
    const before: Break = forced || own === "must" ? "must" : bound ? "never" : own;
    forced = false;
    const { kind } = characters[position] as Character;
    const soft = before === "may" && texts[position - 1] === softHyphen;
    return [{ text, run, at, face, break: before, soft, kind, script: scripts[position] as Script }];
  });
  return { characters: set, unset };
};
