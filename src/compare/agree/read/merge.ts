import type { Numeral } from "../numeral.ts";
import type { Vocabulary } from "./vocabulary.ts";

const isMonth = ({ readings: [{ kind }] }: Numeral): boolean => kind === "month";

/**
 * Puts together what is said in two numbers and means one thing: 1—9月 and "January to September" are a run of months, as
 * 前三季度 is; 1小时30分钟 is ninety minutes.
 */
export const mergeParts = (text: string, numerals: readonly Numeral[], vocabulary: Vocabulary): readonly Numeral[] => {
  const out: Numeral[] = [];
  for (const numeral of numerals) {
    const before = out.at(-1);
    const between =
      before && before.end <= numeral.start ? text.slice(before.end, numeral.start).trim().toLowerCase() : undefined;
    if (!before || between === undefined || between.length > 8) {
      out.push(numeral);
      continue;
    }
    const [one, other] = [before.readings[0], numeral.readings[0]];
    if (
      isMonth(before) &&
      isMonth(numeral) &&
      vocabulary.ranges.has(between) &&
      Number(one.value) < Number(other.value)
    ) {
      const { start } = before;
      const readings = [{ kind: "period" as const, value: `${one.value}-${other.value}` }] as const;
      out[out.length - 1] = { ...numeral, start, readings, strength: "idle" };
      continue;
    }
    const sum =
      one.kind === "measure" &&
      other.kind === "measure" &&
      one.unit === other.unit &&
      (between === "" || vocabulary.lists.has(between));
    if (sum && Number(one.value) > Number(other.value) && Number.isInteger(Number(numeral.readings[1]?.value))) {
      const { start } = before;
      const value = String(Number(one.value) + Number(other.value));
      // 3 km and 500 m are as often two lengths: what the second says alone stays.
      out[out.length - 1] = between === "" ? { ...numeral, start, readings: [{ ...other, value }] } : before;
      if (between !== "") out.push(numeral);
      continue;
    }
    out.push(numeral);
  }
  return out;
};
