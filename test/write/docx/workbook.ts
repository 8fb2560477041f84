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

/** A number as a spreadsheet prints it by a format such as 0.00, #,##0 or "+"0.0"%";"−"0.0"%". */
const printed = (number: number, format: string): string => {
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const section = (number < 0 && sections[1] ? sections[1] : sections[0]) as string;
  const size = number < 0 && sections[1] ? -number : number;
  const [, before = "", digits = "", after = ""] = /^((?:"[^"]*")*)([#0.,]+)((?:"[^"]*")*)$/.exec(section) ?? [];
  const decimals = /\.(0+)/.exec(digits)?.[1]?.length ?? 0;
  const text = size.toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: digits.includes(","),
  });
  return `${before.replaceAll('"', "")}${text}${after.replaceAll('"', "")}`;
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
