import type { Document, Id } from "../../model/document.ts";
import { factText } from "../../model/fact.ts";
import type { Key } from "../../model/figure.ts";
import type { Snapshot } from "../../model/release.ts";

/** By block: what was chosen there, and the figures that chose. */
type Choices = ReadonlyMap<Id, ReadonlyMap<string, readonly Key[]>>;

const choicesIn = (document: Document | undefined): Choices => {
  const found = new Map<Id, Map<string, readonly Key[]>>();
  for (const { fact, branch, blocks } of document?.choices ?? [])
    for (const block of blocks) {
      const known = found.get(block) ?? new Map<string, readonly Key[]>();
      found.set(block, known.set(`${factText(fact)} ${branch}`, fact.of));
    }
  return found;
};

/** The figures that chose otherwise now than then whether words stand in one of some blocks of a language. */
export const choicesBetween = (
  before: Snapshot,
  after: Snapshot,
): { readonly between: (language: string, blocks: readonly Id[]) => readonly Key[] } => {
  const languages = new Map<string, readonly [Choices, Choices]>();
  const of = (language: string): readonly [Choices, Choices] => {
    const known = languages.get(language) ?? [
      choicesIn(before.documents[language]),
      choicesIn(after.documents[language]),
    ];
    languages.set(language, known);
    return known;
  };
  return {
    between: (language, blocks) => {
      const [then, now] = of(language);
      const keys = blocks.flatMap((block) => {
        const [old, own] = [then.get(block) ?? new Map(), now.get(block) ?? new Map()];
        const differing = [...old, ...own].filter(([fact]) => old.has(fact) !== own.has(fact));
        return differing.flatMap(([, of]) => of as readonly Key[]);
      });
      return [...new Set(keys)];
    },
  };
};
