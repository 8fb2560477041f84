import Big from "big.js";
import type { TextRole } from "../../model/finished.ts";
import type { Numeral, Reading } from "./numeral.ts";
import type { Passage } from "./passages.ts";

/** Text that prints numbers in a unit which stands once, in its head: tables and pictures. */
const tabular: ReadonlySet<TextRole> = new Set(["row", "alternative"]);
/** A line no longer than this may say the unit of the table below it, in characters. */
const unitLine = 60;

const isTabular = ({ block }: Passage): boolean => tabular.has(block.role);
const mayHoldUnit = ({ block }: Passage): boolean =>
  block.role === "caption" || (block.role === "body" && block.text.length <= unitLine);

/** 万件 and "million" are scales; so is the 10,000 of "Unit: 10,000". */
const scalesOf = ({ numerals }: Passage): readonly string[] =>
  numerals.flatMap(({ scaleOnly, readings: [{ kind, value }] }) =>
    (kind === "count" || kind === "money") && (scaleOnly || /^10{3,}$/.test(value)) ? [value] : [],
  );

const scaled = (numeral: Numeral, scales: readonly string[]): Numeral => {
  const [{ kind, value }] = numeral.readings;
  if (numeral.scaleOnly || (kind !== "count" && kind !== "money")) return numeral;
  const further = scales.map((scale): Reading => ({ kind: "count", value: new Big(value).times(scale).toFixed() }));
  return { ...numeral, readings: [...numeral.readings, ...further] };
};

/**
 * Gives the numbers of tables and pictures the further reading that they have when the unit of the head is applied: under
 * （万件） 12.98 may be 129,800. What stands together, with its caption and the line that names the unit, shares it.
 */
export const withScales = (passages: readonly Passage[]): readonly Passage[] => {
  const out: Passage[] = [];
  for (let index = 0; index < passages.length; ) {
    let end = index;
    while (end < passages.length && (isTabular(passages[end] as Passage) || mayHoldUnit(passages[end] as Passage)))
      end++;
    const run = passages.slice(index, end);
    const scales = run.some(isTabular) ? [...new Set(run.flatMap(scalesOf))] : [];
    for (const passage of run)
      out.push(
        scales.length > 0 && isTabular(passage)
          ? { ...passage, numerals: passage.numerals.map((numeral) => scaled(numeral, scales)) }
          : passage,
      );
    if (end === index) out.push(passages[end++] as Passage);
    index = end;
  }
  return out;
};
