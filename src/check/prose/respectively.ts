import { figureParts } from "../../model/figure.ts";
import { clauseAround, placeAt, sentenceAt } from "../passages.ts";
import { listsOf } from "./lists.ts";
import type { Reading } from "./reading.ts";

/** Most words, and characters where there are no spaces, between "respectively" and its list. */
const near = { characters: 12, words: 3 };

/**
 * "Respectively" pairs the items of two lists: a list of numbers beside it has two items at least, and as many as another
 * list of numbers in the sentence. Reports `respectively-unequal`.
 */
export const checkRespectively = (reading: Reading): void => {
  const { passage, vocabulary, deviate } = reading;
  const lists = listsOf(reading);
  for (const word of vocabulary.respectively(passage.text)) {
    const [from, to] = clauseAround(passage, word.start, word.end);
    const isBefore = word.meanings.includes("before");
    const list = isBefore
      ? lists.find(([first]) => first && first.start >= word.end && first.start < to)
      : lists.findLast((numbers) => (numbers.at(-1)?.end ?? 0) <= word.start && (numbers.at(-1)?.start ?? 0) >= from);
    const [first] = list ?? [];
    const last = list?.at(-1);
    if (!list || !first || !last) continue;
    const between = isBefore ? passage.text.slice(word.end, first.start) : passage.text.slice(last.end, word.start);
    if (between.length > near.characters || between.trim().split(/\s+/).length > near.words) continue;
    const [start, end] = sentenceAt(passage, word.start);
    const others = lists.filter(
      (other) =>
        other !== list && other.length > 1 && (other[0]?.start ?? -1) >= start && (other[0]?.start ?? end) < end,
    );
    // Changes are paired with their figures by checkParts. Elsewhere the partner stands on the far side of the word, or
    // before a list that itself stands before the word.
    const isChanges = figureParts.some((part) => first.figure.key.endsWith(`.${part}`));
    const partner = isChanges
      ? undefined
      : isBefore
        ? (others.findLast(([one]) => (one?.start ?? 0) < first.start) ?? others[0])
        : others.findLast(([one]) => (one?.start ?? 0) < first.start);
    const problem =
      list.length === 1
        ? `"${word.word}" pairs two lists, but one number stands beside it`
        : partner && partner.length !== list.length
          ? `"${word.word}" pairs ${partner.length} numbers with ${list.length}`
          : undefined;
    if (problem === undefined) continue;
    deviate({
      severity: "error",
      rule: "respectively-unequal",
      message: `${problem}: “${passage.text.slice(Math.min(word.start, first.start), Math.max(word.end, last.end))}”`,
      place: placeAt(passage, word.start),
      hint: "give both lists as many items, or take the word away",
      about: first.figure.key,
      lang: passage.lang,
      unit: passage.unit,
    });
  }
};
