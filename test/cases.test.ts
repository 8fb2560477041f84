import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compose } from "../src/compose/index.ts";
import type { Block, Document, Inline } from "../src/model/document.ts";
import { documentSchema } from "../src/model/document-schema.ts";
import type { UnitKind } from "../src/model/figure.ts";
import { type Finding, sortFindings } from "../src/model/finding.ts";
import type { ImageFile } from "../src/model/image.ts";
import { standardUnits, type Template } from "../src/model/source.ts";
import type { Style } from "../src/model/style.ts";
import { readFigures } from "../src/read/figures.ts";
import { readYaml } from "../src/read/yaml.ts";
import { language } from "./languages.ts";

/**
 * Each folder of cases/ is a small publication: templates (*.md.hbs) and figures.yaml. What is composed of it stands in
 * document.txt, what is found in findings.txt; `npm test -- -u` writes them anew.
 */

const english = language(
  "en",
  {
    grouping: true,
    kinds: { count: { wordsBelow: 10 } },
    ordinals: { one: "{n}st", two: "{n}nd", few: "{n}rd", other: "{n}th" },
    spellout: { cardinal: { 0: "zero", 1: "one", 2: "two", 3: "three" }, roman: { 1: "I", 2: "II", 3: "III" } },
  },
  {
    units: { case: { counter: "" } },
    labels: {
      "cases.total": "All cases",
      "cases.small": "Small cases",
      "cases.zero": "No cases",
      "cases.none": "Unknown cases",
    },
    headings: {
      sections: ["{roman}. ", "{n} "],
      runIn: ". ",
      figure: "Figure {n}: ",
      table: "Table {n}: ",
      references: { section: "Chapter {roman}", figure: "Figure {n}", table: "Table {n}" },
    },
  },
);

/** A picture file that templates name. */
const pixels: ImageFile = {
  file: "images/harbour.png",
  format: "png",
  bytes: new Uint8Array(),
  width: 800,
  height: 600,
  colour: "grey",
  transparent: false,
};
const harbour = { name: "harbour", screen: pixels, press: pixels };

const at = ({ line, column }: { line: number; column: number }): string => `${line}:${column}`;

const inline = (node: Inline): string => {
  switch (node.type) {
    case "text":
      return node.text.replaceAll("\n", "␤");
    case "value":
      return `{${node.text}|${[node.key, ...(node.also ?? [])].join("+")}|${node.form}@${at(node.place)}}`;
    case "break":
      return "⏎";
    case "reference":
      return `<ref ${node.target} ${node.show}: ${node.text}>`;
    case "note":
      return `<note ${node.number}: ${node.children.map(inline).join("")}>`;
    case "foreign":
      return `<foreign ${node.lang}: ${node.children.map(inline).join("")}>`;
    case "link":
      return `<link ${node.url}: ${node.children.map(inline).join("")}>`;
    default:
      return `<${node.type}: ${node.children.map(inline).join("")}>`;
  }
};
const words = (nodes: readonly Inline[]): string => nodes.map(inline).join("");

const outline = (block: Block, indent = ""): readonly string[] => {
  const head = `${indent}${block.type} #${block.id} @${at(block.place)}`;
  const deeper = (blocks: readonly Block[]): readonly string[] =>
    blocks.flatMap((child) => outline(child, `${indent}  `));
  switch (block.type) {
    case "section":
      return [
        `${head} ${block.head} ${block.level} ‹${block.prefix}|${words(block.title)}|${block.suffix}›`,
        ...deeper(block.children),
      ];
    case "paragraph":
      return [`${head} ${words(block.children)}`];
    case "list":
      return [
        `${head} ${block.ordered ? `from ${block.start}` : "unordered"}`,
        ...block.items.flatMap((item) => [
          `${indent}  item #${item.id} @${at(item.place)}`,
          ...item.children.flatMap((child) => outline(child, `${indent}    `)),
        ]),
      ];
    case "quote":
      return [head, ...deeper(block.children)];
    case "figure":
      return [
        `${head} ‹${block.prefix}|${words(block.caption)}› note=${words(block.note ?? [])} source=${words(block.source ?? [])}`,
        `${indent}  ${block.body.type} ${block.body.name}${block.body.type === "image" ? ` ${block.body.width ?? "-"} “${block.alt}”` : ""}`,
      ];
    case "table":
      return [
        `${head} ‹${block.prefix}|${words(block.caption)}› ${block.columns.map((column) => column.align).join(",")}`,
        ...[...block.head, ...block.rows].map(
          (row) => `${indent}  ${row.cells.map((cell) => words(cell.children)).join(" ¦ ")}`,
        ),
      ];
  }
};

const shown = (document: Document): string =>
  `${[...document.sections.flatMap((section) => outline(section)), ...Object.entries(document.labels).map(([id, label]) => `label ${id} ${label.kind} ${label.number.join(".")} ${label.text}`)].join("\n")}\n`;

const shownFindings = (findings: readonly Finding[]): string =>
  findings
    .map(
      ({ place, rule, message, hint }) =>
        `${place?.file}:${place ? at(place) : ""} ${rule}: ${message}${hint ? `; ${hint}` : ""}\n`,
    )
    .join("");

describe("cases", () => {
  it.each(readdirSync("test/cases"))("%s", async (name) => {
    const folder = `test/cases/${name}`;
    const findings: Finding[] = [];
    const report = (finding: Finding): void => void findings.push(finding);
    const located = readYaml("figures.yaml", readFileSync(`${folder}/figures.yaml`, "utf8"), report);
    if (!located) throw new Error("figures.yaml cannot be read");
    const units = new Map<string, UnitKind>([...Object.entries(standardUnits), ["case", "count"]]);
    const templates = readdirSync(folder)
      .filter((file) => file.endsWith(".md.hbs"))
      .map(
        (file): Template => ({
          file,
          name: file.replace(/^\d+-|\.md\.hbs$/g, ""),
          text: readFileSync(`${folder}/${file}`, "utf8"),
        }),
      );
    const document = compose(
      {
        issue: "2019",
        dataFile: "figures.yaml",
        publication: {
          period: 2019,
          date: "2020-04",
          title: { en: "Title" },
          issuer: { en: "Issuer" },
          editions: [["en"]],
        },
        places: new Map(),
        figures: readFigures(located, [], units, report),
        units,
        relations: [],
        errata: [],
        corrections: [],
        glossary: [],
        accepted: [],
        resting: [],
        languages: new Map([
          [
            "en",
            {
              language: english,
              file: "language.yaml",
              templates,
              place: () => ({ file: "language.yaml", line: 1, column: 1 }),
            },
          ],
        ]),
        charts: new Map(),
        images: new Map([["harbour", harbour]]),
        style: {} as Style,
        faces: [],
      },
      "en",
      report,
    );
    expect(document && documentSchema.parse(JSON.parse(JSON.stringify(document)))).toStrictEqual(document);
    await expect(document ? shown(document) : "").toMatchFileSnapshot(`cases/${name}/document.txt`);
    await expect(shownFindings(sortFindings(findings))).toMatchFileSnapshot(`cases/${name}/findings.txt`);
  });
});
