import type { PdfFile } from "../reader/file.ts";
import { hexOf, isArray, isStream, isString, nameOf, textOf } from "../reader/object.ts";
import { decode } from "../reader/stream.ts";
import { namespaces, readXmp, type Xmp } from "../reader/xmp.ts";
import type { Rule } from "../rule.ts";

/** The XMP of a file; `undefined` where there is none that can be read. */
export const xmpOf = (file: PdfFile): Xmp | undefined => {
  const metadata = file.get(file.get(file.trailer, "Root"), "Metadata");
  const bytes = isStream(metadata) ? decode(file, metadata) : undefined;
  return bytes && readXmp(bytes);
};

/** D:20200401000000Z as 2020-04-01T00:00:00Z. */
const isoDate = (text: string | undefined): string | undefined =>
  text?.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z.*$/, "$1-$2-$3T$4:$5:$6Z");

/** What the information dictionary and the XMP say differently (ISO 19005-2 §6.6.3, ISO 15930-7). */
const disagreements = (file: PdfFile, xmp: Xmp): readonly string[] => {
  const info = file.get(file.trailer, "Info");
  const said = (key: string) => textOf(file.get(info, key));
  const { dc, xmp: basic, pdf, xmpMM } = namespaces;
  const ids = file.get(file.trailer, "ID");
  const id = isArray(ids) && isString(ids[0]) ? hexOf(ids[0].bytes) : undefined;
  const pairs: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ["the title", said("Title"), xmp.languages(dc, "title").get("x-default")],
    ["the author", said("Author"), xmp.items(dc, "creator").join("; ")],
    ["the producer", said("Producer"), xmp.text(pdf, "Producer")],
    ["the creator", said("Creator"), xmp.text(basic, "CreatorTool")],
    ["the date of creation", isoDate(said("CreationDate")), xmp.text(basic, "CreateDate")],
    ["the date of change", isoDate(said("ModDate")), xmp.text(basic, "ModifyDate")],
    ["Trapped", nameOf(file.get(info, "Trapped")), xmp.text(pdf, "Trapped")],
    ["the identity", id, xmp.text(xmpMM, "DocumentID")?.replace(/^uuid:|-/g, "")],
  ];
  return pairs.flatMap(([what, left, right]) =>
    left === right ? [] : [`${what} is "${left ?? ""}" in the file and "${right ?? ""}" in its XMP`],
  );
};

/** A file says one thing of itself, to everybody. */
export const identityRules: readonly Rule<PdfFile>[] = [
  {
    rule: "pdf-metadata",
    breaches: (file) => {
      const xmp = xmpOf(file);
      const faults = xmp ? disagreements(file, xmp) : ["the file has no XMP that can be read"];
      return faults.map((message) => ({ message }));
    },
  },
  {
    rule: "pdf-encrypted",
    breaches: (file) => (file.get(file.trailer, "Encrypt") === null ? [] : [{ message: "the file is encrypted" }]),
  },
];
