import type { Face } from "../../model/face.ts";
import type { Language } from "../../model/language.ts";
import { isWorded, withoutRuleSets } from "../names/list.ts";
import { yamlText } from "../names/yaml.ts";
import type { Cldr, Scale } from "./cldr.ts";

type Forms = Readonly<Record<string, string | null>>;
const nothing = "null";
const scalar = (value: string | null): string => (value === null ? nothing : yamlText(value));
const flow = (forms: Forms): string =>
  `{ ${Object.entries(forms)
    .map(([name, value]) => `${/^[\w.-]+$/.test(name) ? name : JSON.stringify(name)}: ${scalar(value)}`)
    .join(", ")} }`;
const list = (items: readonly string[]): string => `[${items.map(scalar).join(", ")}]`;
/** What the source says, behind a value that is to be filled. */
const remark = (text: string): string => ` # ${text.replace(/\s+/g, " ")}`;

/** One text, or one for each of the categories. */
const byCategory = (categories: readonly string[]): string =>
  categories.length === 1 ? nothing : flow(Object.fromEntries(categories.map((category) => [category, null])));

const scaleLine = ({ from, word }: Scale): string =>
  `    - { from: ${from}, word: ${typeof word === "string" ? yamlText(word) : flow(word)} }`;

/** Families for a script: those of a language of the issue that is written in it, then what the manifest has for it. */
const fontsFor = (
  script: string,
  languages: readonly Language[],
  faces: readonly Face[],
): Language["fonts"] | undefined => {
  const sibling = languages.find((language) => language.script === script);
  if (sibling) return sibling.fonts;
  const families = [...new Set(faces.filter((face) => face.scripts.includes(script)).map(({ family }) => family))];
  const [one] = families;
  return one === undefined ? undefined : { body: [one], head: [families.find((name) => /sans/i.test(name)) ?? one] };
};

const wordFontsFor = (script: string, languages: readonly Language[]): Language["word"] | undefined =>
  (languages.find((language) => language.script === script) ?? languages[0])?.word;

const pairs = (name: string, fonts: Language["word"]["body"]): string =>
  `  ${name}: { ascii: ${yamlText(fonts.ascii)}, eastAsia: ${yamlText(fonts.eastAsia)} }`;

/** Texts by key: what says nothing is taken over, everything else is to be filled. */
const texts = (group: Readonly<Record<string, string>>, indent: string): readonly string[] =>
  Object.entries(group).map(([key, text]) =>
    isWorded(text) ? `${indent}${key}: ${nothing}${remark(text)}` : `${indent}${key}: ${yamlText(text)}`,
  );

const counterLine = (unit: string, { counter }: Language["units"][string], cldr: Cldr): string => {
  const said = typeof counter === "string" ? counter : (counter.other ?? "");
  return isWorded(said)
    ? `  ${unit}: { counter: ${byCategory(cldr.cardinals)} }${remark(said.includes("{n}") ? said : `{n}${said}`)}`
    : `  ${unit}: { counter: ${yamlText(said)} }`;
};

const numberLines = (source: Language, cldr: Cldr, wantsWords: boolean): readonly string[] => {
  const myriads = (cldr.scales[0]?.from ?? 0) === 10_000;
  const approximations = Object.entries(source.numbers.approximations).map(([kind, patterns]) => {
    const [pattern = ""] = patterns ?? [];
    return isWorded(pattern) ? `    ${kind}: [${nothing}]${remark(pattern)}` : `    ${kind}: [${yamlText(pattern)}]`;
  });
  const ordinals = cldr.ordinals.length === 1 ? nothing : byCategory(cldr.ordinals);
  return [
    "numbers:",
    `  grouping: ${cldr.grouping}${remark(cldr.example)}`,
    ...(cldr.scales.length > 0
      ? ["  scales:", ...cldr.scales.map(scaleLine)]
      : [`  scales: ${nothing} # words for large numbers; [] where there are none`]),
    "  # When numbers get a scale word: always, rounded (those that were stated so), never.",
    "  kinds:",
    `    count: { scale: ${myriads ? "rounded" : "never"} }`,
    `    money: { scale: ${myriads ? "always" : "rounded"} }`,
    "    year: { grouping: false }",
    `  ordinals: ${ordinals} # the place in an order, in digits: {n}st`,
    ...(wantsWords
      ? [`  spellout: ${nothing} # numbers in words: cardinal, ordinal, as rule sets of CLDR (RBNF)`]
      : []),
    ...(approximations.length > 0 ? ["  approximations:", ...approximations] : []),
  ];
};

