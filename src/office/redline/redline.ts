import { shortDigest } from "../../model/word-names.ts";
import type { Side } from "../side.ts";
import { storyPath } from "../side.ts";
import { elementsOf, mapElements, walk, type XmlElement } from "../xml.ts";
import type { AtomReading } from "./atoms.ts";
import type { Story } from "./paragraph.ts";
import { openWork, type RedlineOptions } from "./work.ts";

/** The stories of both files with bookmarks numbered by name, and how they are read. */
const storiesOf = (side: Side, number: (name: string) => string) => {
  const roots = new Map<string, XmlElement>();
  const noteNames = new Map<string, string>();
  const marks = new Set<string>();
  const root = (path: string): XmlElement | undefined => {
    const known = roots.get(path);
    if (known) return known;
    const read = side.root(path);
    if (!read) return undefined;
    const names = new Map(
      [...walk(read)].flatMap(({ name, attributes }) =>
        name === "w:bookmarkStart" ? [[attributes["w:id"] ?? "", attributes["w:name"] ?? ""] as const] : [],
      ),
    );
    const numbered = mapElements(read, (node) => {
      if (node.name !== "w:bookmarkStart" && node.name !== "w:bookmarkEnd") return node;
      const name = names.get(node.attributes["w:id"] ?? "");
      if (name === undefined) return undefined;
      return { ...node, attributes: { ...node.attributes, "w:id": number(name) } };
    }) as XmlElement;
    roots.set(path, numbered);
    return numbered;
  };
  for (const path of side.parts.keys()) {
    if (!storyPath.test(path)) continue;
    // Heads and feet hold no bookmarks; most are the same in both files and need not be read.
    if (!/document|notes/.test(path)) continue;
    for (const node of walk(root(path) as XmlElement))
      if (node.name === "w:bookmarkStart") marks.add(node.attributes["w:id"] ?? "");
  }
  for (const note of elementsOf(root("word/footnotes.xml") ?? { name: "", attributes: {}, children: [] })) {
    const mark = [...walk(note)].find(({ name }) => name === "w:bookmarkStart");
    noteNames.set(note.attributes["w:id"] ?? "", mark?.attributes["w:name"] ?? "");
  }
  return { root, noteNames, marks };
};

export type Redline = ReturnType<typeof openRedline>;

/** One redline while it is made. */
export const openRedline = (before: Side, after: Side, options: RedlineOptions) => {
  const work = openWork(before, after, options);
  const stories = { before: storiesOf(before, work.bookmarkId), after: storiesOf(after, work.bookmarkId) };
  const reading = (side: "before" | "after", path: string): AtomReading => ({
    print: (node) => (side === "before" ? before : after).print(path, node),
    note: (number) => stories[side].noteNames.get(number) ?? "",
    // A mark that both files have stays where the new file has it.
    keeps: ({ attributes }) => side === "after" || !stories.after.marks.has(attributes["w:id"] ?? ""),
  });
  const redline = {
    ...work,
    root: (side: "before" | "after", path: string): XmlElement | undefined => stories[side].root(path),
    /** A printed figure that is no control any more is found again by its bookmark. */
    figureBookmark: (tag: string) => {
      const name = `_wf_${shortDigest(tag)}`;
      const id = work.bookmarkId(name);
      return {
        start: { name: "w:bookmarkStart", attributes: { "w:name": name, "w:id": id }, children: [] },
        end: { name: "w:bookmarkEnd", attributes: { "w:id": id }, children: [] },
      };
    },
    story: (from: string, to: string): Story => ({
      work: redline,
      from,
      to,
      before: reading("before", from),
      after: reading("after", to),
    }),
  };
  return redline;
};
