import type { Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import { all, attribute, childrenOf, namespaces, openPackage, type Package, parseXml, value } from "./package.ts";

/** What the Open XML SDK does not see and Word stumbles over. Each fault as a sentence; none for a sound file. */

const stories = ({ files }: Package): readonly string[] =>
  Object.keys(files).filter((path) =>
    /^word\/(document|footnotes|endnotes|header\d+|footer\d+|comments)\.xml$/.test(path),
  );

const doubles = (items: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const item of items) (seen.has(item) ? twice : seen).add(item);
  return [...twice];
};

const elements = (file: Package, name: string): readonly Element[] =>
  stories(file).flatMap((path) => all(file.xml(path), name));

const ids = (file: Package, name: string, id: string): readonly string[] =>
  elements(file, name).flatMap((element) => attribute(element, id) ?? []);

/** Ids of controls, paragraphs, drawings and bookmarks are given once. */
const doubleIds = (file: Package): readonly string[] => [
  ...doubles(elements(file, "w:sdtPr").flatMap((one) => childrenOf(one, "w:id").flatMap((id) => value(id) ?? []))).map(
    (id) => `two controls have the id ${id}`,
  ),
  ...doubles(ids(file, "w:p", "w14:paraId")).map((id) => `two paragraphs have the id ${id}`),
  ...doubles(ids(file, "wp:docPr", "id")).map((id) => `two drawings have the id ${id}`),
  ...doubles(ids(file, "w:bookmarkStart", "w:id")).map((id) => `two bookmarks have the id ${id}`),
  ...doubles(ids(file, "w:bookmarkStart", "w:name")).map((name) => `two bookmarks are called ${name}`),
];

const bookmarks = (file: Package): readonly string[] => {
  const ends = ids(file, "w:bookmarkEnd", "w:id");
  return [
    ...elements(file, "w:bookmarkStart").flatMap((start) => {
      const name = attribute(start, "w:name") ?? "";
      return [
        ...(ends.includes(attribute(start, "w:id") ?? "") ? [] : [`the bookmark ${name} has no end`]),
        ...(/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name) ? [] : [`Word refuses the bookmark name "${name}"`]),
      ];
    }),
  ];
};

/** Fields open, separate and close, one inside the other, within their story. */
const fields = (file: Package): readonly string[] =>
  stories(file).flatMap((path) => {
    const faults: string[] = [];
    const open: string[] = [];
    for (const mark of all(file.xml(path), "w:fldChar")) {
      const type = attribute(mark, "w:fldCharType");
      if (attribute(mark, "w:dirty")) faults.push(`a field in ${path} is dirty`);
      if (type === "begin") open.push("begin");
      else if (type === "separate" && open.at(-1) === "begin") open[open.length - 1] = "separate";
      else if (type === "end" && open.length > 0) open.pop();
      else faults.push(`a field in ${path} has a ${type} without a begin`);
    }
    if (open.length > 0) faults.push(`${open.length} fields in ${path} are not closed`);
    return faults;
  });

/** REF, PAGEREF, links and contents lead to bookmarks that are there. */
const targets = (file: Package): readonly string[] => {
  const names = new Set(ids(file, "w:bookmarkStart", "w:name"));
  const wanted = [
    ...ids(file, "w:hyperlink", "w:anchor"),
    ...elements(file, "w:instrText").flatMap((one) => {
      const instruction = one.textContent ?? "";
      const reference = /^\s*(?:REF|PAGEREF)\s+(\S+)/.exec(instruction)?.[1];
      const scope = /^\s*TOC\s.*\\b\s+(\S+)/.exec(instruction)?.[1];
      return [reference, scope].filter((name) => name !== undefined);
    }),
  ];
  return [...new Set(wanted)].filter((name) => !names.has(name)).map((name) => `there is no bookmark ${name}`);
};

