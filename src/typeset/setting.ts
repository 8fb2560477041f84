import type { Report } from "../model/finding.ts";
import { chooseFaces, type FaceList } from "./faces.ts";
import { type Hyphenate, hyphenation } from "./hyphenation.ts";
import type { Script } from "./script.ts";

/** What paragraphs of a language are set with. */
export type Setting = {
  /** BCP 47 tag. */
  readonly language: string;
  /** Main script; shared marks and class rules follow it. */
  readonly script: Script;
  readonly chooseFace: ReturnType<typeof chooseFaces>;
  readonly hyphenate: Hyphenate;
  readonly report: Report;
};

/** Makes a language ready to be set: its faces and its hyphenation. */
export const settingOf = async (
  language: string,
  script: Script,
  faces: FaceList,
  report: Report,
): Promise<Setting> => ({
  language,
  script,
  chooseFace: chooseFaces(faces),
  hyphenate: await hyphenation(language, script),
  report,
});
