/** What `Intl` knows of a language (CLDR), as far as a language file states it. No other source; nothing is guessed. */

/** Scale words that a language may group its numbers by, in base units. */
const powers = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((power) => 10 ** power);
/** Whole numbers and fractions among which every plural category of everyday numbers is met. */
const samples = [...Array.from({ length: 201 }, (_, n) => n), 0.5, 1.5];

export type Scale = { readonly from: number; readonly word: string | Readonly<Record<string, string>> };

/** A language as Intl knows it. */
export type Cldr = {
  readonly tag: string;
  /** Its name in itself. */
  readonly name: string | null;
  /** ISO 15924. */
  readonly script: string | null;
  readonly direction: "ltr" | "rtl";
  readonly grouping: boolean | null;
  /** From the myriad or the million up, as the language counts; empty where CLDR has no words for it. */
  readonly scales: readonly Scale[];
  readonly cardinals: readonly string[];
  readonly ordinals: readonly string[];
  readonly dates: { readonly month: string | null; readonly day: string | null };
  /** How a percentage stands with its sign: "{n} %". */
  readonly percent: string | null;
  /** What stands between the last two of a list, and between the others. */
  readonly joints: readonly string[];
  /** 173,600.5 as the language writes it, for comments. */
  readonly example: string;
};

/** Whether Intl has data of its own for a language; of others it would tell those of a fallback. */
const isKnown = (tag: string): boolean => Intl.NumberFormat.supportedLocalesOf([tag]).length > 0;

const categoriesOf = (tag: string, type: "cardinal" | "ordinal"): readonly string[] => {
  const rules = new Intl.PluralRules(tag, { type, maximumFractionDigits: 6 });
  const met = new Set<string>(
    samples.filter((n) => type === "cardinal" || Number.isInteger(n)).map((n) => rules.select(n)),
  );
  return rules.resolvedOptions().pluralCategories.filter((category) => met.has(category) || category === "other");
};

/** The word behind a compact number, with the space before it: " million", "万". */
const compactWord = (format: Intl.NumberFormat, n: number): { readonly word: string; readonly shown: string } => {
  const parts = format.formatToParts(n);
  const number = parts.findLastIndex(({ type }) => type === "integer" || type === "fraction");
  const word = parts
    .slice(number + 1)
    .map(({ value }) => value)
    .join("");
  return {
    word,
    shown: parts
      .filter(({ type }) => type === "integer")
      .map(({ value }) => value)
      .join(""),
  };
};

const scalesOf = (tag: string, cardinals: readonly string[]): readonly Scale[] => {
  const format = new Intl.NumberFormat(tag, { notation: "compact", compactDisplay: "long", numberingSystem: "latn" });
  const rules = new Intl.PluralRules(tag, { maximumFractionDigits: 6 });
  const scales = powers.flatMap((from): Scale[] => {
    const one = compactWord(format, from);
    // A power that is counted by a smaller scale is none itself; one without a word neither.
    if (one.shown !== "1" || one.word.trim() === "") return [];
    const forms = Object.fromEntries(
      cardinals.map((category) => {
        const n = [1, 2, 3, 5, 11, 20, 100, 1.5].find((sample) => rules.select(sample) === category);
        return [category, n === undefined ? one.word : compactWord(format, n * from).word || one.word];
      }),
    );
    return [{ from, word: new Set(Object.values(forms)).size === 1 ? (Object.values(forms)[0] as string) : forms }];
  });
  const [lowest] = scales;
  // Thousands are written in digits where millions have a word; myriads and lakhs are counted in.
  return lowest?.from === 1000 ? scales.slice(1) : scales;
};

/** Words of a date pattern in quotes, where they hold letters that stand for a part of the date. */
const quoted = (text: string): string => text.replace(/\p{L}+/gu, (word) => (/[yLMd]/.test(word) ? `'${word}'` : word));

/** A date pattern in CLDR letters, from the parts of a date: "d MMMM y", "y年M月d日". */
const datePattern = (tag: string, options: Intl.DateTimeFormatOptions, month: string): string => {
  const format = new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
    ...options,
  });
  return format
    .formatToParts(Date.UTC(2001, 3, 26))
    .map(({ type, value }) => {
      if (type === "year") return "y";
      if (type === "day") return value.length === 2 && value.startsWith("0") ? "dd" : "d";
      return type === "month" ? (/^\d+$/.test(value) ? "M" : month) : quoted(value);
    })
    .join("")
    .trim();
};

const percentOf = (tag: string): string =>
  new Intl.NumberFormat(tag, { style: "unit", unit: "percent", numberingSystem: "latn" })
    .formatToParts(5)
    .map(({ type, value }) => (type === "integer" ? "{n}" : value))
    .join("");

const jointsOf = (tag: string): readonly string[] => {
  const parts = new Intl.ListFormat(tag, { type: "conjunction" }).formatToParts(["a", "b", "c"]);
  const two = new Intl.ListFormat(tag, { type: "conjunction" }).formatToParts(["a", "b"]);
  const literals = [...parts, ...two].filter(({ type }) => type === "literal").map(({ value }) => value.trim());
  return [...new Set(literals)].filter((text) => text !== "");
};

/** Scripts that are written from right to left (Unicode, bidi class R and AL). */
const fromTheRight = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"]);
/** Scripts of CLDR that are one for the layout of lines. */
const layoutScript: Readonly<Record<string, string>> = { Hans: "Hani", Hant: "Hani", Jpan: "Hani", Kore: "Hang" };

/** Everything that Intl knows of a language; `null` for what it does not know. */
export const cldrOf = (tag: string): Cldr => {
  const likely = new Intl.Locale(tag).maximize().script;
  const own = {
    tag,
    script: likely === undefined ? null : (layoutScript[likely] ?? likely),
    direction: fromTheRight.has(likely ?? "") ? ("rtl" as const) : ("ltr" as const),
  };
  if (!isKnown(tag))
    return {
      ...own,
      name: null,
      grouping: null,
      scales: [],
      cardinals: ["other"],
      ordinals: ["other"],
      dates: { month: null, day: null },
      percent: null,
      joints: [],
      example: "173,600",
    };
  const cardinals = categoriesOf(tag, "cardinal");
  const grouped = new Intl.NumberFormat(tag, { numberingSystem: "latn" });
  return {
    ...own,
    name: new Intl.DisplayNames([tag], { type: "language", fallback: "none" }).of(tag) ?? null,
    grouping: grouped.formatToParts(173600).some(({ type }) => type === "group"),
    scales: scalesOf(tag, cardinals),
    cardinals,
    ordinals: categoriesOf(tag, "ordinal"),
    dates: {
      month: datePattern(tag, { year: "numeric", month: "long" }, "LLLL"),
      day: datePattern(tag, { year: "numeric", month: "long", day: "numeric" }, "MMMM"),
    },
    percent: percentOf(tag),
    joints: jointsOf(tag),
    example: grouped.format(173600.5),
  };
};
