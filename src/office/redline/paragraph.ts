import { childOf, element, elementsOf, isElement, mapElements, type XmlElement, type XmlNode } from "../xml.ts";
import { type Atom, type AtomReading, atomsOf, printOf } from "./atoms.ts";
import { inRevision } from "./drawing.ts";
import { compared } from "./words.ts";
import type { Work as Package } from "./work.ts";

/** A paragraph's mark: it stays, or it goes or comes with the paragraph. */
export type Mark = "kept" | "removed" | "inserted";

/** The work on the package, and the bookmark by which a printed figure is found that is no control any more. */
export type Work = Package & {
  readonly figureBookmark: (tag: string) => { readonly start: XmlElement; readonly end: XmlElement };
  readonly root: (side: "before" | "after", path: string) => XmlElement | undefined;
  readonly story: (from: string, to: string) => Story;
};

/** A story of the result, and the story of the earlier file that it is compared with. */
export type Story = {
  readonly work: Work;
  readonly from: string;
  readonly to: string;
  readonly before: AtomReading;
  readonly after: AtomReading;
};

const struck: Readonly<Record<string, string>> = { "w:t": "w:delText", "w:instrText": "w:delInstrText" };
const asDeleted = (run: XmlElement): XmlElement =>
  mapElements(run, (node) => {
    const name = struck[node.name];
    return name ? { ...node, name } : node;
  }) as XmlElement;

/** Runs of one format as one run, texts joined. */
const joinedRuns = (nodes: readonly XmlNode[]): readonly XmlNode[] => {
  const result: XmlNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (
      !isElement(node) ||
      node.name !== "w:r" ||
      !last ||
      !isElement(last) ||
      last.name !== "w:r" ||
      !sameFormat(last, node)
    ) {
      result.push(node);
      continue;
    }
    const own = node.children.filter((child) => isElement(child) && child.name !== "w:rPr");
    result[result.length - 1] = { ...last, children: joinedTexts([...last.children, ...own]) };
  }
  return result;
};

const sameFormat = (a: XmlElement, b: XmlElement): boolean =>
  JSON.stringify(childOf(a, "w:rPr")) === JSON.stringify(childOf(b, "w:rPr"));

const joinedTexts = (children: readonly XmlNode[]): readonly XmlNode[] => {
  const result: XmlNode[] = [];
  for (const child of children) {
    const last = result.at(-1);
    const joins =
      isElement(child) && last && isElement(last) && last.name === child.name && /^w:(t|delText)$/.test(child.name);
    if (joins) result[result.length - 1] = { ...last, children: [[...last.children, ...child.children].join("")] };
    else result.push(child);
  }
  return result;
};

type Piece = { readonly link?: XmlElement | undefined; readonly nodes: readonly XmlNode[] };

/** Pieces one behind another, those of one link in one link. */
const assembled = (pieces: readonly Piece[]): readonly XmlNode[] => {
  const result: XmlNode[] = [];
  let open: { link: XmlElement; nodes: XmlNode[] } | undefined;
  const settle = (): void => {
    if (open) result.push({ ...open.link, children: joinedRuns(open.nodes) });
    open = undefined;
  };
  for (const { link, nodes } of pieces) {
    if (!link) {
      settle();
      result.push(...nodes);
    } else if (open && JSON.stringify(open.link) === JSON.stringify(link)) open.nodes.push(...nodes);
    else {
      settle();
      open = { link, nodes: [...nodes] };
    }
  }
  settle();
  return joinedRuns(result);
};

const byLink = (atoms: readonly Atom[]): readonly (readonly Atom[])[] => {
  const groups: Atom[][] = [];
  for (const atom of atoms) {
    const last = groups.at(-1);
    if (last && JSON.stringify(last[0]?.link) === JSON.stringify(atom.link)) last.push(atom);
    else groups.push([atom]);
  }
  return groups;
};

const bookmarksOf = (atom: Atom): readonly XmlNode[] =>
  atom.lead.filter((node) => isElement(node) && node.name.startsWith("w:bookmark"));

/** Atoms as one deletion: unbound, unlocked, out of their controls. */
const removed = ({ work, from, to }: Story, atoms: readonly Atom[]): readonly Piece[] =>
  byLink(atoms).flatMap((group) => {
    const link = group[0]?.link && work.adopt(group[0].link, from, to);
    const runs = group.flatMap((atom) => [...bookmarksOf(atom), ...atom.runs.map((run) => work.adopt(run, from, to))]);
    const struckOut = inRevision(work, "before", runs, to).map((node) => (isElement(node) ? asDeleted(node) : node));
    return revised("w:del", struckOut, link, work);
  });

const revised = (
  name: "w:ins" | "w:del",
  nodes: readonly XmlNode[],
  link: XmlElement | undefined,
  work: Work,
): readonly Piece[] => {
  const hasRuns = nodes.some((node) => isElement(node) && node.name === "w:r");
  return [{ link, nodes: hasRuns ? [element(name, work.revision(), joinedRuns(nodes))] : nodes }];
};

/** Atoms as one insertion; a printed figure in it can be found again by a bookmark. */
const inserted = ({ work, to }: Story, atoms: readonly Atom[]): readonly Piece[] =>
  byLink(atoms).flatMap((group) => {
    const runs = group.flatMap((atom): readonly XmlNode[] => {
      const figure = atom.kind === "figure" && atom.name ? work.figureBookmark(atom.name) : undefined;
      return [...bookmarksOf(atom), ...(figure ? [figure.start, ...atom.runs, figure.end] : atom.runs)];
    });
    return revised("w:ins", inRevision(work, "after", runs, to), group[0]?.link, work);
  });

