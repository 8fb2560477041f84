import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** A finished file of an issue. */
export type FinishedFile = {
  readonly name: string;
  readonly path: string;
  /** Language folders of its parts, in order. */
  readonly languages: readonly string[];
  /** What kind of file it is, without its edition: "pdf", "print.pdf", "docx"; of a draft with errors "draft.pdf" … */
  readonly kind: string;
};

/** The PDF and DOCX files of an issue's editions in a folder, in the order of the languages; none when the folder is not there. */
export const finishedFiles = async (
  folder: string,
  issue: string,
  languages: readonly string[],
): Promise<readonly FinishedFile[]> => {
  const names = await readdir(folder).catch((): string[] => []);
  const prefix = `whitepaper-${issue}.`;
  const files = names.toSorted().flatMap((name): readonly FinishedFile[] => {
    if (!name.startsWith(prefix)) return [];
    const [id = "", ...rest] = name.slice(prefix.length).split(".");
    const kind = rest.join(".");
    // Whatever else lies there, such as a file that was kept aside, is not of the build.
    if (!/^(draft\.)?(pdf|print\.pdf|docx)$/.test(kind)) return [];
    const parts = editionLanguages(id, languages);
    return parts ? [{ name, path: join(folder, name), languages: parts, kind }] : [];
  });
  const rank = ({ languages: [first = ""] }: FinishedFile): number => languages.indexOf(first);
  return files.toSorted((a, b) => rank(a) - rank(b));
};

/** "zh-en" → zh and en, also where a language has a hyphen itself: "zh-fr-CA". */
const editionLanguages = (id: string, languages: readonly string[]): readonly string[] | undefined => {
  if (languages.includes(id)) return [id];
  for (const language of languages) {
    if (!id.startsWith(`${language}-`)) continue;
    const rest = editionLanguages(id.slice(language.length + 1), languages);
    if (rest) return [language, ...rest];
  }
  return undefined;
};

/**
 * Which files are compared with which: files of one kind in two languages, where there is none of one kind those that
 * there are, and a volume with itself, that is its parts.
 */
export const pairings = (files: readonly FinishedFile[]): readonly (readonly [FinishedFile, FinishedFile])[] => {
  const volumes = files.filter(({ languages }) => languages.length > 1).map((file) => [file, file] as const);
  const single = files.filter(({ languages }) => languages.length === 1);
  const ids = [...new Set(single.flatMap(({ languages }) => languages))];
  const between = ids.flatMap((one, index) =>
    ids.slice(index + 1).flatMap((other) => {
      const [left, right] = [one, other].map((id) => single.filter(({ languages }) => languages[0] === id));
      const all = (left ?? []).flatMap((a) => (right ?? []).map((b) => [a, b] as const));
      const alike = all.filter(([a, b]) => a.kind === b.kind);
      return alike.length > 0 ? alike : all.slice(0, 1);
    }),
  );
  return [...between, ...volumes];
};
