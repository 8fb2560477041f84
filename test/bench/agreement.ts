import { compare } from "../compare/agree/comparing.ts";
import { readCorpus, type SentencePair } from "../compare/agree/corpus.ts";

/** How the comparison does on one kind of the corpus. */
export type Score = {
  readonly kind: string;
  readonly right: number;
  readonly alarms: number;
  readonly wrong: number;
  readonly found: number;
};

/** A currency that both texts leave to the place is told once for a document, whatever its sentences. */
const counts = ({ first, second }: SentencePair): boolean =>
  compare(first, second).some(({ severity, rule }) => severity !== "note" && rule !== "currency-of-place");

/** Pairs that say the same and give an alarm, and pairs with a fault that is found, by kind. */
export const scores = (): readonly Score[] => {
  const [right, wrong] = [readCorpus("right"), readCorpus("wrong")];
  return [...new Set([...right, ...wrong].map(({ kind }) => kind))].map((kind) => {
    const [own, faulty] = [right, wrong].map((pairs) => pairs.filter((pair) => pair.kind === kind));
    return {
      kind,
      right: own?.length ?? 0,
      alarms: own?.filter(counts).length ?? 0,
      wrong: faulty?.length ?? 0,
      found: faulty?.filter(counts).length ?? 0,
    };
  });
};
