import type { Block, Document, Id, Inline, Section } from "../../model/document.ts";
import { blockPath, type PageMap } from "../../model/edition.ts";
import type { Figure, Figures, Key } from "../../model/figure.ts";
import type { Place } from "../../model/place.ts";
import { inlineText, printsNumber } from "../../model/text.ts";
import { chartOf, inlinesOf, walkInlines } from "../../model/walk.ts";

/** A page of an edition, 1-based, and what is printed on it: "iv", "12". */
export type PageOf = { readonly edition: string; readonly page: number; readonly label: string };

/** One place where a figure is used. */
export type Use = {
  /** The printed figure; left out for a number from which a printed one follows. */
  readonly id?: Id;
  readonly language: string;
  /** "word": a word that follows from the figure and not its number: up, schools. */
  readonly in: "prose" | "table" | "chart" | "word";
  /** The line of the template; of a chart, where it is placed. */
  readonly place: Place;
  /** Nearest section above, with its head as printed; "" for text without head. */
  readonly section: Id;
  readonly head: string;
  /** The paragraph, table or figure. */
  readonly block: Id;
  /** Name of the chart's specification. */
  readonly chart?: string;
  /** What is printed there; "" for a number from which a printed one follows. */
  readonly text: string;
  readonly pages: readonly PageOf[];
};

/** A figure with all that is made of it. */
export type FigureUses = {
  readonly figure: Figure;
  readonly uses: readonly Use[];
  /** Languages that do not print its number. */
  readonly missing: readonly string[];
};

/** An edition as far as its pages are concerned. */
export type Paged = { readonly id: string; readonly languages: readonly string[]; readonly pages: PageMap };

type Found = Omit<Use, "pages" | "language"> & { readonly key: Key };

const valuesIn = (block: Block, inlines: readonly Inline[], under: Section | undefined): readonly Found[] =>
  [...walkInlines(inlines)].flatMap((inline) => {
    if (inline.type !== "value") return [];
    const kind = !printsNumber(inline) ? "word" : block.type === "table" ? "table" : "prose";
    return [inline.key, ...(inline.also ?? [])].map(
      (key): Found => ({
        key,
        id: inline.id,
        in: kind,
        place: inline.place,
        section: under?.id ?? "",
        head: under ? inlineText(under.title) : "",
        block: block.type === "section" || !("id" in block) ? (under?.id ?? "") : block.id,
        text: inline.text,
      }),
    );
  });

const chartsIn = (block: Block, under: Section | undefined): readonly Found[] => {
  const chart = block.type === "figure" ? chartOf(block) : undefined;
  if (!chart || block.type !== "figure") return [];
  return chart.keys.map((key) => {
    const printed = chart.values.find((value) => value.key === key);
    return {
      key,
      ...(printed && { id: printed.id }),
      in: "chart",
      place: block.place,
      section: under?.id ?? "",
      head: under ? inlineText(under.title) : "",
      block: block.id,
      chart: chart.name,
      text: printed?.text ?? "",
    };
  });
};

/** Every use in a document, in reading order. */
const usesIn = (document: Document): readonly Found[] => {
  const found: Found[] = [];
  const visit = (blocks: readonly Block[], under: Section | undefined): void => {
    for (const block of blocks) {
      const section = block.type === "section" ? block : under;
      found.push(...valuesIn(block, inlinesOf(block), section), ...chartsIn(block, section));
      if (block.type === "section" || block.type === "quote") visit(block.children, section);
      if (block.type === "list") for (const item of block.items) visit(item.children, section);
    }
  };
  visit(document.sections, undefined);
  return found;
};

/** The pages of a use in every edition that holds its language. */
const pagesOf = (use: Found, language: string, editions: readonly Paged[]): readonly PageOf[] =>
  editions.flatMap(({ id, languages, pages }) => {
    const part = languages.indexOf(language);
    if (part < 0) return [];
    const block = pages.blocks[blockPath(part, use.block)];
    const exact = use.id === undefined ? undefined : pages.values[blockPath(part, use.id)];
    const found = exact ?? (block ? range(...block) : []);
    return found.map((page) => ({ edition: id, page, label: pages.labels[page - 1] ?? "" }));
  });

const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Figures that a key means: itself and its parts, or all of a group. */
export const figuresUnder = (figures: Figures, key: Key | undefined): readonly Figure[] =>
  [...figures.values()].filter((figure) => key === undefined || figure.key === key || figure.key.startsWith(`${key}.`));

/** Where every given figure is used, in all languages and on all pages. */
export const whereUsed = (
  figures: readonly Figure[],
  documents: ReadonlyMap<string, Document>,
  editions: readonly Paged[],
): readonly FigureUses[] => {
  // As the editions have them: the master language first.
  const order = new Set([...editions.flatMap(({ languages }) => languages), ...documents.keys()]);
  const ranked = [...order].flatMap((language) => {
    const document = documents.get(language);
    return document ? [[language, document] as const] : [];
  });
  const all = ranked.flatMap(([language, document]) => usesIn(document).map((use) => ({ ...use, language })));
  return figures.map((figure) => {
    const uses = all
      .filter(({ key }) => key === figure.key)
      .map(({ key, ...use }): Use => ({ ...use, pages: pagesOf({ ...use, key }, use.language, editions) }));
    const printing = new Set(uses.filter((use) => use.in !== "word").map(({ language }) => language));
    return { figure, uses, missing: [...documents.keys()].filter((language) => !printing.has(language)) };
  });
};
