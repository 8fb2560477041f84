import { type Edition, titleOf } from "../../../model/edition.ts";
import { escapeXml } from "../../../model/xml.ts";

/** A standard that a file names as its own, in a schema of XMP; properties by name. */
export type Claim = {
  readonly prefix: string;
  readonly namespace: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Of a schema that PDF/A does not know (ISO 19005-2 §6.6.2.3): its name, and what its properties say. */
  readonly extension?: {
    readonly schema: string;
    readonly properties: readonly (readonly [name: string, type: string, description: string])[];
  };
};

/** What a file says about itself. */
export type Metadata = {
  readonly title: string;
  /** Title by BCP 47 tag. */
  readonly titles: readonly (readonly [string, string])[];
  readonly authors: readonly string[];
  readonly languages: readonly string[];
  readonly created: Date;
  /** Standards that the file keeps to. */
  readonly claims: readonly Claim[];
};

/** Name of the program as files carry it. */
export const producer = "whitepaper (pdfmake 0.3.11)";

/** What an edition says about itself in a file that keeps to standards. */
export const metadataOf = ({ parts, created, origin }: Edition, claims: readonly Claim[]): Metadata => ({
  title: parts.map((part) => titleOf(part, origin)).join(" / "),
  titles: parts.map((part) => [part.language.language, titleOf(part, origin)]),
  authors: parts.map(({ document }) => document.issuer),
  languages: parts.map(({ language }) => language.language),
  created,
  claims,
});

/** 2020-04-26T00:00:00Z */
const isoTime = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

const list = (kind: "Seq" | "Bag", items: readonly string[]): string =>
  `<rdf:${kind}>${items.map((item) => `<rdf:li>${escapeXml(item)}</rdf:li>`).join("")}</rdf:${kind}>`;

const description = (prefix: string, namespace: string, body: string): string =>
  `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${body}</rdf:Description>`;

const claimed = ({ prefix, namespace, properties }: Claim): string =>
  description(
    prefix,
    namespace,
    Object.entries(properties)
      .map(([name, value]) => `<${prefix}:${name}>${escapeXml(value)}</${prefix}:${name}>`)
      .join(""),
  );

const pdfa = "http://www.aiim.org/pdfa/ns";
const resource = (body: string): string => `<rdf:li rdf:parseType="Resource">${body}</rdf:li>`;

/** Explains the schemas of claims that PDF/A does not know. */
const extensionSchemas = (claims: readonly Claim[]): readonly string[] => {
  const schemas = claims.flatMap(({ prefix, namespace, extension }) => {
    if (!extension) return [];
    const properties = extension.properties.map(([name, type, words]) =>
      resource(
        `<pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType>` +
          `<pdfaProperty:category>internal</pdfaProperty:category>` +
          `<pdfaProperty:description>${escapeXml(words)}</pdfaProperty:description>`,
      ),
    );
    return [
      resource(
        `<pdfaSchema:schema>${escapeXml(extension.schema)}</pdfaSchema:schema>` +
          `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>` +
          `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>` +
          `<pdfaSchema:property><rdf:Seq>${properties.join("")}</rdf:Seq></pdfaSchema:property>`,
      ),
    ];
  });
  if (schemas.length === 0) return [];
  return [
    `<rdf:Description rdf:about="" xmlns:pdfaExtension="${pdfa}/extension/" xmlns:pdfaSchema="${pdfa}/schema#" ` +
      `xmlns:pdfaProperty="${pdfa}/property#"><pdfaExtension:schemas><rdf:Bag>${schemas.join("")}</rdf:Bag>` +
      `</pdfaExtension:schemas></rdf:Description>`,
  ];
};

/** The XMP descriptions of a file (ISO 16684-1), in agreement with its information dictionary. */
export const xmp = (metadata: Metadata, id: Buffer): string => {
  const { title, titles, authors, languages, created, claims } = metadata;
  const time = isoTime(created);
  const uuid = id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "uuid:$1-$2-$3-$4-$5");
  const alternatives = [["x-default", title] as const, ...titles]
    .map(([language, text]) => `<rdf:li xml:lang="${language}">${escapeXml(text)}</rdf:li>`)
    .join("");
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
    description("pdf", "http://ns.adobe.com/pdf/1.3/", `<pdf:Producer>${escapeXml(producer)}</pdf:Producer>`),
    description("xmpMM", "http://ns.adobe.com/xap/1.0/mm/", `<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID>`),
    ...claims.map(claimed),
    ...extensionSchemas(claims),
  ].join("\n");
};
