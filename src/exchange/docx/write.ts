import { strToU8, zipSync } from "fflate";
import { escapeXml } from "../../model/xml.ts";
import type { Job, JobUnit } from "../job.ts";
import { fingerprint } from "../pairs.ts";
import { type Content, maskedText } from "../unit.ts";
import { codeText, numberedCodes } from "./codes.ts";

/**
 * A job as a Word table for translators without a tool of their own: the source on the left, the translation on the right,
 * one unit a row (ECMA-376, WordprocessingML). Above each source stands the unit's name with the fingerprint of its source,
 * by which it is known again; codes are grey and locked.
 */

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const run = (text: string, properties = ""): string =>
  text === ""
    ? ""
    : `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A code that Word lets nobody edit, and everybody move. */
const locked = (text: string, id: number): string =>
  `<w:sdt><w:sdtPr><w:id w:val="${id}"/><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>${run(text, '<w:rStyle w:val="Code"/>')}</w:sdtContent></w:sdt>`;

const paragraph = (style: string, content: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;
const cell = (width: number, content: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;

/** Widths in twentieths of a point: A4 across with margins of 2 cm. */
const page = { width: 16838, height: 11906, margin: 1134 };
const column = (page.width - 2 * page.margin) / 2;

class Table {
  readonly #job: Job;
  #controls = 0;

  constructor(job: Job) {
    this.#job = job;
  }

  #content(unit: JobUnit, content: Content, numbers: readonly string[]): string {
    return content
      .map((part) =>
        typeof part === "string"
          ? run(part)
          : locked(codeText(part, numbers, this.#job.shown(unit.id, part)), ++this.#controls),
      )
      .join("");
  }

  #row(unit: JobUnit): string {
    const numbers = numberedCodes(unit.source, unit.target);
    const name = `${unit.id} · ${fingerprint(maskedText(unit.source))}`;
    const place = unit.notes.filter(({ about }) => about === "place").map(({ text }) => text);
    const notes = unit.notes.filter(({ about }) => about !== "place").map(({ text }) => paragraph("Note", run(text)));
    const source = [
      paragraph("Unit", run([name, ...place].join(" · "))),
      paragraph("Source", this.#content(unit, unit.source, numbers)),
      ...notes,
    ];
    const target = paragraph(
      unit.state === "translated" ? "Translation" : "Open",
      this.#content(unit, unit.target, numbers),
    );
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(column, source.join(""))}${cell(column, target)}</w:tr>`;
  }

  document(): string {
    const { source, target, original, units } = this.#job;
    const titles = [`Source (${source})`, `Translation (${target})`].map((text) =>
      cell(column, paragraph("Unit", run(text))),
    );
    const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(
      (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`,
    );
    return `${head}<w:document ${w}><w:body>${paragraph("Unit", run(original))}<w:tbl><w:tblPr><w:tblW w:w="${2 * column}" w:type="dxa"/><w:tblBorders>${borders.join("")}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${column}"/><w:gridCol w:w="${column}"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${titles.join("")}</w:tr>${units.map((unit) => this.#row(unit)).join("")}</w:tbl><w:p/><w:sectPr><w:pgSz w:w="${page.width}" w:h="${page.height}" w:orient="landscape"/><w:pgMar w:top="${page.margin}" w:right="${page.margin}" w:bottom="${page.margin}" w:left="${page.margin}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;
  }
}

const style = (id: string, lang: string, more = ""): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="Normal"/><w:rPr>${more}<w:lang w:val="${lang}" w:eastAsia="${lang}"/></w:rPr></w:style>`;

const styles = ({ source, target }: Job): string => {
  const grey = '<w:color w:val="7F7F7F"/><w:sz w:val="14"/>';
  return `${head}<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
    style("Unit", "zxx", `<w:noProof/>${grey}`),
    style("Note", source, grey),
    style("Source", source),
    style("Translation", target),
    style("Open", target, '<w:color w:val="9C0006"/>'),
  ].join(
    "",
  )}<w:style w:type="character" w:customStyle="1" w:styleId="Code"><w:name w:val="Code"/><w:rPr><w:noProof/><w:color w:val="595959"/><w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/></w:rPr></w:style></w:styles>`;
};

const types = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`;
const relations = (type: string, target: string): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

/** Date of the parts of every table: the first that ZIP knows. */
const mtime = new Date(1980, 0, 1);

export const writeTable = (job: Job): Uint8Array => {
  const parts = {
    "[Content_Types].xml": types,
    "_rels/.rels": relations("officeDocument", "word/document.xml"),
    "word/document.xml": new Table(job).document(),
    "word/_rels/document.xml.rels": relations("styles", "styles.xml"),
    "word/styles.xml": styles(job),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime,
    level: 9,
  });
};