const headingLines = ({ headings, numbers }: Language, cldr: Cldr): readonly string[] => {
  const pattern = (text: string): string =>
    isWorded(text) ? `${nothing}${remark(withoutRuleSets(text, numbers.spellout))}` : yamlText(text);
  const { references } = headings;
  return [
    "headings:",
    `  sections: ${list(headings.sections.map((text) => (text === "" ? "" : "{n}. ")))}`,
    `  runIn: ${yamlText(cldr.script === "Hani" ? "。" : ". ")}`,
    `  figure: ${pattern(headings.figure)}`,
    `  table: ${pattern(headings.table)}`,
    "  references:",
    ...Object.entries(references).map(([kind, text]) => `    ${kind}: ${pattern(text)}`),
  ];
};

/** Everything that a new language file is made of. */
export type NewLanguage = {
  readonly cldr: Cldr;
  readonly source: Language;
  readonly languages: readonly Language[];
  readonly faces: readonly Face[];
  /** Whether the prose or the heads ask for numbers in words. */
  readonly wantsWords: boolean;
  /** Where the numbers of its formats come from, for the first line. */
  readonly origin: string;
};

/**
 * The language.yaml of a new language: what CLDR knows is filled in, what it does not know is null, which `check` finds,
 * with the words of the source behind it.
 */
export const languageFile = ({ cldr, source, languages, faces, wantsWords, origin }: NewLanguage): string => {
  const script = cldr.script ?? "";
  const fonts = fontsFor(script, languages, faces);
  const word = wordFontsFor(script, languages);
  const names = Object.entries(source.names).map(([key, texts]) => {
    const [text = ""] = [texts].flat();
    return `  ${key}: ${nothing}${remark(text)}`;
  });
  const spaced = script !== "Hani";
  const lines = [
    "# yaml-language-server: $schema=../../language.schema.json",
    "",
    `# How ${cldr.name ?? cldr.tag} writes numbers, dates, heads and the words of the furniture. ${origin}`,
    "# null: still to be filled; what stands behind it is what the source says.",
    "",
    `language: ${cldr.tag}`,
    `name: ${scalar(cldr.name)}`,
    `script: ${scalar(cldr.script)}`,
    ...(cldr.direction === "rtl" ? ["direction: rtl"] : []),
    "",
    "fonts:",
    `  body: ${fonts ? list(fonts.body) : `[${nothing}] # no face of fonts/manifest.yaml is meant for ${script}`}`,
    `  head: ${fonts ? list(fonts.head) : `[${nothing}]`}`,
    "word:",
    ...(word ? [pairs("body", word.body), pairs("head", word.head)] : [`  body: ${nothing}`, `  head: ${nothing}`]),
    "",
    ...numberLines(source, cldr, wantsWords),
    "",
    "# What follows a number, or a pattern with {n}.",
    "units:",
    ...Object.entries(source.units).map(([unit, forms]) => counterLine(unit, forms, cldr)),
    "",
    "directions:",
    ...texts(source.directions, "  "),
    "",
    "# The words by which a sentence says more about a figure than its number: up, down, approximations, first, numerals;",
    "# without them `check` compares fewer of its claims.",
    "claims:",
    `  joins: ${list(cldr.joints)}`,
    "",
    ...(names.length > 0
      ? ["# Numerals that are names; the same keys in every language.", "names:", ...names, ""]
      : []),
    "dates:",
    `  month: ${scalar(cldr.dates.month)}`,
    `  day: ${scalar(cldr.dates.day)}`,
    "",
    ...headingLines(source, cldr),
    "",
    "messages:",
    ...texts(source.messages, "  "),
    "",
    ...(Object.keys(source.labels).length > 0 ? ["labels:", ...texts(source.labels, "  "), ""] : []),
    "# How numerals are read back from finished documents, where the rules above do not say it already.",
    "reading:",
    `  percent: ${list([...new Set([cldr.percent ?? "{n}%", "{n}%"])])}`,
    `  lists: ${list(spaced ? cldr.joints.filter((text) => /\p{L}/u.test(text)) : cldr.joints)}`,
  ];
  return `${lines.join("\n")}\n`;
};
