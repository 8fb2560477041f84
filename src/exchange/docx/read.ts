import type { Element, Node } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import type { Report } from "../../model/finding.ts";
import type { RuleName } from "../../model/rules/index.ts";
import { type Returned, type ReturnedUnit, tidied } from "../taking/returned.ts";
import { allOf, childrenOf, isFault, readXml } from "../xml.ts";
import { numberedContent } from "./codes.ts";

/** Largest document that is read, unpacked, in bytes. */
const maxBytes = 64_000_000;

/** What tracked changes took away, and what holds no text. */
const skipped = new Set(["del", "moveFrom", "pPr", "rPr", "sdtPr", "instrText", "delText"]);

/** The text of a paragraph as it reads with all tracked changes accepted. */
const textOf = (node: Node): string => {
  if (node.nodeType !== 1) return "";
  const name = (node as Element).localName ?? "";
  if (skipped.has(name)) return "";
  if (name === "t") return node.textContent ?? "";
  if (name === "tab" || name === "br" || name === "cr") return " ";
  if (name === "noBreakHyphen") return "\u2011";
  return [...node.childNodes].map(textOf).join("");
};

const paragraphsIn = (cell: Element | undefined): readonly string[] => (cell ? allOf(cell, "p").map(textOf) : []);
const tagIn = (text: string | undefined): string | undefined => /\(([A-Za-z0-9-]+)\)\s*$/.exec(text ?? "")?.[1];

const documentOf = (bytes: Uint8Array): Element | undefined => {
  try {
    let isLarge = false;
    const { "word/document.xml": part } = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== "word/document.xml") return false;
        isLarge = originalSize > maxBytes;
        return !isLarge;
      },
    });
    const root = part && readXml(strFromU8(part));
    return root && !isFault(root) ? root : undefined;
  } catch {
    return undefined;
  }
};

/** A row of the table: its unit, by name and fingerprint of its source, and what the cells say. */
const unitOf = (row: Element, file: string, line: number): ReturnedUnit | undefined => {
  const [left, right] = childrenOf(row, "tc");
  const [name = "", source = ""] = paragraphsIn(left);
  const [, id, print] = /^\s*([\w.:-]+)\s*·\s*([0-9a-f]{10})\b/.exec(name) ?? [];
  if (id === undefined || print === undefined || !right) return undefined;
  const target = tidied(numberedContent(paragraphsIn(right).join(" ")));
  return {
    id,
    source: tidied(numberedContent(source)),
    target: target.length > 0 ? target : undefined,
    isHalf: false,
    isDone: false,
    place: { file, line, column: 1 },
    numbered: print,
  };
};

/**
 * A Word table as it came back; tracked changes count as accepted. A place's line counts paragraphs. Reports
 * `foreign-format` for what is no such table.
 */
export const readTable = (file: string, bytes: Uint8Array, report: Report): Returned | undefined => {
  const fault = (rule: RuleName, message: string, hint: string): undefined =>
    void report({ severity: "error", rule, message, place: { file, line: 1, column: 1 }, hint });
  const root = documentOf(bytes);
  if (!root)
    return fault(
      "foreign-format",
      `${file} is no Word document that can be read`,
      "save it as .docx, not as .doc or .odt",
    );
  const paragraphs = new Map(allOf(root, "p").map((paragraph, index) => [paragraph, index + 1] as const));
  const rows = allOf(root, "tr");
  const [titles] = rows;
  const [from, to] = titles ? childrenOf(titles, "tc").map((cell) => paragraphsIn(cell)[0]) : [];
  const units = rows.flatMap((row) => {
    const [first] = allOf(childrenOf(row, "tc")[1] ?? row, "p");
    return unitOf(row, file, (first && paragraphs.get(first)) ?? 1) ?? [];
  });
  if (units.length === 0)
    return fault(
      "foreign-format",
      `${file} has no table of units`,
      "import the document that translate export --docx wrote",
    );
  return { file, format: "DOCX", sourceLanguage: tagIn(from), targetLanguage: tagIn(to), units };
};
