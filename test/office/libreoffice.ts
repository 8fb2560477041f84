import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { elementsOf, isElement, parseXml, walk, type XmlElement, type XmlNode } from "../../src/office/xml.ts";

/** LibreOffice as a second judge of tracked changes: driven through its own interface, which needs Python's module `uno`. */

const python = ((): string | undefined => {
  for (const name of ["/usr/bin/python3", "python3"])
    try {
      execFileSync(name, ["-c", "import uno"], { stdio: "ignore" });
      execFileSync("soffice", ["--version"], { stdio: "ignore" });
      return name;
    } catch {}
  if (process.env.CI) throw new Error("LibreOffice or python3-uno is not installed");
  return undefined;
})();
export const hasOffice = python !== undefined;

export type Job = { readonly command: "Accept" | "Reject" | ""; readonly bytes: Uint8Array };

/** What is left of each file, as flat ODF. */
export const inOffice = async (jobs: readonly Job[]): Promise<readonly string[]> => {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  try {
    const calls = jobs.map(({ command, bytes }, index) => {
      const file = join(folder, `${index}.docx`);
      writeFileSync(file, bytes);
      return `${command}:${file}:${join(folder, `${index}.fodt`)}`;
    });
    const script = join(import.meta.dirname, "libreoffice.py");
    await promisify(execFile)(python as string, [script, "soffice", join(folder, "profile"), ...calls]);
    return jobs.map((_, index) => readFileSync(join(folder, `${index}.fodt`), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Marks of tracked changes, numbers of notes and text alternatives are no words of the page. */
const silent = new Set(["text:tracked-changes", "text:note-citation", "svg:desc", "svg:title"]);
/** What has paragraphs of its own, which are told where it stands. */
const inside = new Set(["text:note", "draw:frame", "draw:custom-shape", "text:tracked-changes"]);

const words = (node: XmlNode): string => {
  if (!isElement(node)) return node;
  if (node.name === "text:s") return " ".repeat(Number(node.attributes["text:c"] ?? 1));
  if (node.name === "text:tab") return "\t";
  if (silent.has(node.name)) return "";
  if (node.name === "draw:frame") return "[picture]";
  const text = node.children.map(words).join("");
  return node.name === "text:note" ? `[${text.trim()}]` : text;
};

/** What the file says, a line a paragraph: words, [picture] for each picture, notes where they are called; empty lines left out. */
export const linesOf = (flat: string): readonly string[] => {
  const lines: string[] = [];
  const visit = (node: XmlElement): void => {
    for (const child of elementsOf(node)) {
      if (child.name === "text:p" || child.name === "text:h") lines.push(`${child.name} ${words(child).trim()}`.trim());
      else if (!inside.has(child.name)) visit(child);
    }
  };
  const text = [...walk(parseXml("flat", flat))].find(({ name }) => name === "office:text");
  if (text) visit(text);
  return lines.filter((line) => line.includes(" "));
};
