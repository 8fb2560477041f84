import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, expect, it } from "vitest";
import type { Finding } from "../../../src/model/finding.ts";
import { readFinished } from "../../../src/read/finished/index.ts";
import { run as command } from "../../command.ts";
import { docxOf, paragraph, run } from "./docx-fixture.ts";
import { pdfOf } from "./pdf-fixture.ts";

/** Broken and hostile files are told of in words for their owner; none of them ends the program. */

const folder = mkdtempSync(join(tmpdir(), "unreadable-"));
afterAll(() => rmSync(folder, { recursive: true }));

const good = docxOf(paragraph(run("Text.")));
const deep = (depth: number): string =>
  `${"<w:sdt><w:sdtContent>".repeat(depth)}${paragraph(run("x"))}${"</w:sdtContent></w:sdt>".repeat(depth)}`;
const zipped = (xml: string): Uint8Array => zipSync({ "word/document.xml": strToU8(xml) });
const pdf = pdfOf([[{ x: 72, y: 700, text: "Text." }]]);
const locked = Buffer.from(
  Buffer.from(pdf)
    .toString("latin1")
    .replace(
      "/Root 1 0 R",
      "/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >> /ID [<00><00>]",
    ),
  "latin1",
);

const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ["an empty file", new Uint8Array(), /it is empty/],
  ["a text of spaces", strToU8(" \n \n"), /holds no text/],
  ["a text in another encoding", new Uint8Array([0xd6, 0xd0, 0xb9, 0xfa, 0xff]), /UTF-8 or UTF-16/],
  ["a program", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]), /neither PDF/],
  ["an old Word file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /old format/],
  ["a torn ZIP file", good.slice(0, good.length / 2), /ZIP structure is broken/],
  ["a ZIP file of something else", zipSync({ "a.txt": strToU8("a") }), /no Word document/],
  ["XML that is not well-formed", zipped("<w:document><w:body>"), /not well-formed|no Word document/],
  ["XML with entities", zipped('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'), /declares entities/],
  ["XML nested without end", docxOf(deep(3000)), /holds no text/],
  ["a torn PDF", pdf.slice(0, 200), /is broken/],
  ["a PDF of nothing", strToU8("%PDF-1.7\nnothing"), /is broken/],
  ["a locked PDF", locked, /password|broken/],
  ["a paragraph of numbers without end", strToU8("1 ".repeat(6_000)), /has 6000 numbers; 5000 are compared/],
  [
    "a text of numbers without end",
    strToU8(`${"1 ".repeat(4_000)}.\n\n`.repeat(51)),
    /204000 numbers; 200000 are compared/,
  ],
  ["a scanned PDF", pdfOf([[], []]), /pictures of pages/],
];

it.each(cases)("%s", async (name, bytes, message) => {
  const path = join(folder, name.replaceAll(" ", "-"));
  writeFileSync(path, bytes);
  const findings: Finding[] = [];
  const text = await readFinished(path, name, (finding) => findings.push(finding));
  expect(text === undefined).toBe(true);
  expect(findings).toEqual([
    expect.objectContaining({ rule: "unreadable-file", severity: "error", place: { file: name, line: 1, column: 1 } }),
  ]);
  expect(findings[0]?.message).toMatch(message);
});

it("text in UTF-16 and with a byte order mark is text", async () => {
  const path = join(folder, "utf16.txt");
  writeFileSync(path, Buffer.from("\uFEFF共有15家企业。", "utf16le"));
  const text = await readFinished(path, "utf16.txt", (finding) => expect(finding).toBeUndefined());
  expect(text?.blocks.map((block) => block.text)).toEqual(["共有15家企业。"]);
});

it("PDF is read where the library's native canvas is not installed, without a word about it", async () => {
  const files = ["one.pdf", "other.pdf"].map((name) => join(folder, name));
  for (const file of files) writeFileSync(file, pdfOf([[{ x: 72, y: 700, text: "There were 15 companies." }]]));
  const without = { NODE_OPTIONS: `--require ${resolve("test/read/finished/no-canvas.cjs")}` };
  const { code, stderr } = await command(["agree", ...files, "--languages", "zh,en"], without);
  // What takes a while is told with its seconds.
  expect(stderr.replace(/^ *\d+\.\d s .*\n/gm, "")).toBe("1 pair compared, 1 number agrees; no findings\n");
  expect(code).toBe(0);
});
