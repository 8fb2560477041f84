import type { Lang } from "../model/document.ts";

const letters = /'[^']*'|y+|L+|M+|d+/g;

/**
 * A date of the data file ("2020-04", "2020-04-26") by a pattern in CLDR letters (UTS #35 part 4): y year, L or M month
 * (LLLL name, L number, LL two digits), d day; words of the pattern stand in quotes: d 'de' LLLL 'de' y.
 */
export const printDate = (date: string, pattern: string, lang: Lang): string => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  const isDaily = pattern.replace(/'[^']*'/g, "").includes("d");
  const name = (style: "long" | "short"): string => {
    const parts = new Intl.DateTimeFormat(lang, {
      timeZone: "UTC",
      month: style,
      ...(isDaily && { day: "numeric" }),
    }).formatToParts(at);
    return parts.find((part) => part.type === "month")?.value ?? "";
  };
  const padded = (n: number, width: number): string => String(n).padStart(width, "0");
  return pattern.replace(letters, (run) => {
    if (run.startsWith("'")) return run.slice(1, -1) || "'";
    if (run.startsWith("y")) return run.length === 2 ? padded(year % 100, 2) : String(year);
    if (run.startsWith("d")) return padded(day, run.length);
    return run.length === 4 ? name("long") : run.length === 3 ? name("short") : padded(month, run.length);
  });
};
