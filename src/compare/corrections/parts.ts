import type { Document, Id, Section } from "../../model/document.ts";
import { blockPath, type PageMap } from "../../model/edition.ts";
import type { Snapshot } from "../../model/release.ts";
import { entriesOf } from "./entries.ts";
import type { Entry } from "./entry.ts";
import { withPageReferences } from "./page-references.ts";

/** A language of an edition as a snapshot has it. */
export type EditionPart = {
  readonly document: Document;
  readonly language: string;
  /** Index of the part in its edition. */
  readonly index: number;
  /** Where it stands; without it, its contents and references to pages are left out. */
  readonly pages: PageMap | undefined;
  readonly inputs: Snapshot["inputs"];
  readonly places: Snapshot["places"];
};

/** The part of an edition in a language; `undefined` where the snapshot has none. */
export const partOf = (snapshot: Snapshot, edition: string, language: string): EditionPart | undefined => {
  const document = snapshot.documents[language];
  const made = snapshot.editions[edition];
  const index = made?.languages.indexOf(language) ?? -1;
  if (!document || !made || index < 0) return undefined;
  return { document, language, index, pages: made.pages, inputs: snapshot.inputs, places: snapshot.places };
};

/** What the files of an image hold, by its name. */
const imageHashes =
  (inputs: Snapshot["inputs"], folder: string) =>
  (name: string): string =>
    Object.entries(inputs)
      .filter(([file]) => file.startsWith(`${folder}/images/${name}.`))
      .map(([file, hash]) => `${file} ${hash}`)
      .toSorted()
      .join();

/** Every thing that a reader of the edition sees in this language. */
export const entriesIn = ({ document, language, index, pages, inputs, places }: EditionPart): readonly Entry[] => {
  const labelOf = (id: Id): string | undefined => {
    const [first] = pages?.blocks[blockPath(index, id)] ?? [];
    return first === undefined ? undefined : pages?.labels[first - 1];
  };
  const contentsEntry = ({ id }: Section): string | undefined =>
    pages?.contents[blockPath(index, id)] === undefined ? undefined : (labelOf(id) ?? "");
  const folder = `templates/${document.issue}`;
  return entriesOf(withPageReferences(document, labelOf), {
    contentsEntry,
    imageHash: imageHashes(inputs, folder),
    language,
    languageFile: `${folder}/${language}/language.yaml`,
    dataFile: `data/${document.issue}.yaml`,
    places,
  });
};
