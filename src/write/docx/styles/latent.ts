import { tag } from "../markup.ts";

/** Word's own styles that stay in view: the rest waits out of sight until it is used (ECMA-376 §17.7.4.5). */
const shown: readonly (readonly [name: string, priority: number])[] = [
  ["Normal", 0],
  ["Title", 10],
  ["Subtitle", 11],
  ["Strong", 22],
  ["Emphasis", 20],
  ["Quote", 29],
  ["caption", 35],
  ...Array.from({ length: 9 }, (_, index) => [`heading ${index + 1}`, 9] as const),
  ["Body Text", 1],
  ["Body Text First Indent", 1],
  ["List Bullet", 36],
  ["List Number", 36],
];

/** Number of styles that Word 2016 and later know. */
const count = 376;

export const latentStyles = (): string =>
  tag(
    "w:latentStyles",
    {
      "w:defLockedState": 0,
      "w:defUIPriority": 99,
      "w:defSemiHidden": 0,
      "w:defUnhideWhenUsed": 0,
      "w:defQFormat": 0,
      "w:count": count,
    },
    ...shown.map(([name, priority]) =>
      tag("w:lsdException", { "w:name": name, "w:uiPriority": priority, "w:qFormat": 1 }),
    ),
    ...Array.from({ length: 9 }, (_, index) =>
      tag("w:lsdException", {
        "w:name": `toc ${index + 1}`,
        "w:semiHidden": 1,
        "w:uiPriority": 39,
        "w:unhideWhenUsed": 1,
      }),
    ),
    ...["header", "footer", "footnote text", "footnote reference", "table of figures", "Placeholder Text"].map((name) =>
      tag("w:lsdException", { "w:name": name, "w:semiHidden": 1, "w:unhideWhenUsed": 1 }),
    ),
  );
