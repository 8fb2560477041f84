import { lstat, readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Report } from "../../model/finding.ts";
import { openSide, type Side } from "../../office/side.ts";
import { Unreadable } from "../../office/unreadable.ts";
import { elementsOf, textOf } from "../../office/xml.ts";
import { UsageError } from "../project.ts";

/** A Word file that comes back from an office: what it says of itself. */
export type EditedFile = {
  /** As it was given on the command line. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly side: Side;
  /** What it was made as, as far as no program took it out. */
  readonly issue?: string;
  readonly edition?: string;
  readonly release?: string;
  readonly dataSha256?: string;
};

const mostBytes = 256_000_000;

const propertiesOf = (side: Side): ReadonlyMap<string, string> => {
  const root = side.root("docProps/custom.xml");
  return new Map((root ? elementsOf(root) : []).map((one) => [one.attributes.name ?? "", textOf(one)]));
};

/**
 * Reads a Word file. Reports `unreadable-file`, after which there is none.
 *
 * @throws UsageError when it is not there
 */
export const openEdited = async (file: string, report: Report): Promise<EditedFile | undefined> => {
  const stat = await lstat(file).catch(() => {
    throw new UsageError(`cannot read ${file}`);
  });
  const place = { file, line: 1, column: 1 };
  const fault = (message: string): undefined =>
    void report({
      severity: "error",
      rule: "unreadable-file",
      message: `${basename(file)} cannot be read: ${message}`,
      place,
    });
  if (!stat.isFile() && !stat.isSymbolicLink()) return fault("it is no file");
  if (stat.size > mostBytes) return fault("it is larger than any Word file that this tool makes");
  try {
    const bytes = new Uint8Array(await readFile(file));
    const side = openSide(bytes);
    side.root("word/document.xml");
    const properties = propertiesOf(side);
    const say = (name: string, member: string) => {
      const text = properties.get(`whitepaper.${name}`);
      return text === undefined ? {} : { [member]: text };
    };
    return {
      name: file,
      bytes,
      side,
      ...say("issue", "issue"),
      ...say("edition", "edition"),
      ...say("release", "release"),
      ...say("data.sha256", "dataSha256"),
    };
  } catch (error) {
    if (error instanceof Unreadable) return fault(error.message);
    throw error;
  }
};
