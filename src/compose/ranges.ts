import type { Language } from "../model/language.ts";
import type { Strand } from "../template/rope.ts";
import { printFigure } from "./quantity.ts";

/** A counter that may be left out: words and their spaces. Signs (%, ‰, °C) are repeated (GB/T 15835 §5.1.4, 10%～15%). */
const words = /^[\p{L}\p{M}\s]+$/u;

/** A printed number without its counter, where it has one behind it that a range may leave out. */
const withoutCounter = (strand: Strand | undefined, language: Language): string | undefined => {
  const { value, printing } = strand ?? {};
  if (!value || !printing) return undefined;
  const bare = printFigure(printing.figure, language, { ...printing.options, counter: "" });
  // 9亿—16亿, never 9—16亿: what a scale word stands behind is said whole.
  if ("problem" in bare || bare.scale !== 1 || !value.text.startsWith(bare.text)) return undefined;
  return words.test(value.text.slice(bare.text.length)) ? bare.text : undefined;
};

/**
 * Numbers of one unit with nothing between them but a mark of ranges print their counter once, behind the second: 10—15天.
 * What would not be clear without it keeps it: places in an order, signs of units, numbers with scale words.
 */
export const sayCountersOnce = (strands: readonly Strand[], language: Language): readonly Strand[] =>
  strands.map((strand, index) => {
    const { value, printing } = strand;
    const [between, next] = [strands[index + 1], strands[index + 2]];
    if (!value || !printing || !between || between.value || !language.numbers.ranges.includes(between.text.trim()))
      return strand;
    const other = next?.printing;
    const alike = other?.figure.unit === printing.figure.unit && other.options.counter === printing.options.counter;
    const text = alike && printing.figure.kind !== "ordinal" ? withoutCounter(strand, language) : undefined;
    if (text === undefined || withoutCounter(next, language) === undefined) return strand;
    return { ...strand, value: { ...value, text } };
  });
