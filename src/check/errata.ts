import type { Deviate } from "../model/deviation.ts";
import type { Document } from "../model/document.ts";
import type { Key } from "../model/figure.ts";
import type { Source } from "../model/source.ts";
import { chartOf, walkBlocks } from "../model/walk.ts";
import type { Passage } from "./passages.ts";

/** What a language prints of a figure: each time the sentence or the text of a chart, and where in it the number stands. */
type Print = { readonly text: string; readonly start: number; readonly end: number };

const printsOf = (key: Key, document: Document, passages: readonly Passage[]): readonly Print[] => {
  const inProse = passages.flatMap(({ text, spans }) =>
    spans.flatMap(({ node, start, end }) => (node.type === "value" && node.key === key ? [{ text, start, end }] : [])),
  );
  const drawn = [...walkBlocks(document.sections)].flatMap((block) =>
    block.type === "figure" ? (chartOf(block)?.rows ?? []).filter((row) => row.key === key) : [],
  );
  const inCharts = drawn.flatMap(({ text, full }) =>
    [text, String(full)].map((said) => ({ text: said, start: 0, end: said.length })),
  );
  return [...inProse, ...inCharts];
};

/** Whether a text stands where a number is printed, with the words around it that belong to it: "more than 210,000". */
const says = ({ text, start, end }: Print, words: string): boolean => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (at < end && at + words.length > start) return true;
  return false;
};

/**
 * Holds the errata against what is printed now: what an erratum calls correct must stand there. Reports
 * `erratum-contradicts` at its entry.
 */
export const checkErrata = (
  { errata, figures }: Source,
  documents: ReadonlyMap<string, { readonly document: Document; readonly passages: readonly Passage[] }>,
  deviate: Deviate,
): void => {
  for (const { edition, figure, printed, correct, place } of errata) {
    const said = documents.get(edition);
    if (!said || said.document.incomplete || !figures.has(figure) || figures.get(figure)?.faulty) continue;
    const prints = printsOf(figure, said.document, said.passages);
    const now = [...new Set(prints.map(({ text, start, end }) => `"${text.slice(start, end)}"`))].slice(0, 3);
    const message =
      printed === correct
        ? `what was printed and what is correct are the same: "${correct}"`
        : prints.length === 0
          ? `${edition} does not print ${figure}`
          : prints.some((print) => says(print, correct))
            ? undefined
            : `"${correct}" is not what ${edition} prints of ${figure}: it prints ${now.join(", ")}`;
    if (message === undefined) continue;
    deviate({
      severity: "error",
      rule: "erratum-contradicts",
      message,
      place,
      hint: "write the text as it is printed now, or correct the figure",
      related: figures.get(figure)
        ? [{ message: `${figure} is stated here`, place: figures.get(figure)?.place ?? place }]
        : [],
      about: figure,
      lang: edition,
    });
  }
};
