import type { Term } from "../../model/glossary.ts";
import type { Language } from "../../model/language.ts";
import type { Source } from "../../model/source.ts";
import type { Texts, YamlPath } from "./yaml.ts";

/** Which file of the issue a name stands in. */
export type NameFile = "language" | "data" | "glossary";

/** A text of an issue that is no prose: a message of the furniture or a chart, the name of a figure, a term, the title. */
export type Name = {
  /** `messages:chart.flows`; fits XML's NMTOKEN. */
  readonly id: string;
  readonly file: NameFile;
  /** Where the translation stands. */
  readonly path: YamlPath;
  /** What the source says, with placeholders: `{n}件`. */
  readonly source: string;
  /** What the translation says; `null` where it is to be filled, `undefined` where it has no place yet. */
  readonly target: string | null | undefined;
};

/** Whether a pattern says anything besides its placeholders: letters, or marks of one script. */
export const isWorded = (text: string): boolean => /[^\p{ASCII}\s–—·]|\p{L}/u.test(text.replace(/\{[^{}]*\}/g, ""));

/** A pattern with plain numbers in the place of rule sets, of which each language has its own: Chapter {n} for Chapter {roman}. */
export const withoutRuleSets = (text: string, sets: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{([\w-]+)\}/g, (whole, set: string) => (Object.hasOwn(sets, set) ? "{n}" : whole));

const idOf = (path: YamlPath): string => path.join(":").replace(/[^\w.:-]+/g, "-");
/** A counter as a pattern: "件" stands behind its number. */
const counterPattern = (text: string): string => (text.includes("{n}") ? text : `{n}${text}`);

/** The files of a translation in which names stand. */
export type NameTexts = { readonly language: Texts; readonly data: Texts; readonly hasGlossary: boolean };

/** Plural forms, or one text for all: what the source says for a category. */
const formOf = (forms: unknown, category: string): string => {
  if (typeof forms === "string") return forms;
  const known = forms as Readonly<Record<string, string>>;
  return known[category] ?? known.other ?? "";
};

/** Texts that stand for a number, by the plural categories that the translation has. */
const pluralNames = (path: YamlPath, source: unknown, target: Texts): readonly Omit<Name, "file" | "id">[] => {
  const categories = target.keys(path);
  const paths = categories?.map((category) => [[...path, category], category] as const) ?? [[path, "other"] as const];
  return paths.map(([own, category]) => ({
    path: own,
    source: counterPattern(formOf(source, category)),
    target: target.get(own),
  }));
};

/** Leaves of a group of texts, lists by their index. */
const leaves = (value: unknown, path: YamlPath): readonly (readonly [YamlPath, string])[] => {
  if (typeof value === "string") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([name, inner]) => leaves(inner, [...path, name]));
};

const languageNames = (source: Language, target: Texts): readonly Omit<Name, "file" | "id">[] => {
  const { headings, numbers, messages, labels, names, directions, units } = source;
  const patterns = Object.fromEntries(
    Object.entries(numbers.approximations).map(([kind, all]) => [kind, all?.slice(0, 1)]),
  );
  const plain = [
    ...leaves({ messages, labels, names, directions }, []),
    ...leaves({ headings: { figure: headings.figure, table: headings.table, references: headings.references } }, []),
    ...leaves({ numbers: { approximations: patterns } }, []),
  ].map(([path, text]) => ({
    path,
    source: path[0] === "headings" ? withoutRuleSets(text, numbers.spellout) : text,
    target: target.get(path),
  }));
  const counters = Object.entries(units).flatMap(([unit, { counter }]) =>
    pluralNames(["units", unit, "counter"], counter, target),
  );
  return [...plain, ...counters];
};

const termNames = (glossary: readonly Term[], from: string, to: string): readonly Omit<Name, "file" | "id">[] =>
  glossary.flatMap(({ forms, path }) => {
    const [form] = forms.get(from) ?? [];
    if (form === undefined) return [];
    const own = forms.get(to);
    // A list that was left empty says that the language has no fixed term.
    return own?.length === 0 ? [] : [{ path: [...path, to], source: form, target: own?.[0] }];
  });

/** Everything of an issue that a translator names once, in the order of the files; what says nothing is left out. */
export const namesOf = (source: Source, from: Language, to: string, target: NameTexts): readonly Name[] => {
  const { title, issuer } = source.publication;
  const data = Object.entries({ title, issuer }).flatMap(([name, texts]) => {
    const path = ["publication", name, to];
    const said = texts[from.id];
    return said === undefined ? [] : [{ path, source: said, target: target.data.get(path) }];
  });
  const list = (file: NameFile, names: readonly Omit<Name, "file" | "id">[]): readonly Name[] =>
    names
      .filter(({ source: said }) => isWorded(said))
      .map((name) => ({
        ...name,
        file,
        id: idOf(file === "language" ? name.path : [file, ...name.path.slice(0, -1)]),
      }));
  return [
    ...list("data", data),
    ...list("language", languageNames(from, target.language)),
    ...(target.hasGlossary ? list("glossary", termNames(source.glossary, from.id, to)) : []),
  ];
};
