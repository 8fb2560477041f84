import { escapeXml } from "../../model/xml.ts";
import type { Job, JobUnit } from "../job.ts";
import type { Code } from "../unit.ts";
import { type CodeWriter, contentXml } from "./content.ts";

/**
 * XLIFF 2.0 (OASIS Standard, 2014): one segment a unit, codes as <ph> and <pc>. What a stale unit was made from stands in
 * notes; lengths in the size restriction module.
 */

const states = { missing: "initial", stale: "initial", translated: "translated" } as const;
const pairTypes: Readonly<Record<string, string>> = {
  emphasis: 'type="fmt" subType="xlf:i"',
  strong: 'type="fmt" subType="xlf:b"',
  link: 'type="link"',
};

const codes = (unit: string, shown: Job["shown"]): CodeWriter => ({
  alone: (code) => {
    const text = escapeXml(shown(unit, code));
    const type = code.kind === "break" ? 'type="fmt" subType="xlf:lb"' : 'type="other"';
    return `<ph id="${escapeXml(code.id)}" ${type} canCopy="no" canDelete="no" equiv="${text}" disp="${text}"/>`;
  },
  open: (code: Code) =>
    `<pc id="${escapeXml(code.id)}" ${pairTypes[code.id.split(":")[0] ?? ""] ?? 'type="other"'} canCopy="no" canDelete="no">`,
  close: () => "</pc>",
});

const unitXml = ({ id, state, source, target, previous, notes, limit }: JobUnit, { shown }: Job): string => {
  const write = codes(id, shown);
  const said = [
    ...notes.map(({ about, text }) => [about, text] as const),
    ...(previous === undefined ? [] : [["previous-source", previous] as const]),
  ];
  const room = limit === undefined ? "" : ` slr:sizeRestriction="${limit}"`;
  const sub = state === "stale" ? ' subState="whitepaper:stale"' : "";
  return [
    `    <unit id="${escapeXml(id)}"${room}>`,
    "      <notes>",
    ...said.map(([category, text]) => `        <note category="${category}">${escapeXml(text)}</note>`),
    "      </notes>",
    `      <segment state="${states[state]}"${sub}>`,
    `        <source xml:space="preserve">${contentXml(source, write)}</source>`,
    `        <target xml:space="preserve">${contentXml(target, write)}</target>`,
    "      </segment>",
    "    </unit>",
  ].join("\n");
};

export const writeXliff2 = (job: Job): string => {
  const hasLimits = job.units.some(({ limit }) => limit !== undefined);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"',
    `  xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" srcLang="${job.source}" trgLang="${job.target}">`,
    `  <file id="${escapeXml(job.name)}" original="${escapeXml(job.original)}">`,
    ...(hasLimits ? ['    <slr:profiles generalProfile="xliff:codepoints"/>'] : []),
    ...job.units.map((unit) => unitXml(unit, job)),
    "  </file>",
    "</xliff>",
  ].join("\n")}\n`;
};
