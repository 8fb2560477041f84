import type { Element } from "@xmldom/xmldom";
import { attributeOf, childOf, childrenOf, isWord } from "./docx-text.ts";

const digits = "〇一二三四五六七八九";

/** A number as Chinese and Japanese count: 十二, 二十一; digit by digit from a hundred on. */
const ideographs = (n: number): string => {
  if (n >= 100) return [...String(n)].map((digit) => digits[Number(digit)]).join("");
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? digits[ones] : ""}`;
};

const roman = (n: number): string => {
  const steps: readonly (readonly [number, string])[] = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = n;
  let out = "";
  for (const [value, sign] of steps) for (; rest >= value; rest -= value) out += sign;
  return out;
};

const letter = (n: number): string => String.fromCharCode(64 + ((n - 1) % 26) + 1).repeat(Math.ceil(n / 26));

/** A number in one of the formats that are counted with (ECMA-376 part 1, 17.18.59); bullets and unknown ones print nothing. */
const printed = (n: number, format: string): string | undefined => {
  if (n < 1 || n > 999) return String(n);
  switch (format) {
    case "decimal":
      return String(n);
    case "decimalZero":
      return String(n).padStart(2, "0");
    case "upperRoman":
      return roman(n);
    case "lowerRoman":
      return roman(n).toLowerCase();
    case "upperLetter":
      return letter(n);
    case "lowerLetter":
      return letter(n).toLowerCase();
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "ideographDigital":
      return ideographs(n);
    case "decimalFullWidth":
      return [...String(n)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join("");
    default:
      return undefined;
  }
};

type Level = {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** The levels above print in digits too: 一 as the 1 of 1.2 (isLgl). */
  readonly legal: boolean;
};

/** What a paragraph or a style says of its number. */
type Numbered = { readonly list?: string | undefined; readonly level?: number | undefined };

export const numberedBy = (properties: Element | undefined): Numbered => {
  const numbering = properties && childOf(properties, "numPr");
  const level = numbering && attributeOf(childOf(numbering, "ilvl"), "val");
  return {
    list: numbering && attributeOf(childOf(numbering, "numId"), "val"),
    level: level === undefined ? undefined : Number(level),
  };
};

const readLevels = (definition: Element): ReadonlyMap<number, Level> => {
  const levels = new Map<number, Level>();
  for (const level of childrenOf(definition))
    if (isWord(level, "lvl"))
      levels.set(Number(attributeOf(level, "ilvl") ?? 0), {
        start: Number(attributeOf(childOf(level, "start"), "val") ?? 1),
        format: attributeOf(childOf(level, "numFmt"), "val") ?? "decimal",
        text: attributeOf(childOf(level, "lvlText"), "val") ?? "",
        legal: childOf(level, "isLgl") !== undefined,
      });
  return levels;
};

/**
 * The numbers that Word puts before paragraphs (ECMA-376 part 1, 17.9), in the order in which the paragraphs are given:
 * "第一章", "（二）", "3.2". Nothing for bullets.
 */
export const numberingOf = (root: Element | undefined): ((numbered: Numbered) => string) => {
  const definitions = new Map<string, ReadonlyMap<number, Level>>();
  const lists = new Map<string, string>();
  for (const child of root ? childrenOf(root) : []) {
    if (isWord(child, "abstractNum")) definitions.set(attributeOf(child, "abstractNumId") ?? "", readLevels(child));
    if (isWord(child, "num"))
      lists.set(attributeOf(child, "numId") ?? "", attributeOf(childOf(child, "abstractNumId"), "val") ?? "");
  }
  const counts = new Map<string, number[]>();
  return ({ list, level = 0 }) => {
    const definition = lists.get(list ?? "");
    const levels = definition === undefined ? undefined : definitions.get(definition);
    const own = levels?.get(level);
    if (definition === undefined || !levels || !own) return "";
    const count = counts.get(definition) ?? [];
    const startOf = (at: number): number => levels.get(at)?.start ?? 1;
    count[level] = (count[level] ?? startOf(level) - 1) + 1;
    count.length = level + 1;
    counts.set(definition, count);
    let whole = true;
    const text = own.text.replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1;
      const format = own.legal ? "decimal" : (levels.get(at)?.format ?? "decimal");
      const shown = printed(count[at] ?? startOf(at), format);
      if (shown === undefined) whole = false;
      return shown ?? "";
    });
    return whole && /%[1-9]/.test(own.text) ? text.trim() : "";
  };
};
