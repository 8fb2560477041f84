import type { Element, Node } from "@xmldom/xmldom";
import { attributeOf, childrenOf, maxDepth } from "./docx-text.ts";

/** All elements of a name below a node, whatever its prefix. */
const below = (node: Node, name: string, depth = 0): readonly Element[] =>
  depth > maxDepth
    ? []
    : [...childrenOf(node)].flatMap((child) => (child.localName === name ? [child] : below(child, name, depth + 1)));

const first = (node: Node | undefined, name: string): Element | undefined => (node ? below(node, name)[0] : undefined);
const own = (node: Element, name: string): Element | undefined =>
  [...childrenOf(node)].find((child) => child.localName === name);

/** Words of a title or a label. */
const wordsOf = (node: Element | undefined): string =>
  (node ? below(node, "t") : []).map((text) => text.textContent ?? "").join("");

/** The points of a cache by their index. */
const pointsOf = (node: Element | undefined): ReadonlyMap<number, string> =>
  new Map(
    (node ? below(node, "pt") : []).map((point) => [
      Number(attributeOf(point, "idx") ?? 0),
      first(point, "v")?.textContent ?? "",
    ]),
  );

/** A condition at the head of a section, and the language of a format (ECMA-376 part 1, 18.8.31). */
const condition = /^\[(>=|<=|<>|>|<|=)(-?[\d.]+)\]/;
const tests: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  ">=": (value, limit) => value >= limit,
  "<=": (value, limit) => value <= limit,
  "<>": (value, limit) => value !== limit,
  ">": (value, limit) => value > limit,
  "<": (value, limit) => value < limit,
  "=": (value, limit) => value === limit,
};

/** The section of a format that prints a number, and the number that it prints: one for losses prints no sign. */
const sectionFor = (number: number, format: string): readonly [section: string, amount: number] => {
  const sections = format.replace(/\\(.)/g, '"$1"').split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const [positive = "", negative] = sections;
  if (!sections.some((section) => condition.test(section)))
    return number < 0 && negative !== undefined ? [negative, -number] : [positive, number];
  const found = sections.find((section) => {
    const [, operator = "", limit = ""] = condition.exec(section) ?? [];
    return tests[operator]?.(number, Number(limit)) ?? true;
  });
  return [found ?? "", number];
};

/** A value as a number format prints it: its decimals, its percent sign and the words around it, and no grouping. */
const printed = (value: string, format: string): string => {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  const [section, amount] = sectionFor(number, format);
  const bare = section.replace(condition, "").replace(/\[\$-[^\]]*\]/g, "");
  // Signs between groups of digits may be written out (0","000); what else stands in quotation marks is printed as it is.
  const plain = bare.replace(/(?<=[0#])"[^"]*"(?=[0#])/g, "");
  const [, before = "", digits = "General", after = ""] = /^((?:"[^"]*")*)([^"]*)((?:"[^"]*")*)/.exec(plain) ?? [];
  const decimals = /0\.(0+)/.exec(digits)?.[1]?.length;
  const shown = digits.includes("%") ? amount * 100 : amount;
  const text = /^[#0,]*0%?$/.test(digits)
    ? shown.toFixed(0)
    : decimals === undefined
      ? String(shown)
      : shown.toFixed(decimals);
  return `${before}${text}${digits.includes("%") ? "%" : ""}${after}`.replaceAll('"', "");
};

const formatOf = (series: Element): string => {
  const labels = own(series, "dLbls");
  const format = labels && own(labels, "numFmt");
  return attributeOf(format, "formatCode") ?? first(own(series, "val"), "formatCode")?.textContent ?? "";
};

/**
 * What a chart of Word says by its caches (ECMA-376 part 1, 21.2): its title, and for each category the values of its
 * series in the format of their labels. For files that have lost the text alternative.
 */
export const chartText = (root: Element): string => {
  const title = wordsOf(first(first(root, "chart") ?? root, "title"));
  const series = below(root, "ser").map((each) => ({
    name: [...pointsOf(own(each, "tx")).values()].join(" ") || wordsOf(own(each, "tx")),
    categories: pointsOf(own(each, "cat")),
    values: pointsOf(own(each, "val")),
    format: formatOf(each),
  }));
  const indexes = [...new Set(series.flatMap(({ values }) => [...values.keys()]))].toSorted((a, b) => a - b);
  const items = indexes.map((index) => {
    const category = series.map(({ categories }) => categories.get(index)).find((name) => name !== undefined) ?? "";
    const values = series.flatMap(({ name, values: points, format }) => {
      const value = points.get(index);
      return value === undefined ? [] : [`${series.length > 1 ? `${name} ` : ""}${printed(value, format)}`];
    });
    return `${category} ${values.join(" | ")}`.trim();
  });
  return [title, ...items].filter((part) => part !== "").join(" | ");
};
