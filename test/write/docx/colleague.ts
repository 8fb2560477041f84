import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parseXml } from "./package.ts";

/** What a colleague does to a Word file, and what LibreOffice makes of it. */

const office = ((): string | undefined => {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return "soffice";
  } catch {
    if (process.env.CI) throw new Error("soffice is not installed");
    return undefined;
  }
})();
export const hasOffice = office !== undefined;

export type Edit = {
  /** Words of a sentence, and what they become. */
  readonly replace: readonly [string, string];
  /** A figure's new text, typed into its first control: Word brings it to the list and from there to its other places. */
  readonly figure: { readonly key: string; readonly text: string };
  /** A comment on the paragraph in which a block begins. */
  readonly comment: { readonly bookmark: string; readonly text: string };
};

const once = (text: string, from: string | RegExp, to: string | ((match: string) => string)): string => {
  const result = text.replace(from, to as string);
  if (result === text) throw new Error(`nothing to change: ${from}`);
  return result;
};

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The file as Word saves it after the edit. */
export const asColleague = (bytes: Uint8Array, { replace, figure, comment }: Edit): Uint8Array => {
  const files = unzipSync(bytes);
  const change = (path: string, by: (markup: string) => string): void => {
    files[path] = strToU8(by(strFromU8(files[path] as Uint8Array)));
  };
  const path = `/f:figures[1]/f:${figure.key}[1]`;
  let old = "";
  change("customXml/item1.xml", (list) =>
    once(list, new RegExp(`(<f:${figure.key.replaceAll(".", "\\.")} [^>]*>)([^<]*)`), (match) => {
      const at = match.indexOf(">") + 1;
      old = match.slice(at);
      return match.slice(0, at) + figure.text;
    }),
  );
  change("word/document.xml", (markup) => {
    const sentence = once(markup, replace[0], replace[1]);
    const bound = sentence
      .split("<w:sdt>")
      .map((piece) => (piece.includes(`w:xpath="${path}"`) ? piece.replace(`>${old}<`, `>${figure.text}<`) : piece))
      .join("<w:sdt>");
    const mark = new RegExp(`<w:bookmarkStart w:name="${comment.bookmark}" w:id="\\d+"/>`);
    const begun = once(bound, mark, (match) => `${match}<w:commentRangeStart w:id="0"/>`);
    const start = begun.indexOf('<w:commentRangeStart w:id="0"/>');
    const end = begun.indexOf("</w:p>", start);
    const reference = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>';
    return begun.slice(0, end) + reference + begun.slice(end);
  });
  files["word/comments.xml"] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments ${w}><w:comment w:id="0" w:author="A colleague" w:initials="C"><w:p><w:r><w:t>${comment.text}</w:t></w:r></w:p></w:comment></w:comments>`,
  );
  if (!strFromU8(files["[Content_Types].xml"] as Uint8Array).includes("/word/comments.xml"))
    change("[Content_Types].xml", (types) =>
      once(
        types,
        "</Types>",
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
      ),
    );
  change("word/_rels/document.xml.rels", (links) =>
    links.includes('Target="comments.xml"')
      ? links
      : once(
          links,
          "</Relationships>",
          '<Relationship Id="rIdComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
        ),
  );
  return zipSync(files);
};

const convert = async (bytes: Uint8Array, to: string, ending: string): Promise<Uint8Array> => {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  try {
    writeFileSync(join(folder, "file.docx"), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, "out");
    await promisify(execFile)(office as string, [
      profile,
      "--headless",
      "--convert-to",
      to,
      "--outdir",
      out,
      join(folder, "file.docx"),
    ]);
    return readFileSync(join(out, `file.${ending}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The file opened in LibreOffice and saved again as a Word file. */
export const saveInOffice = (bytes: Uint8Array): Promise<Uint8Array> => convert(bytes, "docx:MS Word 2007 XML", "docx");

const text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

/** The outline as LibreOffice has it: level and words of every head. */
export const openOffice = async (bytes: Uint8Array): Promise<readonly (readonly [number, string])[]> => {
  const flat = parseXml(strFromU8(await convert(bytes, "fodt", "fodt")));
  return [...flat.getElementsByTagNameNS(text, "h")].map((head) => [
    Number(head.getAttributeNS(text, "outline-level")),
    (head.textContent ?? "").trim(),
  ]);
};
