import type { Finding } from "../model/finding.ts";
import type { Run } from "./boxes.ts";
import { type Break, breaksOf, type Character } from "./breaks.ts";
import type { SizedFace } from "./faces.ts";
import { softHyphen } from "./hyphen.ts";
import type { MarkClass } from "./marks.ts";
import { mixedNumbers } from "./mixed-numbers.ts";
import { rightToLeft, type Script, scriptsOf, unbroken } from "./script.ts";
import type { Setting } from "./setting.ts";
import type { Unset } from "./unset.ts";

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

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;

const missing = (character: string, { language }: Setting): Finding => ({
  severity: "error",
  rule: "missing-glyph",
  message: `no face has "${character}" (${codePointName(character)}), used in ${language}`,
  hint: "add a face that has it to fonts/manifest.yaml and to the language's fonts, or use another character",
});

const unsupported = (character: string, script: Script): Finding | undefined =>
  rightToLeft.has(script) || unbroken.has(script)
    ? {
        severity: "error",
        rule: "unsupported-script",
        message: `"${character}" (${codePointName(character)}) belongs to a script that cannot be set yet (${script})`,
      }
    : undefined;

/** What tells where a line may or may not end and is never drawn: soft hyphen, zero-width space, word joiner. */
const unseen = new Set([softHyphen, "\u200b", "\u2060", "\ufeff"]);

/** Two of them are one mark of two em: their class tells the breaks that they are not parted. */
const doubled = (characters: readonly string[], index: number): boolean =>
  characters[index] === "—" && (characters[index - 1] === "—" || characters[index + 1] === "—");

/**
 * Takes the runs of a paragraph apart: script, class, face and break of every character. What cannot be set is told once
 * a run and character (`missing-glyph`, `unsupported-script`), what cannot be set well with it (`mixed-number`); a character
 * without a face is left out.
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
    // Every face has the word space; the others are as wide as they are asked to be.
    const face =
      text === "\n" || unseen.has(text)
        ? undefined
        : setting.chooseFace(kind === "space" ? " " : text, script, run.style);
    faces.push(face);
    const name = `${index} ${text}`;
    if (text === "\n" || unseen.has(text) || told.has(name)) continue;
    told.add(name);
    const finding = face ? unsupported(text, script) : missing(text, setting);
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
