import { escapeXml } from "../../model/xml.ts";
import type { Job, JobUnit } from "../job.ts";
import type { Code } from "../unit.ts";
import { type CodeWriter, contentXml, recordedContent } from "./content.ts";

/**
 * XLIFF 1.2 (OASIS Standard, 2008), strict. Codes are <x id equiv-text> and <g id>, which every tool knows: other elements
 * are text to some. A unit that is not translated has the words of the source as its target and says so in its state: tools
 * that know no states take a unit without <target> for none.
 */

const states = { missing: "needs-translation", stale: "needs-adaptation", translated: "translated" } as const;

const pairTypes: Readonly<Record<string, string>> = { emphasis: "italic", strong: "bold", link: "link" };
const aloneTypes: Readonly<Record<string, string>> = { break: "lb" };

const codeType = ({ kind, id }: Code): string => {
  const [name = ""] = id.split(":");
  return kind === "open" ? (pairTypes[name] ?? `x-${name}`) : (aloneTypes[kind] ?? `x-${kind}`);
};

const codes = (unit: string, shown: Job["shown"]): CodeWriter => ({
  alone: (code) =>
    `<x id="${escapeXml(code.id)}" ctype="${codeType(code)}" equiv-text="${escapeXml(shown(unit, code))}"/>`,
  open: (code) => `<g id="${escapeXml(code.id)}" ctype="${codeType(code)}">`,
  close: () => "</g>",
});

const unitXml = ({ id, state, source, target, previous, notes, limit, place }: JobUnit, { shown }: Job): string => {
  const write = codes(id, shown);
  const room = limit === undefined ? "" : ` maxwidth="${limit}" size-unit="char"`;
  const approved = state === "translated" ? "yes" : "no";
  const earlier = (content: string): readonly string[] => [
    '        <alt-trans alttranstype="previous-version">',
    `          <source>${content}</source>`,
    `          <target>${contentXml(target, write)}</target>`,
    "        </alt-trans>",
  ];
  return [
    `      <trans-unit id="${escapeXml(id)}" approved="${approved}" xml:space="preserve"${room}>`,
    `        <source>${contentXml(source, write)}</source>`,
    `        <target state="${states[state]}">${contentXml(target, write)}</target>`,
    ...(place
      ? [
          '        <context-group purpose="location">',
          `          <context context-type="sourcefile">${escapeXml(place.file)}</context>`,
          `          <context context-type="linenumber">${place.line}</context>`,
          "        </context-group>",
        ]
      : []),
    ...notes.map(({ about, text }) => `        <note from="${about}">${escapeXml(text)}</note>`),
    ...(previous === undefined ? [] : earlier(contentXml(recordedContent(previous), { ...write, alone: earlierCode }))),
    "      </trans-unit>",
  ].join("\n");
};

const earlierCode = ({ id, source }: Code): string => `<x id="${escapeXml(id)}" equiv-text="${escapeXml(source)}"/>`;

/** The tool as a file names it. */
export type Tool = { readonly name: string; readonly version: string };

export const writeXliff1 = (job: Job, tool: Tool): string => {
  const file = [
    `original="${escapeXml(job.original)}"`,
    `source-language="${job.source}"`,
    `target-language="${job.target}"`,
    'datatype="plaintext"',
    `tool-id="${tool.name}"`,
    `product-name="${tool.name}"`,
    `product-version="${escapeXml(job.issue)}"`,
  ];
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  <file ${file.join(" ")}>`,
    "    <header>",
    `      <tool tool-id="${tool.name}" tool-name="${tool.name}" tool-version="${escapeXml(tool.version)}"/>`,
    "    </header>",
    "    <body>",
    ...job.units.map((unit) => unitXml(unit, job)),
    "    </body>",
    "  </file>",
    "</xliff>",
  ].join("\n")}\n`;
};
