import type { TextRun } from "docx";
import type { Inline } from "../../model/document.ts";
import { type Handlers, handle } from "../../model/walk.ts";
import type { RunMark, RunMarks } from "./styles/character.ts";
import { textRuns } from "./text-runs.ts";
import type { PartWriting } from "./volume.ts";

/**
 * A title or caption as it is repeated elsewhere, in contents and running heads: raised, lowered and stressed as it stands
 * there (km², not km2), without its notes, links and controls, as Word repeats it itself.
 */
export const repeatedWords = (
  writing: PartWriting,
  inlines: readonly Inline[],
  marks: RunMarks = new Set(),
): readonly TextRun[] => {
  const within = (mark: RunMark, children: readonly Inline[]): readonly TextRun[] =>
    repeatedWords(writing, children, new Set([...marks, mark]));
  const words: Handlers<Inline, readonly TextRun[]> = {
    text: (node) => textRuns(writing, node.text, marks),
    value: (node) => textRuns(writing, node.text, marks),
    emphasis: (node) => within("emphasis", node.children),
    strong: (node) => within("strong", node.children),
    superscript: (node) => within("superscript", node.children),
    subscript: (node) => within("subscript", node.children),
    foreign: (node) => repeatedWords({ ...writing, spoken: node.lang }, node.children, marks),
    link: (node) => repeatedWords(writing, node.children, marks),
    reference: (node) => (node.show === "note" ? [] : textRuns(writing, node.text, marks)),
    note: () => [],
    break: () => textRuns(writing, " ", marks),
  };
  return inlines.flatMap((inline) => handle(words, inline));
};
