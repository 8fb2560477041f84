import { describe, expect, it } from "vitest";
import { compare } from "./comparing.ts";
import { readCorpus, type SentencePair } from "./corpus.ts";

/** Every pair of the corpus, by kind: what is right gives nothing but notes, what is wrong is found. */

const foundIn = ({ first, second }: SentencePair) =>
  compare(first, second).filter(({ severity }) => severity !== "note");

const [right, wrong] = [readCorpus("right"), readCorpus("wrong")];
const kinds = [...new Set([...right, ...wrong].map(({ kind }) => kind))];

describe.each(kinds)("%s", (kind) => {
  it("says the same", () => {
    const alarms = right
      .filter((pair) => pair.kind === kind)
      // Signs of one currency are told once for a document, whatever the sentence.
      .map((pair) => [
        pair.first,
        foundIn(pair)
          .filter(({ rule }) => rule !== "currency-of-place")
          .map(({ message }) => message),
      ])
      .filter(([, found]) => (found as readonly string[]).length > 0);
    expect(alarms).toEqual([]);
  });

  it("does not", () => {
    const missed = wrong
      .filter((pair) => pair.kind === kind)
      .map((pair) => [`${pair.first} / ${pair.second}`, pair.rule, foundIn(pair).map(({ rule }) => rule)] as const)
      .filter(([, rule, found]) => found.length === 0 || (rule !== undefined && !found.some((one) => one === rule)));
    expect(missed).toEqual([]);
  });
});

it("has at least four hundred pairs, about half of them wrong", () => {
  expect(right.length + wrong.length).toBeGreaterThanOrEqual(400);
  expect(Math.abs(right.length - wrong.length)).toBeLessThan(60);
});
