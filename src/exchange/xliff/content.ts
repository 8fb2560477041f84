import { escapeXml } from "../../model/xml.ts";
import type { Code, Content } from "../unit.ts";

/** How one version of XLIFF writes codes. */
export type CodeWriter = {
  /** A code that stands alone. */
  readonly alone: (code: Code) => string;
  readonly open: (code: Code) => string;
  readonly close: (code: Code) => string;
};

/** A content as the content of <source> or <target>. Nothing is indented: white space is text there. */
export const contentXml = (content: Content, { alone, open, close }: CodeWriter): string =>
  content
    .map((part) => {
      if (typeof part === "string") return escapeXml(part);
      if (part.kind === "open") return open(part);
      return part.kind === "close" ? close(part) : alone(part);
    })
    .join("");

/** What a recorded text says, its codes as codes again: `{patents.total}`. Those of pairs stand alone here. */
export const recordedContent = (says: string): Content => {
  const content: (string | Code)[] = [];
  let end = 0;
  for (const match of says.matchAll(/\{(\/?)([\w.:-]+)\}/g)) {
    if (match.index > end) content.push(says.slice(end, match.index));
    end = match.index + match[0].length;
    content.push({
      type: "code",
      kind: "value",
      id: `${match[1] ? "end-" : ""}${match[2]}`,
      source: match[0],
      start: match.index,
      end,
    });
  }
  if (end < says.length) content.push(says.slice(end));
  return content;
};
