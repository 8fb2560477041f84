import type { Language } from "../../model/language.ts";
import type { Pair } from "./matching.ts";

/** Sums whose currency one or both texts leave to the place: 7亿元 and $700 million in a text about Hong Kong. */
export type PlaceCurrency = {
  /** Pairs that agree once the two signs are taken for one currency. */
  readonly pairs: readonly Pair[];
  /** A currency that the texts name beside it and that is neither sign's usual one, which makes it likely. */
  readonly named: boolean;
};

const differ = ({ readingA, readingB }: Pair): boolean =>
  readingA.currency !== undefined && readingB.currency !== undefined && readingA.currency !== readingB.currency;

/** The currencies that signs of a language without a country usually mean: $ most often the dollar of the United States. */
const usualOf = ({ reading }: Language): ReadonlySet<string> =>
  new Set(
    Object.entries(reading?.money ?? {}).flatMap(([currency, patterns]) =>
      patterns.some((pattern) => reading?.local.includes(pattern)) ? [currency] : [],
    ),
  );

/**
 * Whether the currency of a pair may be that of the place: both signs are without a country, or one is and the other text
 * names a currency other than the one that its own such sign would mean. 元 may be HK$; US$ is no 元.
 */
const isLocal = ({ readingA, readingB }: Pair, usual: readonly [ReadonlySet<string>, ReadonlySet<string>]): boolean => {
  if (readingA.local && readingB.local) return true;
  if (readingA.local) return !usual[1].has(readingB.currency ?? "");
  return readingB.local === true && !usual[0].has(readingA.currency ?? "");
};

/**
 * Decides once for two documents whether signs that name no country mean one currency: they do where they stand for each
 * other more often than for the currency that they usually mean. The pairs that are so explained need no finding each.
 */
export const placeCurrencyOf = (
  pairs: readonly Pair[],
  languages: readonly [Language, Language],
): PlaceCurrency | undefined => {
  const usualCurrencies = [usualOf(languages[0]), usualOf(languages[1])] as const;
  const money = pairs.filter(({ readingA, readingB }) => readingA.currency && readingB.currency);
  const bySigns = new Map<string, Pair[]>();
  for (const pair of money) {
    if (!differ(pair) || !isLocal(pair, usualCurrencies)) continue;
    const { readingA, readingB } = pair;
    const key = `${readingA.local ? "" : readingA.currency} ${readingB.local ? "" : readingB.currency}`;
    bySigns.set(key, [...(bySigns.get(key) ?? []), pair]);
  }
  const usual = (side: "readingA" | "readingB"): number =>
    money.filter((pair) => !differ(pair) && pair[side].local === true).length;
  const explained = [...bySigns.values()].filter((alike) => {
    const [first] = alike as [Pair];
    const others = [first.readingA.local ? usual("readingA") : 0, first.readingB.local ? usual("readingB") : 0];
    return alike.length > Math.max(...others);
  });
  if (explained.length === 0) return undefined;
  const all = explained.flat();
  const signs = new Set(
    all.flatMap(({ readingA, readingB }) =>
      [readingA, readingB].filter(({ local }) => local).map(({ currency }) => currency),
    ),
  );
  const named = money.some(({ readingA, readingB }) =>
    [readingA, readingB].some(({ local, currency }) => !local && !signs.has(currency)),
  );
  return { pairs: all, named };
};
