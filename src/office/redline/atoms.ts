import { childOf, element, elementsOf, isElement, textOf, valOf, walk, type XmlElement, type XmlNode } from "../xml.ts";

/** The smallest stretch of a paragraph that stays, goes or comes as a whole: words, a printed figure, a field, a drawing. */
export type Atom = {
  /** The same for atoms that show the same. */
  readonly key: string;
  /** Words in one format, which may be divided further; of a printed figure too, which may not. */
  readonly text?: string;
  readonly format: string;
  /** Bookmarks and other marks that stand before it. */
  readonly lead: readonly XmlNode[];
  /** The link that it stands in, without content. */
  readonly link?: XmlElement;
  /** Its runs, for a revision. */
  readonly runs: readonly XmlElement[];
  /** What stands there when nothing changed; without it, its runs. */
  readonly whole?: readonly XmlNode[];
  readonly kind: "words" | "figure" | "field" | "fence" | "note" | "drawing" | "other";
  /** Number of a note; name of a figure's control. */
  readonly name?: string;
};

export type AtomReading = {
  /** An element as a text that is the same for the same content. */
  readonly print: (node: XmlNode) => string;
  /** The name of a note by its number. */
  readonly note: (number: string) => string;
  /** Whether a mark is taken along. */
  readonly keeps: (mark: XmlElement) => boolean;
};

const fieldType = (run: XmlElement): string | undefined => childOf(run, "w:fldChar")?.attributes["w:fldCharType"];

/** Runs and what stands among them, links opened. */
type Flat = { readonly node: XmlElement; readonly link?: XmlElement };

const flatten = (children: readonly XmlNode[], link?: XmlElement): readonly Flat[] =>
  children.filter(isElement).flatMap((node): readonly Flat[] => {
    if (node.name === "w:hyperlink") return flatten(node.children, { ...node, children: [] });
    return [link ? { node, link } : { node }];
  });

/** Where the field that begins at an index ends; `undefined` when it runs beyond its paragraph or link. */
const fieldEnd = (flat: readonly Flat[], start: number): number | undefined => {
  let depth = 0;
  for (let index = start; index < flat.length; index++) {
    const { node, link } = flat[index] as Flat;
    if (link !== flat[start]?.link) return undefined;
    const type = fieldType(node);
    if (type === "begin") depth++;
    if (type === "end" && --depth === 0) return index;
  }
  return undefined;
};

const textElement = (text: string): XmlElement => element("w:t", { "xml:space": "preserve" }, [text]);

/** A run of words. */
export const wordRun = (properties: XmlElement | undefined, text: string): XmlElement =>
  element("w:r", {}, [...(properties ? [properties] : []), textElement(text)]);

export const isFigure = (node: XmlElement): boolean =>
  node.name === "w:sdt" && childOf(childOf(node, "w:sdtPr"), "w:dataBinding") !== undefined;

/** The atoms of a paragraph, words still in the stretches of their format; what stands before nothing comes last. */
export const atomsOf = (
  paragraph: XmlElement,
  { print, note, keeps }: AtomReading,
): { readonly atoms: readonly Atom[]; readonly tail: readonly XmlNode[] } => {
  const flat = flatten(paragraph.children.filter((child) => isElement(child) && child.name !== "w:pPr"));
  const atoms: Atom[] = [];
  let lead: XmlNode[] = [];
  const add = (
    link: XmlElement | undefined,
    atom: Omit<Atom, "lead" | "link" | "key" | "format"> & { readonly key: string; readonly format?: string },
  ): void => {
    const around = link ? print(link) : "";
    const format = `${around}|${atom.format ?? ""}`;
    atoms.push({ ...atom, key: `${format}|${atom.key}`, format, lead, ...(link && { link }) });
    lead = [];
  };
  const addRun = (run: XmlElement, link: XmlElement | undefined): void => {
    const properties = childOf(run, "w:rPr");
    const format = properties ? print(properties) : "";
    for (const child of elementsOf(run)) {
      if (child.name === "w:rPr") continue;
      const runs = [element("w:r", {}, [...(properties ? [properties] : []), child])];
      if (child.name === "w:t") {
        const text = textOf(child);
        if (text !== "") add(link, { kind: "words", key: text, text, format, runs });
      } else if (child.name === "w:footnoteReference") {
        const name = child.attributes["w:id"] ?? "";
        add(link, { kind: "note", key: `note ${note(name)}`, format, runs, name });
      } else if (child.name === "w:fldChar" || child.name === "w:instrText")
        add(link, { kind: "fence", key: print(child), format, runs });
      else {
        const drawing = child.name === "w:drawing" || child.name === "mc:AlternateContent";
        add(link, { kind: drawing ? "drawing" : "other", key: print(child), format, runs });
      }
    }
  };
  for (let index = 0; index < flat.length; index++) {
    const { node, link } = flat[index] as Flat;
    if (node.name.startsWith("w:bookmark")) {
      if (keeps(node)) lead.push(node);
    } else if (node.name === "w:fldSimple") lead.push(node);
    else if (isFigure(node)) {
      const runs = elementsOf(childOf(node, "w:sdtContent") ?? node);
      const properties = runs[0] && childOf(runs[0], "w:rPr");
      const text = runs.map(textOf).join("");
      const name = valOf(childOf(node, "w:sdtPr"), "w:tag") ?? "";
      add(link, {
        kind: "figure",
        key: text,
        text,
        format: properties ? print(properties) : "",
        runs,
        whole: [node],
        name,
      });
    } else if (node.name === "w:r" && fieldType(node) === "begin") {
      const end = fieldEnd(flat, index);
      if (end === undefined) addRun(node, link);
      else {
        const runs = flat.slice(index, end + 1).map((one) => one.node);
        add(link, { kind: "field", key: runs.map(print).join(""), runs });
        index = end;
      }
    } else if (node.name === "w:r") addRun(node, link);
    else add(link, { kind: "other", key: print(node), runs: [], whole: [node] });
  }
  return { atoms: asWholeCharts(atoms), tail: lead };
};

/** The name of the chart that a drawing is a panel of: `chart:sales:2` → `chart:sales`. */
const chartOf = ({ kind, runs }: Atom): string | undefined => {
  if (kind !== "drawing" || !runs[0]) return undefined;
  const name = [...walk(runs[0])].find((node) => node.name === "wp:docPr")?.attributes.name;
  return name?.startsWith("chart:") ? name.replace(/^(chart:[^:]*):\d+$/, "$1") : undefined;
};

/** The panels of a chart change together: a picture of it shows them all. */
const asWholeCharts = (atoms: readonly Atom[]): readonly Atom[] => {
  const names = atoms.map(chartOf);
  if (names.every((name) => name === undefined)) return atoms;
  return atoms.map((atom, index) => {
    const name = names[index];
    if (name === undefined) return atom;
    return {
      ...atom,
      key: `${index}|${atoms
        .filter((_, other) => names[other] === name)
        .map(({ key }) => key)
        .join("|")}`,
    };
  });
};

/** What a paragraph shows, whether words are typed or printed from figures, and however they are divided into runs. */
export const printOf = (atoms: readonly Atom[]): string => {
  let print = "";
  let format: string | undefined;
  for (const atom of atoms) {
    if (atom.text !== undefined && format === atom.format) print += atom.text;
    else print += `\n${atom.key}`;
    format = atom.text === undefined ? undefined : atom.format;
  }
  return print;
};