const kept = (before: readonly Atom[], after: readonly Atom[], work: Work): readonly Piece[] => {
  const olds = before.filter(({ kind }) => kind === "note");
  after
    .filter(({ kind }) => kind === "note")
    .forEach(({ name = "" }, index) => {
      const old = olds[index]?.name;
      if (old !== undefined) work.notes.pairs.set(old, name);
    });
  const marks = before.flatMap(bookmarksOf);
  return [
    ...(marks.length > 0 ? [{ nodes: marks }] : []),
    ...after.map((atom) => ({ link: atom.link, nodes: [...atom.lead, ...(atom.whole ?? atom.runs)] })),
  ];
};

/** Properties of a paragraph: those that it has now, what they were where they changed, and what became of its mark. */
const properties = (
  { work, from, to, before, after }: Story,
  now: XmlElement | undefined,
  then: XmlElement | undefined,
  mark: Mark,
): readonly XmlElement[] => {
  const [own, old] = [now ?? element("w:pPr"), then ?? element("w:pPr")];
  const isPlain = ({ name }: XmlElement): boolean => !["w:rPr", "w:sectPr", "w:pPrChange"].includes(name);
  const [plain, earlier] = [elementsOf(own).filter(isPlain), elementsOf(old).filter(isPlain)];
  const [run, oldRun] = [elementsOf(childOf(own, "w:rPr") ?? own), elementsOf(childOf(old, "w:rPr") ?? old)].map(
    (list, index) => (childOf(index === 0 ? own : old, "w:rPr") ? list : []),
  ) as [readonly XmlElement[], readonly XmlElement[]];
  const isSame = (a: readonly XmlElement[], b: readonly XmlElement[]): boolean =>
    b.map(before.print).join("") === a.map(after.print).join("");
  const change = (name: string, content: XmlElement): XmlElement => element(name, work.revision(), [content]);
  const adopted = (list: readonly XmlElement[]): readonly XmlElement[] => list.map((one) => work.adopt(one, from, to));
  const marks = [
    ...(mark === "inserted" ? [element("w:ins", work.revision())] : []),
    ...(mark === "removed" ? [element("w:del", work.revision())] : []),
    ...run,
    ...(then && !isSame(run, oldRun) ? [change("w:rPrChange", element("w:rPr", {}, adopted(oldRun)))] : []),
  ];
  const section = childOf(own, "w:sectPr");
  const children = [
    ...plain,
    ...(marks.length > 0 ? [element("w:rPr", {}, marks)] : []),
    ...(section ? [section] : []),
    ...(then && !isSame(plain, earlier) ? [change("w:pPrChange", element("w:pPr", {}, adopted(earlier)))] : []),
  ];
  return children.length > 0 ? [element("w:pPr", {}, children)] : [];
};

/** What is said of a paragraph beside its words. `now` and `was`: its properties, where they are not those of its own. */
export type Around = {
  readonly mark?: Mark;
  readonly now?: XmlElement | undefined;
  readonly was?: XmlElement | undefined;
};

const propertiesOf = (paragraph: XmlElement): XmlElement | undefined => childOf(paragraph, "w:pPr");

/** A paragraph that is in both files. */
export const mergedParagraph = (story: Story, old: XmlElement, own: XmlElement, around: Around = {}): XmlElement => {
  const [before, after] = [atomsOf(old, story.before), atomsOf(own, story.after)];
  const same = printOf(before.atoms) === printOf(after.atoms);
  const stretches = same
    ? [{ kind: "same" as const, before: before.atoms, after: after.atoms }]
    : compared(before.atoms, after.atoms);
  const pieces = stretches.flatMap((stretch) =>
    stretch.kind === "same"
      ? kept(stretch.before, stretch.after, story.work)
      : [...removed(story, stretch.before), ...inserted(story, stretch.after)],
  );
  pairLists(story, old, own);
  return element("w:p", {}, [
    ...properties(
      story,
      around.now ?? propertiesOf(own),
      around.was ?? propertiesOf(old) ?? element("w:pPr"),
      around.mark ?? "kept",
    ),
    ...assembled(pieces),
    ...before.tail,
    ...after.tail,
  ]);
};

/** Remembers that two paragraphs stand in the same list. */
const pairLists = ({ work }: Story, old: XmlElement, own: XmlElement): void => {
  const number = (paragraph: XmlElement): string | undefined =>
    childOf(childOf(propertiesOf(paragraph), "w:numPr"), "w:numId")?.attributes["w:val"];
  const [then, now] = [number(old), number(own)];
  if (then !== undefined && now !== undefined && !work.lists.has(then)) work.lists.set(then, now);
};

/** A paragraph that is in the earlier file alone. */
export const removedParagraph = (story: Story, old: XmlElement, around: Around = {}): XmlElement => {
  const { atoms, tail } = atomsOf(old, story.before);
  const own =
    around.now ?? (propertiesOf(old) && story.work.adopt(propertiesOf(old) as XmlElement, story.from, story.to));
  return element("w:p", {}, [
    ...properties(story, own, around.was, around.mark ?? "removed"),
    ...assembled(removed(story, atoms)),
    ...tail,
  ]);
};

/** A paragraph that is in the new file alone. */
export const insertedParagraph = (story: Story, own: XmlElement, around: Around = {}): XmlElement => {
  const { atoms, tail } = atomsOf(own, story.after);
  return element("w:p", {}, [
    ...properties(story, around.now ?? propertiesOf(own), around.was, around.mark ?? "inserted"),
    ...assembled(inserted(story, atoms)),
    ...tail,
  ]);
};
