import Big from "big.js";
import type { Figure } from "../../model/figure.ts";
import { ruleSetsOf } from "../../model/gender.ts";
import type { Language } from "../../model/language.ts";
import { spellOut } from "../../model/spellout.ts";
import { type ReadBack, readBack } from "../read-back.ts";
import type { Reading } from "./reading.ts";

/**
 * Reads every printed number back and compares it, digit for digit, with the data: a counter, a pattern or a scale word
 * of the language that spoils a number shows here. Reports `printed-otherwise`.
 */
export const checkPrinted = ({ passage, numbers, language, deviate }: Reading): void => {
  for (const { start, end, node, figure } of numbers) {
    const text = passage.text.slice(start, end);
    const stated = new Big(figure.value ?? 0);
    const value = (node.said ?? []).includes("sign") ? stated.abs() : stated;
    const isShortest = language.numbers.kinds[figure.kind]?.decimals === "shortest";
    const factors = (node.said ?? []).includes("scale") ? language.numbers.scales.map(({ from }) => from) : [1];
    const isInDigits = factors
      .flatMap((factor) => readBack(text, language).map((read) => times(read, factor)))
      .some(
        (read) =>
          read.value.eq(value) && !isFiner(read, figure) && ((isShortest && read.scaled) || !isCoarser(read, figure)),
      );
    if (isInDigits || inWords(text, value, language)) continue;
    deviate({
      severity: "error",
      rule: "printed-otherwise",
      message: `${figure.key} is ${value.toFixed()} to the nearest ${figure.step}, but "${text}" is printed`,
      place: node.place,
      hint: "look at the counters, scales and patterns of the language",
      related: [{ message: `${figure.key} is stated here`, place: figure.place }],
      about: figure.key,
      lang: passage.lang,
      unit: passage.unit,
    });
  }
};

/** Whether a text says a number in words of the language, as a cardinal, an ordinal or one of its phrases. */
const inWords = (text: string, value: Big, of: Language): boolean => {
  const { language, numbers } = of;
  const searched = text.toLocaleLowerCase(language);
  const says = (words: string | undefined): boolean =>
    words !== undefined && searched.includes(words.toLocaleLowerCase(language));
  return (
    (["cardinal", "ordinal"] as const).some((name) =>
      ruleSetsOf(of, name).some((set) => says(spellOut(numbers.spellout, set, value.toNumber()))),
    ) || Object.values(numbers.phrases).some((phrase) => says(phrase[value.toFixed()]))
  );
};

/** The number that is meant where a scale word stands in the head of its column. */
const times = (read: ReadBack, factor: number): ReadBack => ({
  ...read,
  value: read.value.times(factor),
  step: read.step.times(factor),
});

/** Whether decimals are printed that were not stated: 28.00 for 28. A number in full has no choice: 361,000. */
const isFiner = ({ step, decimals }: ReadBack, stated: Figure): boolean => decimals > 0 && step.lt(stated.step);

/** Whether digits that were stated are missing: 36.1万 for 36.10万. */
const isCoarser = ({ step }: ReadBack, stated: Figure): boolean => step.gt(stated.step);
