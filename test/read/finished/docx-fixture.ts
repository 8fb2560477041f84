import { strToU8, zipSync } from "fflate";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file of the given parts, as any program makes them: body, and further parts by name. */
export const docxOf = (
  body: string,
  parts: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Uint8Array =>
  zipSync({
    ...Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])),
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, strToU8(`<w:${name} ${w}>${xml}</w:${name}>`)]),
    ),
  });

export const run = (text: string, properties = ""): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, style = ""): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;
