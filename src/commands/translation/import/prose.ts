import type { Chapter } from "../../../exchange/chapters.ts";
import { placeWords, templateFile } from "../../../exchange/prose/placing.ts";
import { knownUnits } from "../../../exchange/taking/known.ts";
import { recordsAfter } from "../../../exchange/taking/records.ts";
import type { Returned } from "../../../exchange/taking/returned.ts";
import { type Taken, type Takings, takingsOf, unitFinding } from "../../../exchange/taking/takings.ts";
import type { Finding } from "../../../model/finding.ts";
import type { Template } from "../../../model/source.ts";
import type { Translation } from "../../../model/translation.ts";
import type { Desk } from "../desk.ts";
import { takingContext } from "./context.ts";
import { wordObjections } from "./words.ts";

/** Prose that was taken in, and the templates that it changes. */
export type TakenProse = {
  readonly takings: Takings;
  readonly texts: ReadonlyMap<string, string>;
  readonly records: Translation["chapters"];
};

/** Takes units away again that something speaks against. */
type Refuse = (id: string, findings: readonly Finding[]) => void;

const fileOf = ({ shop, to }: Desk, chapter: Chapter): string =>
  templateFile(`${shop.folder}/${to.language.id}`, chapter);

/** The templates with the words that are taken. */
const write = (desk: Desk, taken: ReadonlyMap<string, Taken>, refuse: Refuse): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  for (const chapter of desk.chapters) {
    const words = new Map(
      chapter.pairs.flatMap(({ id }) => {
        const own = taken.get(id);
        return own ? [[id, own.content] as const] : [];
      }),
    );
    if (words.size === 0) continue;
    const { text, refused } = placeWords(chapter, words, desk.to.language, fileOf(desk, chapter));
    for (const id of refused) {
      const message = "it cannot be written into the template so that it reads the same";
      const objection = { rule: "no-place" as const, message, hint: "write it there by hand" };
      refuse(id, [unitFinding((taken.get(id) as Taken).returned, objection, takingContext(desk))]);
    }
    texts.set(fileOf(desk, chapter), text);
  }
  return texts;
};

/** The templates of the language as they would be. */
const templatesWith = (desk: Desk, texts: ReadonlyMap<string, string>): readonly Template[] =>
  desk.chapters.flatMap((chapter): Template[] => {
    const file = fileOf(desk, chapter);
    const text = texts.get(file) ?? chapter.target?.text;
    return text === undefined ? [] : [{ file, name: chapter.name, text }];
  });

export const takeProse = (desk: Desk, files: readonly Returned[]): TakenProse => {
  const { shop, chapters, names, from, to } = desk;
  const known = new Map(knownUnits(chapters, from.language, to.language).map((unit) => [unit.id, unit] as const));
  const named = new Set(names.map(({ id }) => id));
  const own = files.map((file) => ({ ...file, units: file.units.filter(({ id }) => !named.has(id)) }));
  const takings = takingsOf(own, known, takingContext(desk));
  const taken = new Map(takings.taken);
  const refuse: Refuse = (id, findings) => {
    for (const finding of findings) shop.report(finding);
    if (findings.some(({ severity }) => severity === "error")) taken.delete(id);
  };
  const candidate = write(desk, taken, refuse);
  const before = taken.size;
  for (const [id, findings] of wordObjections(desk, templatesWith(desk, candidate), taken)) refuse(id, findings);
  const texts = taken.size === before ? candidate : write(desk, taken, refuse);
  const isWritten = (chapter: Chapter): boolean => texts.has(fileOf(desk, chapter));
  return {
    takings: { ...takings, taken, refused: takings.refused + takings.taken.size - taken.size },
    texts,
    records: recordsAfter(chapters, { taken, confirmed: takings.confirmed, isWritten }),
  };
};
