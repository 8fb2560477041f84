import { strFromU8, unzipSync } from "fflate";
import { all, attribute, childrenOf, first, type Package, parseXml } from "./package.ts";

/** A chart of Word as its part caches it and as its workbook holds it. */
export type Sheet = {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
};
export type ReadChart = {
  readonly cache: Sheet;
  readonly workbook: Sheet;
  /** By series: colour RRGGBB, and the label of each point as its number format prints it; "" where none is. */
  readonly looks: readonly { readonly colour: string | undefined; readonly labels: readonly string[] }[];
  readonly alternative: string;
  /** "" where it has none. */
  readonly title: string;
};

/** The sections of a format; semicolons in quotes are text. */
const sectionsOf = (format: string): readonly string[] => format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);

/** The section of a format that holds for a number, and the number that it prints (ECMA-376 part 1 §18.8.31). */
const sectionFor = (number: number, format: string): readonly [section: string, size: number] => {
  const sections = sectionsOf(format);
  const condition = /^\[(>=|<=|<|>)(-?[\d.]+)\]/;
  if (sections.some((section) => condition.test(section))) {
    const found = sections.find((section) => {
      const [, operator = "", limit = ""] = condition.exec(section) ?? [];
      if (operator === "") return true;
      return operator === ">=" ? number >= Number(limit) : number < Number(limit);
    });
    return [(found ?? "").replace(condition, ""), number];
  }
  return number < 0 && sections[1] ? [sections[1], -number] : [sections[0] as string, number];
};

/** Digits of a number laid into placeholders from the right, with the text between them. */
const laidInto = (placeholders: string, digits: string): string => {
  const parts = placeholders.match(/"[^"]*"|0/g) ?? [];
  const zeros = parts.filter((part) => part === "0").length;
  const padded = digits.padStart(zeros, "0");
  let at = padded.length - zeros;
  let first = true;
  return parts
    .map((part) => {
      if (part !== "0") return part.replaceAll('"', "");
      const taken = first ? padded.slice(0, at + 1) : padded.slice(at, at + 1);
      first = false;
      at += 1;
      return taken;
    })
    .join("");
};

/**
 * A number as a spreadsheet prints it by a format such as 0.00, [>=1000]0","000;0 or "+"0.0"%";"−"0.0"%". With a language
 * ([$-40C]) decimals and digits are that one's; `signs` gives them, and otherwise a point and 0–9 stand.
 */
export const printed = (
  number: number,
  format: string,
  signs: { readonly decimal: string; readonly digits: string } = { decimal: ".", digits: "0123456789" },
): string => {
  const [section, size] = sectionFor(number, format);
  const [, locale = "", body = ""] = /^(\[\$-[0-9A-F]+\])?(.*)$/s.exec(section) ?? [];
  const [, before = "", digits = "", fraction = "", after = ""] =
    /^((?:"[^"]*")*)(0(?:(?:"[^"]*")?0)*)(?:\.(0+))?((?:"[^"]*")*)$/s.exec(body) ?? [];
  if (digits === "") throw new Error(`no such format is known here: ${format}`);
  const [whole = "", decimals = ""] = Math.abs(size).toFixed(fraction.length).split(".");
  const sign = size < 0 ? "-" : "";
  const local = (text: string): string =>
    locale === "" ? text : text.replace(/\d/g, (digit) => [...signs.digits][Number(digit)] ?? digit);
  const point = decimals === "" ? "" : locale === "" ? "." : signs.decimal;
  return `${before.replaceAll('"', "")}${sign}${local(laidInto(digits, whole))}${point}${local(decimals)}${after.replaceAll('"', "")}`;
};

const points = (parent: ReturnType<typeof first>): ReadonlyMap<number, string> =>
  new Map(
    parent
      ? all(parent, "c:pt").map((point) => [Number(attribute(point, "idx")), first(point, "c:v")?.textContent ?? ""])
      : [],
  );

const cells = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const files = unzipSync(bytes);
  const part = (name: string) => parseXml(strFromU8(files[name] as Uint8Array));
  const strings = all(part("xl/sharedStrings.xml"), "x:si").map((item) => item.textContent ?? "");
  return new Map(
    all(part("xl/worksheets/sheet1.xml"), "x:c").flatMap((cell) => {
      const text = first(cell, "x:v")?.textContent;
      if (text === undefined || text === null) return [];
      return [[attribute(cell, "r") ?? "", attribute(cell, "t") === "s" ? (strings[Number(text)] ?? "") : text]];
    }),
  );
};

const target = (file: Package, path: string, id: string): string => {
  const folder = path.replace(/[^/]+$/, "");
  const links = file.xml(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const link = [...links.getElementsByTagName("Relationship")].find((one) => one.getAttribute("Id") === id);
  return new URL(link?.getAttribute("Target") ?? "", `file:///${folder}`).pathname.slice(1);
};

/** The charts of a file by the names of their drawings. */
export const readCharts = (file: Package): ReadonlyMap<string, ReadChart> =>
  new Map(
    all(file.xml("word/document.xml"), "wp:inline").flatMap((drawing) => {
      const reference = first(drawing, "c:chart");
      const properties = first(drawing, "wp:docPr");
      if (!reference || !properties) return [];
      const path = target(file, "word/document.xml", attribute(reference, "r:id") ?? "");
      const chart = file.xml(path);
      const series = all(chart, "c:ser");
      const book = cells(
        file.files[target(file, path, attribute(first(chart, "c:externalData"), "r:id") ?? "")] as Uint8Array,
      );
      const names = points(first(series[0] as never, "c:cat"));
      const rows = Array.from({ length: names.size }, (_, index) => index);
      const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
      const column = (index: number): string => String.fromCharCode("B".charCodeAt(0) + index);
      const values = series.map((one) => points(first(one, "c:val")));
      return [
        [
          attribute(properties, "name") ?? "",
          {
            cache: {
              categories: rows.map((row) => names.get(row) ?? ""),
              series: series.map((one, index) => ({
                name: points(first(one, "c:tx")).get(0) ?? "",
                values: rows.map((row) => number(values[index]?.get(row))),
              })),
            },
            workbook: {
              categories: rows.map((row) => book.get(`A${row + 2}`) ?? ""),
              series: series.map((_, index) => ({
                name: book.get(`${column(index)}1`) ?? "",
                values: rows.map((row) => number(book.get(`${column(index)}${row + 2}`))),
              })),
            },
            looks: series.map((one, index) => {
              const labels = childrenOf(one, "c:dLbls")[0] as never;
              const own = new Map(
                childrenOf(labels, "c:dLbl").map((label) => [
                  Number(attribute(first(label, "c:idx"), "val")),
                  attribute(first(label, "c:numFmt"), "formatCode"),
                ]),
              );
              const usual = attribute(childrenOf(labels, "c:numFmt")[0], "formatCode") ?? "";
              return {
                colour: attribute(first(childrenOf(one, "c:spPr")[0] as never, "a:srgbClr"), "val"),
                labels: rows.map((row) => {
                  const value = values[index]?.get(row);
                  return value === undefined ? "" : printed(Number(value), own.get(row) ?? usual);
                }),
              };
            }),
            alternative: attribute(properties, "descr") ?? "",
            title: childrenOf(first(chart, "c:chart") as never, "c:title")[0]?.textContent ?? "",
          },
        ] as const,
      ];
    }),
  );
