import { readFile, stat } from "node:fs/promises";
import type { Report } from "../../model/finding.ts";
import type { FinishedText } from "../../model/finished.ts";
import { withoutContents } from "./contents.ts";
import { Unreadable } from "./package.ts";
import { readPlain } from "./plain.ts";
import type { ReadBlocks } from "./remark.ts";

/** Largest finished file that is read, in bytes. */
const maxBytes = 200_000_000;

/** Most paragraphs, heads and rows of one file. */
const maxBlocks = 60_000;
/** Most numbers in digits of one file. */
const maxNumbers = 200_000;
/** Most of them in one paragraph, head or row. */
const maxInBlock = 5_000;

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const decode = (bytes: Uint8Array): string => {
  const encoding = startsWith(bytes, 0xff, 0xfe) ? "utf-16le" : startsWith(bytes, 0xfe, 0xff) ? "utf-16be" : "utf-8";
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable("it is neither PDF nor DOCX, nor text in UTF-8 or UTF-16: save it as one of these");
  }
  if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text))
    throw new Unreadable("it is neither PDF, DOCX nor plain text");
  return text;
};

/** Reads by what a file is, whatever its name says. */
const readBlocks = async (bytes: Uint8Array): Promise<ReadBlocks> => {
  if (bytes.length === 0) throw new Unreadable("it is empty");
  // ISO 32000-1 annex H: the header may stand within the first 1024 bytes.
  if (Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) return (await import("./pdf.ts")).readPdf(bytes);
  if (startsWith(bytes, 0x50, 0x4b)) return (await import("./docx.ts")).readDocx(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new Unreadable("it is locked with a password or in Word's old format: save it as DOCX without a password");
  return { blocks: readPlain(decode(bytes)), remarks: [] };
};

/**
 * Reads a finished document, made by anyone: PDF, DOCX or plain text. `name` is what findings call it.
 *
 * Reports `unreadable-file`; then there is no text. `alternative-lost` and `page-without-text` say what was not read as
 * it should be.
 */
export const readFinished = async (path: string, name: string, report: Report): Promise<FinishedText | undefined> => {
  const place = { file: name, line: 1, column: 1 };
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw new Unreadable(`it has ${size} bytes; ${maxBytes} are read at most`);
    const read = await readBlocks(await readFile(path));
    const blocks = withoutContents(read.blocks);
    if (blocks.length > maxBlocks)
      throw new Unreadable(`it has ${blocks.length} paragraphs; ${maxBlocks} are read at most`);
    const counts = blocks.map(({ text }) => text.match(/\p{Nd}+/gu)?.length ?? 0);
    const numbers = counts.reduce((sum, count) => sum + count, 0);
    const longest = Math.max(...counts, 0);
    if (longest > maxInBlock)
      throw new Unreadable(`one of its paragraphs has ${longest} numbers; ${maxInBlock} are compared at most`);
    if (numbers > maxNumbers) throw new Unreadable(`it has ${numbers} numbers; ${maxNumbers} are compared at most`);
    if (blocks.length === 0) throw new Unreadable("it holds no text");
    for (const { rule, message } of read.remarks)
      report({ severity: "warning", rule, message: `${name}: ${message}`, place });
    return { file: name, blocks };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    report({ severity: "error", rule: "unreadable-file", message: `${name} cannot be read: ${error.message}`, place });
    return undefined;
  }
};
