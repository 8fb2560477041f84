import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../model/finding.ts";
import type { Language } from "../../model/language.ts";
import { type Place, placeText } from "../../model/place.ts";
import { didYouMean } from "../../model/suggest.ts";
import { editsIn, type FigureEdit, type StructureEdit } from "../../office/edits/index.ts";
import { openSide } from "../../office/side.ts";
import { writeFiles } from "../../store/edit.ts";
import { gather, UsageError } from "../project.ts";
import { applied, placed } from "./apply.ts";
import { type Counterpart, counterpartOf, isUnusable, type WordCall } from "./counterpart.ts";
import { openEdited } from "./edited-file.ts";
import { sourceLines } from "./places.ts";
import { proposedValue, withValue } from "./proposal.ts";

export type ImportOptions = WordCall & {
  readonly file: string;
  /** Write what is safe. */
  readonly apply?: boolean | undefined;
  /** Keys of figures whose new value goes into the data. */
  readonly accept?: readonly string[] | undefined;
};

/** A figure that the file says otherwise; the value that follows for the data, where that is certain. */
export type FigureProposal = Omit<FigureEdit, "tag"> & {
  readonly language: string;
  readonly value?: string;
  readonly place?: Place;
};
export type WordProposal = {
  readonly before: string;
  readonly after: string;
  readonly authors: readonly string[];
  readonly paragraph: number;
  readonly language?: string;
  readonly place?: Place;
  /** Why it is not written by --apply. */
  readonly unsafe?: string;
};
export type StructureProposal = Omit<StructureEdit, "block"> & { readonly place?: Place };
export type ImportResult = {
  readonly findings: readonly Finding[];
  readonly figures: readonly FigureProposal[];
  readonly words: readonly WordProposal[];
  readonly structure: readonly StructureProposal[];
  /** Files of the project that were changed, by their paths in it. */
  readonly written: readonly string[];
};

const languageOf = (tag: string): string => tag.slice(0, tag.indexOf("/"));

const proposals = ({ prepared }: Counterpart, edits: readonly FigureEdit[]): readonly FigureProposal[] =>
  edits.map(({ tag, ...edit }) => {
    const figure = prepared.source.figures.get(edit.key);
    const language = languageOf(tag);
    const rules: Language | undefined = prepared.source.languages.get(language)?.language;
    const value = figure && rules && edit.after !== "" ? proposedValue(edit.after, figure, rules) : undefined;
    return {
      ...edit,
      language,
      ...(value !== undefined && value !== figure?.value && { value }),
      ...(figure && { place: figure.place }),
    };
  });

/** Reports `figure-conflict` and `figure-gone`. */
const judge = (file: string, figures: readonly FigureProposal[], report: (finding: Finding) => void): void => {
  const at = (paragraph: number): Place => ({ file, line: paragraph, column: 1 });
  for (const { key, before, after, stored, paragraph, place } of figures) {
    const related = place ? { related: [{ message: "stated here", place }] } : {};
    if (stored !== undefined)
      report({
        severity: "warning",
        rule: "figure-conflict",
        message: `the text says ${after === "" ? "nothing" : `"${after}"`} for ${key}, the file's list of figures says "${stored}"`,
        place: at(paragraph),
        hint: "ask who edited the file which of the two is meant",
        ...related,
      });
    if (after === "")
      report({
        severity: "warning",
        rule: "figure-gone",
        message: `the printed figure ${key} ("${before}") is no longer there`,
        place: at(paragraph),
        hint: "look at the sentence: a figure is seldom left out on purpose",
        ...related,
      });
  }
  const values = new Map<string, Set<string>>();
  for (const { key, value } of figures)
    if (value !== undefined) values.set(key, (values.get(key) ?? new Set()).add(value));
  for (const [key, said] of values)
    if (said.size > 1)
      report({
        severity: "warning",
        rule: "figure-conflict",
        message: `${key} is changed to ${[...said].join(" and to ")} in different places`,
        place: at(figures.find((one) => one.key === key)?.paragraph ?? 1),
        hint: "ask who edited the file which of them is meant",
      });
};

/**
 * What an office changed in a Word file, with its places in templates and data. The file itself is never touched; with
 * `apply`, safe changes of words and the figures of `accept` are written, all or none.
 *
 * @throws UsageError for a wrong call
 */
export const importFile = async (options: ImportOptions): Promise<ImportResult> => {
  const { report, all } = gather();
  const nothing = (): ImportResult => ({ findings: all(), figures: [], words: [], structure: [], written: [] });
  if (options.accept && !options.apply) throw new UsageError("--accept says what --apply writes; say both");
  const file = await openEdited(options.file, report);
  if (!file) return nothing();
  const found = await counterpartOf(file, options, report, () => isUnusable(all()));
  if (!found) return nothing();
  const { prepared, edition, root } = found;
  const edits = editsIn(openSide(found.baseFile), file.side);
  const figures = proposals(found, edits.figures);
  judge(file.name, figures, report);

  const texts = new Map<string, string>();
  const template = (name: string): string => {
    const known = texts.get(name) ?? readFileSync(join(root, name), "utf8");
    texts.set(name, known);
    return known;
  };
  const gone = new Set(edits.figures.flatMap(({ block, after }) => (after === "" ? [block] : [])));
  const lines = sourceLines(edition, prepared.documents);
  const words = placed(edits.words, lines, template, gone);
  const placeOfBlock = (block: string): { readonly place?: Place } => {
    const place = lines.get(block)?.[0]?.place;
    return place ? { place } : {};
  };
  const result = {
    figures,
    words: words.map(({ edit: { before, after, authors, paragraph }, place, language, unsafe }) => ({
      before,
      after,
      authors,
      paragraph,
      ...(language !== undefined && { language }),
      ...(place && { place }),
      ...(unsafe !== undefined && { unsafe }),
    })),
    structure: edits.structure.map(({ block, ...one }) => ({ ...one, ...placeOfBlock(block) })),
  };
  if (!options.apply) return { findings: all(), ...result, written: [] };
  const changed = new Map(applied(words, template));
  const { dataFile } = prepared.source;
  for (const key of options.accept ?? []) {
    const value = acceptedValue(key, figures);
    const data = withValue(changed.get(dataFile) ?? template(dataFile), key, value);
    if (data === undefined) throw new UsageError(`${key} is not stated as one number in ${dataFile}; change it there`);
    changed.set(dataFile, data);
  }
  return { findings: all(), ...result, written: await writeFiles(root, changed) };
};

/** @throws UsageError for a figure that the file does not change, or not to one certain number */
const acceptedValue = (key: string, figures: readonly FigureProposal[]): string => {
  const values = [...new Set(figures.flatMap((one) => (one.key === key ? (one.value ?? []) : [])))];
  const known = [...new Set(figures.map((one) => one.key))];
  if (!known.includes(key))
    throw new UsageError(
      `the file changes no figure ${key}; ${didYouMean(key, known).hint ?? `it changes ${known.join(", ") || "none"}`}`,
    );
  const [value] = values;
  if (value === undefined || values.length > 1)
    throw new UsageError(`what the file says for ${key} is not one certain number; change the data by hand`);
  return value;
};

export const placeNote = (place: Place | undefined): string => (place ? placeText(place) : "");
