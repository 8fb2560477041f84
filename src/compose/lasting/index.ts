import type { Document, Id } from "../../model/document.ts";
import { withIds } from "../../model/identity.ts";
import { matchTrees } from "./matching.ts";
import { type Naming, Numbers, nameRest, openNaming } from "./naming.ts";
import { columnNumber, lastNumbersIn, treeOf } from "./tree.ts";

/** The names of a language's things by those that they were composed with; a cell is named by its row and its column. */
const namesOf = ({ ids }: Naming): ((own: Id) => Id) => {
  const names = new Map([...ids].map(([one, id]) => [one.id, id]));
  return (own) => {
    const [, row, table, column] = /^((.+)\.[hr]\d+)\.c(\d+)$/.exec(own) ?? [];
    if (row === undefined) return names.get(own) ?? own;
    const number = columnNumber(names.get(`${table}.c${column}`) ?? own);
    return `${names.get(row) ?? row}.c${number}`;
  };
};

/**
 * Gives the things of today's documents the ids that they had in earlier ones, by what they say and where they stand, so
 * that an insertion, a deletion, a move or an edit renames nothing; what is new gets an id that was never used, the same
 * in every language that has it. Both maps by language folder; without earlier documents, ids stay those of the places.
 *
 * Pure and deterministic. The earlier documents are those of a release: what drafts called things counts for nothing.
 */
export const withLastingIds = (
  documents: ReadonlyMap<string, Document>,
  earlier: ReadonlyMap<string, Document>,
): ReadonlyMap<string, Document> => {
  if (earlier.size === 0) return documents;
  const trees = new Map([...documents].map(([lang, document]) => [lang, treeOf(document)]));
  const namings = new Map(
    [...trees].map(([lang, tree]) => {
      const before = earlier.get(lang);
      return [lang, openNaming(tree, before ? matchTrees(tree, treeOf(before)) : new Map())] as const;
    }),
  );
  const before = [...earlier.values()];
  const numbers = new Numbers([
    ...before.map(({ lastNumbers }) => lastNumbers),
    ...before.map((document) => lastNumbersIn(treeOf(document))),
  ]);
  for (const naming of namings.values())
    nameRest(
      naming,
      [...namings.values()].filter((other) => other !== naming),
      numbers,
    );
  return new Map(
    [...documents].map(([lang, document]) => {
      const naming = namings.get(lang) as Naming;
      return [lang, { ...withIds(document, namesOf(naming)), lastNumbers: { ...numbers.last } }];
    }),
  );
};

/** The last number that was given below each owner when a document is composed for the first time. */
export const numbersOf = (document: Pick<Document, "sections">): Readonly<Record<string, number>> =>
  lastNumbersIn(treeOf(document));
