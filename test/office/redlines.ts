import { expect } from "vitest";
import type { Block, Section } from "../../src/model/document.ts";
import { gaps } from "../../src/office/proof.ts";
import { type ChartPicture, type RedlineOptions, type RedlineResult, redline } from "../../src/office/redline/index.ts";
import { writeDocx } from "../../src/write/docx/index.ts";
import { judge } from "../write/docx/judges.ts";
import { edition, english, noPages, part, section } from "../write/docx/make.ts";
import { all, attribute, openPackage } from "../write/docx/package.ts";

/** Redlines of small publications, each held to all that must be true of any. */

export const author = { author: "Statistics Office", date: new Date("2031-05-06T07:08:09.123Z") };

const revisions = [
  "w:ins",
  "w:del",
  "w:moveFrom",
  "w:moveTo",
  "w:pPrChange",
  "w:rPrChange",
  "w:sectPrChange",
  "w:tcPrChange",
  "w:tblPrChange",
  "w:tblGridChange",
  "w:trPrChange",
];

/** What must hold for every redline. */
export const sound = async (bytes: Uint8Array): Promise<void> => {
  expect(await judge(bytes)).toEqual([]);
  const file = openPackage(bytes);
  const ids: string[] = [];
  for (const path of Object.keys(file.files)) {
    if (!/^word\/(document|footnotes|header\d+|footer\d+)\.xml$/.test(path)) continue;
    const root = file.xml(path);
    expect([...all(root, "w:moveFrom"), ...all(root, "w:moveTo")]).toHaveLength(0);
    for (const name of ["w:ins", "w:del"])
      for (const one of all(root, name))
        for (const inside of ["w:ins", "w:del", "w:sdt", "w:dataBinding", "w:lock"])
          expect(all(one, inside), `${inside} in ${name}`).toHaveLength(0);
    // Nor does a revision stand in a control that is bound or locked.
    for (const control of all(root, "w:sdt"))
      if (all(control, "w:dataBinding").length > 0)
        for (const name of ["w:ins", "w:del"]) expect(all(control, name)).toHaveLength(0);
    for (const name of [...revisions, "w:bookmarkStart"])
      for (const one of all(root, name)) ids.push(attribute(one, "w:id") ?? "");
  }
  expect(new Set(ids).size).toBe(ids.length);
};

export const proved = async (
  before: Uint8Array,
  after: Uint8Array,
  options: Partial<RedlineOptions> = {},
): Promise<RedlineResult> => {
  const made = redline(before, after, { ...author, ...options });
  expect(gaps(before, after, made.bytes)).toEqual([]);
  await sound(made.bytes);
  return made;
};

export const fileOf = (sections: readonly Section[], more: Parameters<typeof part>[2] = {}): Promise<Uint8Array> =>
  writeDocx(edition([part(english, sections, more)]), noPages, () => {});

export const chapter = (children: readonly Block[]): readonly Section[] => [section("one", "First", children)];

/** The revisions of a story, in order: "-17.36万件", "+17.37万件", "-¶", "+row". */
export const revisionsIn = (bytes: Uint8Array, path = "word/document.xml"): readonly string[] => {
  const root = openPackage(bytes).xml(path);
  return [...root.getElementsByTagName("*")].flatMap((node) => {
    const sign = node.nodeName === "w:ins" ? "+" : node.nodeName === "w:del" ? "-" : undefined;
    if (sign) {
      const around = node.parentNode?.nodeName;
      if (around === "w:trPr") return [`${sign}row`];
      if (around === "w:rPr") return [`${sign}¶`];
      const drawings = all(node as never, "w:drawing").length;
      const notes = all(node as never, "w:footnoteReference").length;
      return [
        `${sign}${(node.textContent ?? "").replaceAll("\u200B", "")}${drawings ? "[drawing]" : ""}${notes ? "[note]" : ""}`,
      ];
    }
    return /Change$/.test(node.nodeName) ? [node.nodeName] : [];
  });
};

/** The redline of two small publications: its revisions. */
export const changes = async (before: readonly Block[], after: readonly Block[]): Promise<readonly string[]> => {
  const [old, own] = await Promise.all([before, after].map((blocks) => fileOf(chapter(blocks))));
  return revisionsIn((await proved(old as Uint8Array, own as Uint8Array)).bytes);
};

export const chartPicture = (): ChartPicture => ({
  png: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  ),
  width: 400,
  height: 200,
});
