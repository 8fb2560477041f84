import type { Run } from "./boxes.ts";
import { type Break, breaksOf, type Character } from "./breaks.ts";
import type { SizedFace } from "./faces.ts";
import { type MarkClass, markClass } from "./marks.ts";
import { rightToLeft, type Script, scriptsOf, unbroken } from "./script.ts";
import type { Setting } from "./setting.ts";

/** A character of a paragraph with all that boxes are made from. */
export type Glyphable<Tag> = {
  readonly text: string;
  readonly kind: MarkClass;
  readonly script: Script;
  readonly face: SizedFace;
  readonly run: Run<Tag>;
  readonly break: Break;
};

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;

const reportMissing = (character: string, run: Run, { report, language }: Setting): void =>
  report({
    severity: "error",
    rule: "missing-glyph",
    message: `no face has "${character}" (${codePointName(character)}), used in ${language}`,
    place: run.place,
    hint: "add a face that has it to fonts/manifest.yaml and to the language's fonts, or use another character",
  });

const reportScript = (character: string, script: Script, run: Run, { report }: Setting): void => {
  if (!rightToLeft.has(script) && !unbroken.has(script)) return;
  report({
    severity: "error",
    rule: "unsupported-script",
    message: `"${character}" (${codePointName(character)}) belongs to a script that cannot be set yet (${script})`,
    place: run.place,
  });
};

/** Two of them are one mark of two em: their class tells the breaks that they are not parted. */
const doubled = (characters: readonly string[], index: number): boolean =>
  characters[index] === "—" && (characters[index - 1] === "—" || characters[index + 1] === "—");

/**
 * Takes the runs of a paragraph apart: script, class, face and break of every character. Reports `missing-glyph` and
 * `unsupported-script` (once a run and character); a character without a face is left out.
 */
export const charactersOf = <Tag>(runs: readonly Run<Tag>[], setting: Setting): readonly Glyphable<Tag>[] => {
  const parts = runs.flatMap((run, index) => [...run.text].map((text) => ({ text, run, index })));
  const texts = parts.map((part) => part.text);
  const scripts = scriptsOf(texts, setting.script);
  const reported = new Set<string>();
  let offset = 0;
  const characters: Character[] = [];
  const faces: (SizedFace | undefined)[] = [];
  for (const [position, { text, run, index }] of parts.entries()) {
    const script = scripts[position] as Script;
    const plain = markClass(text, script);
    const kind = plain === "connector" && doubled(texts, position) ? "pair" : plain;
    characters.push({ text, offset, kind, quantity: run.quantity ? index + 1 : 0 });
    offset += text.length;
    const face = text === "\n" ? undefined : setting.chooseFace(text, script, run.style);
    faces.push(face);
    const name = `${index} ${text}`;
    if (text === "\n" || reported.has(name)) continue;
    reported.add(name);
    if (!face) reportMissing(text, run, setting);
    else reportScript(text, script, run, setting);
  }
  const breaks = breaksOf(characters);
  let forced = false;
  return parts.flatMap(({ text, run }, position) => {
    const face = faces[position];
    const own = breaks[position] as Break;
    const previous = parts[position - 1];
    if (text === "\n") {
      forced = true;
      return [];
    }
    if (!face) return [];
    const bound = run.bound && previous?.run !== run;
    const before: Break = forced || own === "must" ? "must" : bound ? "never" : own;
    forced = false;
    return [
      {
        text,
        run,
        face,
        break: before,
        kind: (characters[position] as Character).kind,
        script: scripts[position] as Script,
      },
    ];
  });
};
