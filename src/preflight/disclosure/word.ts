import { DOMParser, type Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import type { Note } from "../breach.ts";

/** Tracked changes (ECMA-376 part 1 §17.13.5): insertions, deletions, moves, and what was formatted otherwise. */
const revision = /^(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|numberingChange|[a-z]+PrChange|.*RangeStart)$/i;
const rangeStart = /^(?:move(?:From|To)|customXml(?:Ins|Del|MoveFrom|MoveTo))RangeStart$/;
const commentParts = /^word\/(?:comments\w*|people)\.xml$/;
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const isOn = (element: Element): boolean => !["0", "false", "off"].includes(element.getAttribute("w:val") ?? "");

const isRevision = ({ localName, namespaceURI }: Element): boolean => {
  const name = localName ?? "";
  if (namespaceURI !== word || !revision.test(name)) return false;
  return !/RangeStart$/.test(name) || rangeStart.test(name);
};

/** Hidden text (§17.3.2.41): of runs and of styles. The mark of a run-in head's paragraph hides nothing (specVanish, §17.3.2.36). */
const isHidden = (element: Element): boolean => {
  if (element.namespaceURI !== word || element.localName !== "vanish" || !isOn(element)) return false;
  const properties = element.parentNode as Element | null;
  const holder = properties?.parentNode as Element | null;
  return holder?.localName !== "pPr";
};

/** What a Word file would tell that its publisher did not mean to publish. */
export const checkWordFile = (bytes: Uint8Array, note: Note): void => {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^word\/.*\.xml$/.test(name) });
  for (const [name, part] of Object.entries(parts)) {
    if (commentParts.test(name)) {
      note({ rule: "release-comment", message: `it holds comments (${name})` });
      continue;
    }
    const root = new DOMParser({ onError: () => {} }).parseFromString(strFromU8(part), "text/xml").documentElement;
    const elements = root ? [...root.getElementsByTagName("*")] : [];
    const tracked = elements.find(isRevision);
    if (tracked)
      note({ rule: "release-revision", message: `it holds tracked changes (${tracked.nodeName} in ${name})` });
    const hidden = elements.find(isHidden);
    if (hidden) {
      const text = (hidden.parentNode?.parentNode as Element | null)?.textContent?.trim() ?? "";
      note({
        rule: "release-hidden-text",
        message: `it holds hidden text (${text === "" ? name : `"${text.slice(0, 40)}"`})`,
      });
    }
  }
};
