/**
 * Reads the numbers of a printed text, in digits or in words below a hundred, as a person would who knows the two languages:
 * written for these tests alone, so that nothing is judged by what made it.
 */

const zhDigits = "零一二三四五六七八九";
const zhWords = new Map<string, number>();
for (let n = 0; n < 100; n++) {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const last = tens > 0 && ones === 0 ? "" : zhDigits[ones];
  zhWords.set(tens === 0 ? (last as string) : `${tens === 1 ? "" : zhDigits[tens]}十${last}`, n);
}

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const smallOrdinals =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const enWords = new Map<string, number>();
for (let n = 0; n < 100; n++) {
  const [ten, one] = [Math.floor(n / 10), n % 10];
  const head = tens[ten - 2] as string;
  for (const [units, round] of [
    [small, head],
    [smallOrdinals, head?.replace(/y$/, "ieth")],
  ] as const)
    enWords.set(n < 20 ? (units[n] as string) : one === 0 ? round : `${head}-${units[one]}`, n);
}

const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, million: 1e6, billion: 1e9 };

/** Every number that a text says. */
export const numbersIn = (text: string): readonly number[] => {
  const digits = [...text.matchAll(/-?\d[\d,]*(?:\.\d+)?(?=\s?(万|亿|million|billion)?)/g)].map(([written, scale]) => {
    const value = Number(written.replaceAll(",", ""));
    return scale === undefined ? value : Number((value * (scales[scale] as number)).toPrecision(15));
  });
  const han = [...text.matchAll(/[零一二三四五六七八九十]+/g)].map(([word]) => zhWords.get(word));
  const latin = [...text.toLowerCase().matchAll(/[a-z]+(?:-[a-z]+)?/g)].map(([word]) => enWords.get(word));
  const first = text.includes("首") || text.includes("inaugural") ? [1] : [];
  return [...digits, ...han, ...latin, ...first].filter((value) => value !== undefined);
};
