import type { LineRules } from "../model/line-rules.ts";
import { chooseFaces, type FaceList } from "./faces.ts";
import { type Hyphenate, hyphenation } from "./hyphenation.ts";
import type { KnownParagraph } from "./rebound.ts";
import { type Rules, rulesOf } from "./rules.ts";
import type { Script } from "./script.ts";

/** What paragraphs of a language are set with, and those that were set: files and volumes share their lines. */
export type Setting = {
  /** BCP 47 tag. */
  readonly language: string;
  /** Main script; shared marks and class rules follow it. */
  readonly script: Script;
  readonly rules: Rules;
  readonly chooseFace: ReturnType<typeof chooseFaces>;
  readonly hyphenate: Hyphenate;
  /** Paragraphs by all that decides about their lines. */
  readonly known: Map<string, KnownParagraph>;
};

/** Makes a language ready to be set: its rules, its faces and its hyphenation. */
export const settingOf = async (
  language: string,
  script: Script,
  rules: LineRules,
  faces: FaceList,
): Promise<Setting> => ({
  language,
  script,
  rules: rulesOf(rules),
  chooseFace: chooseFaces(faces),
  hyphenate: await hyphenation(language, script, rules.hyphenation),
  known: new Map(),
});
