import type { Edition } from "../../model/edition.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] as string);

/** What a file says about itself. */
export type Metadata = {
  readonly title: string;
  /** Title by BCP 47 tag. */
  readonly titles: readonly (readonly [string, string])[];
  readonly authors: readonly string[];
  readonly languages: readonly string[];
  readonly created: Date;
};

/** Name of the program as files carry it. */
export const producer = "whitepaper (pdfmake 0.3.11)";

export const metadataOf = ({ parts, created }: Edition): Metadata => ({
  title: parts.map(({ document }) => document.title).join(" / "),
  titles: parts.map(({ document, language }) => [language.language, document.title]),
  authors: parts.map(({ document }) => document.issuer),
  languages: parts.map(({ language }) => language.language),
  created,
});

/** 2020-04-26T00:00:00Z */
const isoTime = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

const list = (kind: "Seq" | "Bag", items: readonly string[]): string =>
  `<rdf:${kind}>${items.map((item) => `<rdf:li>${escaped(item)}</rdf:li>`).join("")}</rdf:${kind}>`;

/** The XMP descriptions of a file (ISO 16684-1), in agreement with its information dictionary. */
export const xmp = (metadata: Metadata, id: Buffer): string => {
  const { title, titles, authors, languages, created } = metadata;
  const time = isoTime(created);
  const uuid = id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "uuid:$1-$2-$3-$4-$5");
  const alternatives = [["x-default", title] as const, ...titles]
    .map(([language, text]) => `<rdf:li xml:lang="${language}">${escaped(text)}</rdf:li>`)
    .join("");
  const description = (prefix: string, namespace: string, body: string) =>
    `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${body}</rdf:Description>`;
  return [
    description(
      "dc",
      "http://purl.org/dc/elements/1.1/",
      `<dc:format>application/pdf</dc:format><dc:title><rdf:Alt>${alternatives}</rdf:Alt></dc:title>` +
        `<dc:creator>${list("Seq", authors)}</dc:creator><dc:language>${list("Bag", languages)}</dc:language>`,
    ),
    description(
      "xmp",
      "http://ns.adobe.com/xap/1.0/",
      `<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>` +
        `<xmp:MetadataDate>${time}</xmp:MetadataDate><xmp:CreatorTool>whitepaper</xmp:CreatorTool>`,
    ),
    description("pdf", "http://ns.adobe.com/pdf/1.3/", `<pdf:Producer>${escaped(producer)}</pdf:Producer>`),
    description("xmpMM", "http://ns.adobe.com/xap/1.0/mm/", `<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID>`),
  ].join("\n");
};
