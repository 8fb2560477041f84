import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** What offices do to a Word file. */

type Parts = Record<string, Uint8Array>;

const changed = (bytes: Uint8Array, by: (parts: Parts) => void): Uint8Array => {
  const parts = unzipSync(bytes);
  by(parts);
  return zipSync(parts);
};

const stories = ["word/document.xml", "word/footnotes.xml"];

/** The stories with their markup changed. */
export const inMarkup = (bytes: Uint8Array, by: (markup: string) => string): Uint8Array =>
  changed(bytes, (parts) => {
    for (const path of stories) if (parts[path]) parts[path] = strToU8(by(strFromU8(parts[path])));
  });

/** Replaces what stands in the document exactly once. */
export const replaced = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  changed(bytes, (parts) => {
    const markup = strFromU8(parts["word/document.xml"] as Uint8Array);
    if (markup.split(from).length !== 2) throw new Error(`"${from}" stands ${markup.split(from).length - 1} times`);
    parts["word/document.xml"] = strToU8(markup.replace(from, () => to));
  });

export const withoutBinding = (bytes: Uint8Array): Uint8Array =>
  inMarkup(bytes, (markup) => markup.replace(/<w:dataBinding [^>]*\/>/g, ""));

export const withoutTags = (bytes: Uint8Array): Uint8Array =>
  inMarkup(bytes, (markup) => markup.replace(/<w:(tag|lock) [^>]*\/>/g, ""));

export const withoutList = (bytes: Uint8Array): Uint8Array =>
  changed(bytes, (parts) => {
    for (const path of Object.keys(parts)) if (path.startsWith("customXml/")) delete parts[path];
    const links = "word/_rels/document.xml.rels";
    parts[links] = strToU8(strFromU8(parts[links] as Uint8Array).replace(/<Relationship [^>]*customXml[^>]*\/>/g, ""));
    const types = "[Content_Types].xml";
    parts[types] = strToU8(strFromU8(parts[types] as Uint8Array).replace(/<Override [^>]*customXml[^>]*\/>/g, ""));
  });

export const flattened = (bytes: Uint8Array): Uint8Array =>
  inMarkup(bytes, (markup) =>
    markup.replace(
      /<w:sdt><w:sdtPr>(?:(?!<\/w:sdtPr>|docPartObj).)*<\/w:sdtPr><w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/g,
      "$1",
    ),
  );

export const withoutBookmarks = (bytes: Uint8Array): Uint8Array =>
  inMarkup(bytes, (markup) => markup.replace(/<w:bookmark(Start|End) [^>]*\/>/g, ""));

/** A figure's new text in all its places and in the list, as Word does it. */
export const retyped = (bytes: Uint8Array, key: string, from: string, to: string): Uint8Array =>
  changed(bytes, (parts) => {
    const name = key.replaceAll(".", "\\.");
    const list = strFromU8(parts["customXml/item1.xml"] as Uint8Array);
    parts["customXml/item1.xml"] = strToU8(list.replace(new RegExp(`(<f:${name} [^>]*>)${from}<`, "g"), `$1${to}<`));
    const markup = strFromU8(parts["word/document.xml"] as Uint8Array);
    parts["word/document.xml"] = strToU8(
      markup
        .split("<w:sdt>")
        .map((piece) => (piece.includes(`w:val="${key}"`) ? piece.replace(`>${from}<`, `>${to}<`) : piece))
        .join("<w:sdt>"),
    );
  });

/** A file with a part that unpacks to far more than its size. */
export const swollen = (bytes: Uint8Array): Uint8Array =>
  changed(bytes, (parts) => {
    parts["word/media/large.bin"] = new Uint8Array(70_000_000);
  });
