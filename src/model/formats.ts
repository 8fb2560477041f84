/** Numbers for which languages have different plurals. */
const counts = [0, 1, 2, 3, 4, 5, 11, 21, 100, 1_000_000, 1.5];

/**
 * How a language writes numbers, dates, plurals and lists here, as examples in one line. They come from the ICU of the
 * running Node.js and differ between its versions; two builds whose examples differ print different words.
 */
export const formatExamples = (tag: string): string => {
  const numbers = [-1234567.8, 9999, 0.125].map((value) => new Intl.NumberFormat(tag).format(value));
  const compact = new Intl.NumberFormat(tag, { notation: "compact", compactDisplay: "long" });
  const day = new Intl.DateTimeFormat(tag, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
  const days = Array.from({ length: 12 }, (_, month) => day.format(Date.UTC(2001, month, month + 1)));
  const plurals = (["cardinal", "ordinal"] as const).map((type) => {
    const rules = new Intl.PluralRules(tag, { type });
    return counts.map((count) => rules.select(count)).join(" ");
  });
  const list = new Intl.ListFormat(tag, { style: "narrow", type: "conjunction" }).format(["a", "b", "c"]);
  const scaled = [12_000, 3_400_000, 5_600_000_000].map((value) => compact.format(value));
  return [...numbers, ...scaled, ...days, ...plurals, list].join(" | ");
};
