import type { IPropertiesOptions } from "docx";
import { titleOf } from "../../model/edition.ts";
import { escapeXml } from "../../model/xml.ts";
import { tag, xmlPart } from "./markup.ts";
import { visibleText } from "./visible-text.ts";
import type { Volume } from "./volume.ts";

/** docProps/core.xml (ISO 29500-2 §11): title, issuer, language, and the date of publication, never that of the clock. */
export const coreProperties = ({ edition }: Volume): string => {
  const date = `${edition.created.toISOString().slice(0, 19)}Z`;
  const [first] = edition.parts;
  const text = (name: string, content: string): string => tag(name, {}, escapeXml(visibleText(content)));
  const time = (name: string): string => tag(name, { "xsi:type": "dcterms:W3CDTF" }, date);
  return xmlPart(
    tag(
      "cp:coreProperties",
      {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      },
      text("dc:title", edition.parts.map((part) => titleOf(part, edition.origin)).join(" / ")),
      text("dc:creator", edition.parts.map((part) => part.document.issuer).join(" / ")),
      text("dc:language", first.document.lang),
      text("cp:lastModifiedBy", first.document.issuer),
      tag("cp:revision", {}, "1"),
      ...(edition.origin.withErrors ? [tag("cp:contentStatus", {}, "Draft")] : []),
      time("dcterms:created"),
      time("dcterms:modified"),
    ),
  );
};

/** What a program can read of the file's origin: issue, edition, release, hash of the data (ECMA-376 part 1 §22.3). */
export const customProperties = ({ edition }: Volume): NonNullable<IPropertiesOptions["customProperties"]> => {
  const { dataSha256, release, withErrors } = edition.origin;
  return [
    { name: "whitepaper.issue", value: edition.issue },
    { name: "whitepaper.edition", value: edition.id },
    { name: "whitepaper.release", value: release },
    ...(withErrors ? [{ name: "whitepaper.draft", value: "with errors" }] : []),
    { name: "whitepaper.data.sha256", value: dataSha256 },
  ];
};
