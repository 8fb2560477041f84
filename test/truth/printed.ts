import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Block, Document, Inline, Value } from "../../src/model/document.ts";
import type { Erratum } from "../../src/model/source.ts";
import { documentText } from "../../src/model/text.ts";

/** The printed edition of 2019 as it was written down: its text per language and its figures. */

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

/** The printed text, one line a block, without Markdown marks; charts by their captions. */
export const printedText = (lang: string): readonly string[] =>
  read(`${lang}.md`)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) =>
      line
        .replace(/^#+ /, "")
        .replace(/^!\[(.*)\]\(.*\)$/, "$1")
        .replaceAll("*", ""),
    );

/** A number as it stands in print: its words and, with ⟦ ⟧ around it, its neighbours. */
export type Printed = { readonly para: string; readonly written: string; readonly context: string };
export type Lang = "zh" | "en";
type ByLang<T> = Readonly<Record<Lang, T>>;
type Statistic = ByLang<Printed & { readonly value?: number }> & {
  readonly key: string;
  readonly value: number;
  readonly quantum: number;
  readonly approx: "exact" | "more_than" | "exceeded";
  readonly growth?: ByLang<Pick<Printed, "written" | "context">> & { readonly value: number };
};
type Numerals = ByLang<readonly Printed[]> & { readonly key: string };

export const printedFigures = parse(read("figures.yaml")) as {
  readonly statistics: readonly Statistic[];
  readonly ordinals: readonly (Numerals & { readonly value: number })[];
  readonly years: readonly Numerals[];
};

/** Every number that an edition prints, with the key of its figure. */
export const numeralsOf = (lang: Lang): readonly { key: string; written: string; context: string }[] => [
  ...printedFigures.statistics.flatMap(({ key, growth, ...figure }) => [
    { key, ...figure[lang] },
    ...(growth ? [{ key: `${key}.growth`, ...growth[lang] }] : []),
  ]),
  ...[...printedFigures.ordinals, ...printedFigures.years].flatMap(({ key, ...numerals }) =>
    numerals[lang].map((numeral) => ({ key, ...numeral })),
  ),
];

/** A document with every printed figure replaced by what `change` makes of it. */
export const withValues = (document: Document, change: (value: Value) => string): Document => {
  const inline = (node: Inline): Inline => {
    if (node.type === "value") return { ...node, text: change(node) };
    return "children" in node ? ({ ...node, children: node.children.map(inline) } as Inline) : node;
  };
  const block = (node: Block): Block => {
    switch (node.type) {
      case "section":
        return { ...node, title: node.title.map(inline), children: node.children.map(block) };
      case "paragraph":
        return { ...node, children: node.children.map(inline) };
      case "figure":
        return { ...node, caption: node.caption.map(inline) };
      default:
        throw new Error(`the edition of 2019 has no ${node.type}`);
    }
  };
  return { ...document, sections: document.sections.map((section) => block(section) as typeof section) };
};

/** Whether a value prints a number; otherwise it is a word that follows from one (up, cases). */
const isNumber = (value: Value): boolean => value.form !== "direction" && value.form !== "plural";

/** The document as the printed edition had it: with the errors that the data file declares. */
export const asPrinted = (document: Document, errata: readonly Erratum[]): Document =>
  withValues(document, (value) => {
    const erratum = isNumber(value) ? errata.find(({ figure }) => figure === value.key) : undefined;
    return erratum?.printed ?? value.text;
  });

/** A printed number: the keys it stands for, its words, and the offset at which they begin in the whole text. */
export type Standing = { readonly keys: readonly string[]; readonly text: string; readonly start: number };

/** The whole text of a document, blocks divided by line ends, and where its numbers stand in it. */
export const numbersIn = (document: Document): { readonly text: string; readonly numbers: readonly Standing[] } => {
  const found: Value[] = [];
  // Two characters that no text may hold stand around each number until its offset is known.
  const marked = withValues(document, (value) => {
    if (!isNumber(value)) return value.text;
    found.push(value);
    return `\u0001${value.text}\u0002`;
  });
  const numbers: Standing[] = [];
  let text = "";
  for (const part of documentText(marked)
    .join("\n")
    .split(/(\u0001[^\u0002]*\u0002)/)) {
    if (part.startsWith("\u0001")) {
      const { key, also = [], text: printed } = found[numbers.length] as Value;
      numbers.push({ keys: [key, ...also], text: printed, start: text.length });
      text += printed;
    } else text += part;
  }
  return { text, numbers };
};