const styles = (file: Package): readonly string[] => {
  const sheet = file.xml("word/styles.xml");
  const known = new Set(all(sheet, "w:style").map((style) => attribute(style, "w:styleId") ?? ""));
  const used = ["w:pStyle", "w:rStyle", "w:tblStyle"].flatMap((name) =>
    elements(file, name).map((one) => value(one) ?? ""),
  );
  const related = ["w:basedOn", "w:next", "w:link"].flatMap((name) => all(sheet, name).map((one) => value(one) ?? ""));
  return [
    ...[...new Set([...used, ...related])].filter((id) => !known.has(id)).map((id) => `there is no style ${id}`),
    ...doubles(all(sheet, "w:style").map((style) => attribute(style, "w:styleId") ?? "")).map(
      (id) => `two styles have the id ${id}`,
    ),
    ...doubles(all(sheet, "w:name").map((name) => value(name) ?? "")).map((name) => `two styles are called ${name}`),
  ];
};

/** A cell ends with a paragraph. */
const cells = (file: Package): readonly string[] =>
  elements(file, "w:tc")
    .filter((cell) => childrenOf(cell).at(-1)?.localName !== "p")
    .map(() => "a cell does not end with a paragraph");

/** Relationships lead to parts that are there; a workbook is a workbook, and holds what the chart shows. */
const parts = (file: Package): readonly string[] =>
  Object.keys(file.files)
    .filter((path) => path.endsWith(".rels"))
    .flatMap((path) => {
      const folder = path.replace(/_rels\/[^/]+$/, "");
      return [...file.xml(path).getElementsByTagName("Relationship")].flatMap((link) => {
        const target = link.getAttribute("Target") ?? "";
        if (link.getAttribute("TargetMode") === "External") return [];
        const full = new URL(target, `file:///${folder}`).pathname.slice(1);
        return file.files[full] ? [] : [`${path} leads to ${full}, which is not there`];
      });
    });

const workbooks = (file: Package): readonly string[] =>
  Object.entries(file.files)
    .filter(([path]) => path.endsWith(".xlsx"))
    .flatMap(([path, bytes]) => {
      try {
        const sheet = unzipSync(bytes)["xl/worksheets/sheet1.xml"];
        return sheet && parseXml(strFromU8(sheet)).documentElement?.namespaceURI === namespaces.x
          ? []
          : [`${path} has no sheet`];
      } catch {
        return [`${path} is no workbook`];
      }
    });

/** Every part of markup is well-formed, and every control finds its text in the list of figures. */
const markup = (file: Package): readonly string[] =>
  Object.keys(file.files)
    .filter((path) => /\.(xml|rels)$/.test(path))
    .flatMap((path) => {
      try {
        file.xml(path);
        return [];
      } catch (error) {
        return [`${path}: ${(error as Error).message.split("\n")[0]}`];
      }
    });

const bindings = (file: Package): readonly string[] => {
  const bound = elements(file, "w:dataBinding");
  if (bound.length === 0) return [];
  const entries = new Map<string, string | null>();
  const counts = new Map<string, number>();
  for (const entry of childrenOf(file.xml("customXml/item1.xml").documentElement as Element)) {
    counts.set(entry.nodeName, (counts.get(entry.nodeName) ?? 0) + 1);
    entries.set(`/f:figures[1]/${entry.nodeName}[${counts.get(entry.nodeName)}]`, entry.textContent);
  }
  return bound.flatMap((binding) => {
    const id = attribute(binding, "w:xpath") ?? "";
    const control = binding.parentNode?.parentNode as Element;
    const shown = all(control, "w:t")
      .map((one) => one.textContent)
      .join("");
    const tag = childrenOf(binding.parentNode as Element, "w:tag")[0];
    return [
      ...(entries.get(id) === shown
        ? []
        : [`the control of ${id} shows "${shown}", its entry says "${entries.get(id)}"`]),
      ...((value(tag) ?? "").length <= 64 ? [] : [`the tag ${value(tag)} is longer than 64 characters`]),
    ];
  });
};

export const lint = (bytes: Uint8Array): readonly string[] => {
  const file = openPackage(bytes);
  const broken = markup(file);
  if (broken.length > 0) return broken;
  return [doubleIds, bookmarks, fields, targets, styles, cells, parts, workbooks, bindings].flatMap((rule) =>
    rule(file),
  );
};
