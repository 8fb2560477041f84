import type { Approximation } from "../../model/figure.ts";
import type { Found } from "../lexicon.ts";
import { clauseAround, type PrintedNumber, placeAt } from "../passages.ts";
import type { Approximating } from "../vocabulary.ts";
import type { Reading } from "./reading.ts";

/** On which side of the stated number the true one lies. */
const sides: Readonly<Record<Approximation, "above" | "below" | "either">> = {
  "more-than": "above",
  exceeded: "above",
  nearly: "below",
  about: "either",
};
const fits = (word: Found<Approximating>, approx: Approximation): boolean =>
  word.meanings.some(({ kind }) => sides[kind] === sides[approx]);

/** At most one short word, or one character without spaces, lies between: "exceeded the 1,000", "超过了1000". */
const touches = (between: string): boolean => /^\s*(?:\p{L}{1,4}\s+|[^\s\p{P}]?\s*)$/u.test(between);

/** Words inside the printed number, those that touch it, and all before it in its clause. */
const wordsFor = (reading: Reading, number: PrintedNumber) => {
  const { passage, numbers, vocabulary } = reading;
  const words = vocabulary.approximations(passage.text);
  const [from, to] = clauseAround(passage, number.start, number.end);
  const left = Math.max(from, numbers.findLast(({ end }) => end <= number.start)?.end ?? from);
  const right = Math.min(to, numbers.find(({ start }) => start >= number.end)?.start ?? to);
  const stands = (word: Found<Approximating>, side: Approximating["side"]): boolean =>
    word.meanings.some((meaning) => meaning.side === side);
  const before = words.filter((word) => word.start >= left && word.end <= number.start && stands(word, "before"));
  const after = words.filter((word) => word.start >= number.end && word.end <= right && stands(word, "after"));
  return {
    inside: words.filter((word) => word.start >= number.start && word.end <= number.end),
    beside: [...before, ...after],
    touching: [
      ...before.filter((word) => touches(passage.text.slice(word.end, number.start))),
      ...after.filter((word) => word.start === number.end),
    ],
  };
};

/**
 * Compares words such as "more than", nearly, 余, 突破 with the approximation that the data states.
 *
 * Reports `approximation-not-said` where the number is printed without one and no word says it, and
 * `approximation-contradicts` where a word says another, or says one of an exact figure, or says it twice.
 */
export const checkApproximations = (reading: Reading): void => {
  const { passage, numbers, deviate } = reading;
  for (const number of numbers) {
    const { figure, node } = number;
    const { inside, beside, touching } = wordsFor(reading, number);
    const printed = passage.text.slice(number.start, number.end);
    const common = {
      severity: "error",
      about: figure.key,
      lang: passage.lang,
      unit: passage.unit,
      related: [{ message: `${figure.key} is ${figure.value}, ${figure.approx ?? "exact"}`, place: figure.place }],
    } as const;
    const contradicts = (word: Found<Approximating>, message: string, hint: string): void =>
      deviate({ ...common, rule: "approximation-contradicts", message, hint, place: placeAt(passage, word.start) });

    const { approx } = figure;
    const [wrong] = touching.filter((word) => !approx || !fits(word, approx));
    if (wrong)
      contradicts(
        wrong,
        approx
          ? `"${wrong.word}" contradicts ${figure.key}, which the data states as "${approx}"`
          : `"${wrong.word}" makes ${printed} approximate, but the data states ${figure.key} exactly`,
        "state approx in the data, or take the word away",
      );
    if (!approx || wrong) continue;
    const [twice] = touching.filter((word) => fits(word, approx));
    if (twice && inside.length > 0)
      contradicts(
        twice,
        `"${twice.word}" says what "${printed}" says already`,
        'take it away, or print the number with approx="said"',
      );
    if (inside.length === 0 && !beside.some((word) => fits(word, approx)))
      deviate({
        ...common,
        rule: "approximation-not-said",
        message: `${printed} is ${approx} in the data, but no word beside it says so`,
        place: node.place,
        hint: "write such a word before it (claims.approximations of the language lists them)",
      });
  }
};
