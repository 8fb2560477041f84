import { columnWidth, type TypeStyle } from "../../../model/style.ts";
import type { Setting } from "../setting.ts";
import type { ParagraphStyle } from "./definition.ts";
import type { ParagraphFormat } from "./format.ts";

/** Which head styles a volume needs: levels that have display heads, and levels that have run-in heads. */
export type HeadLevels = { readonly display: ReadonlySet<number>; readonly runIn: ReadonlySet<number> };

/** Deepest level that Word has a heading style for. */
export const deepestHeading = 9;
/** Deepest level that Word has list styles for. */
export const deepestList = 5;

/**
 * Id of the style of a head. Word's own heading of a level belongs to its display heads, and to its run-in heads where
 * it has no others.
 */
export const headingId = (level: number, head: "display" | "run-in", levels: HeadLevels): string => {
  const depth = Math.min(level, deepestHeading);
  return head === "run-in" && levels.display.has(depth) ? `RunInHeading${depth}` : `Heading${depth}`;
};

const ofType = (type: TypeStyle, align: ParagraphFormat["align"], more: Partial<ParagraphFormat> = {}): ParagraphFormat => ({
  before: type.before,
  after: type.after,
  line: type.leading,
  align,
  ...more,
});

/** Body text; on the page grid where the publication has one. */
const bodyFormat = (setting: Setting, more: Partial<ParagraphFormat> = {}): ParagraphFormat => {
  const type = setting.type("body");
  const grid = setting.style.word.grid !== undefined;
  return ofType(type, "both", {
    after: setting.style.paragraph.after[setting.language.script] ?? type.after,
    line: grid ? "auto" : type.leading,
    onGrid: grid,
    ...more,
  });
};

const textStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const body = setting.type("body");
  const quote = setting.type("quote");
  return [
    { id: "Normal", name: "Normal", priority: 0, quick: true, type: body, format: bodyFormat(setting, { align: "left" }) },
    { id: "BodyText", name: "Body Text", priority: 1, quick: true, linked: true, type: body, format: bodyFormat(setting) },
    {
      id: "BodyTextFirstIndent",
      name: "Body Text First Indent",
      based: "BodyText",
      priority: 1,
      quick: true,
      type: body,
      format: bodyFormat(setting, { firstLine: setting.indent }),
    },
    {
      id: "Quote",
      name: "Quote",
      next: "BodyText",
      priority: 29,
      quick: true,
      linked: true,
      type: quote,
      format: ofType(quote, "both", { start: 2 * body.size, end: 2 * body.size }),
    },
    { id: "Header", name: "header", priority: 99, type: setting.type("furniture"), format: furniture(setting) },
    { id: "Footer", name: "footer", priority: 99, type: setting.type("furniture"), format: furniture(setting) },
    {
      id: "FootnoteText",
      name: "footnote text",
      priority: 99,
      linked: true,
      type: setting.type("note"),
      format: ofType(setting.type("note"), "both"),
    },
  ];
};

const furniture = (setting: Setting): ParagraphFormat =>
  ofType(setting.type("furniture"), "left", {
    tab: { position: columnWidth(setting.style), align: "right" },
  });

const titleStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const of = (name: Parameters<Setting["type"]>[0]): TypeStyle => setting.type(name);
  return [
    { id: "Title", name: "Title", next: "Subtitle", priority: 10, quick: true, linked: true, type: of("title"), format: ofType(of("title"), "left") },
    { id: "Subtitle", name: "Subtitle", priority: 11, quick: true, linked: true, type: of("subtitle"), format: ofType(of("subtitle"), "left") },
    { id: "PartTitle", name: "Part Title", own: true, next: "PartSubtitle", priority: 12, type: of("partTitle"), format: ofType(of("partTitle"), "left", { keepNext: true }) },
    { id: "PartSubtitle", name: "Part Subtitle", own: true, next: "BodyText", priority: 12, type: of("partSubtitle"), format: ofType(of("partSubtitle"), "left") },
    { id: "ClosingTitle", name: "Closing Title", own: true, priority: 12, type: of("closing"), format: ofType(of("closing"), "center") },
  ];
};

const headStyles = (setting: Setting, levels: HeadLevels): readonly ParagraphStyle[] => {
  const used = [...levels.display, ...levels.runIn].map((level) => Math.min(level, deepestHeading));
  const deepest = Math.max(3, ...used);
  const styles: ParagraphStyle[] = [];
  for (let level = 1; level <= deepest; level += 1) {
    const runIn: TypeStyle = { ...setting.type("runIn"), after: 0 };
    const display = setting.head(level);
    const common = { priority: 9, quick: true, linked: true, next: "BodyText" };
    const runInFormat = bodyFormat(setting, {
      before: runIn.before,
      after: 0,
      outline: level,
      keepNext: true,
      firstLine: setting.flushFirst ? 0 : setting.indent,
    });
    const onlyRunIn = levels.runIn.has(level) && !levels.display.has(level);
    styles.push({
      id: `Heading${level}`,
      name: `heading ${level}`,
      ...common,
      type: onlyRunIn ? runIn : display,
      format: onlyRunIn
        ? runInFormat
        : ofType(display, "left", { keepNext: true, keepLines: true, pageBreakBefore: level === 1, outline: level }),
    });
    if (levels.runIn.has(level) && levels.display.has(level)) {
      styles.push({
        id: `RunInHeading${level}`,
        name: `Run-in Heading ${level}`,
        own: true,
        ...common,
        type: runIn,
        format: runInFormat,
      });
    }
  }
  return styles;
};

const contentsStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const edge = { position: columnWidth(setting.style), align: "right", leader: "dot" } as const;
  const head = setting.type("contentsHead");
  const entry = (level: number): TypeStyle => setting.type(level === 1 ? "contents" : "contentsRunIn");
  const entryFormat = (level: number): ParagraphFormat =>
    ofType(entry(level), "left", { tab: edge, start: (level - 1) * 2 * setting.type("contents").size });
  return [
    { id: "TOCHeading", name: "TOC Heading", priority: 39, quick: true, type: head, format: ofType(head, "left", { keepNext: true }) },
    ...[1, 2, 3].map((level): ParagraphStyle => ({ id: `TOC${level}`, name: `toc ${level}`, priority: 39, type: entry(level), format: entryFormat(level) })),
    { id: "TableofFigures", name: "table of figures", priority: 99, type: entry(2), format: { ...entryFormat(1), before: 0 } },
  ];
};

/** Where the text of a list item stands behind its mark, in pt. */
export const listIndent = (setting: Setting, level: number): number =>
  (level + 1) * setting.style.list.indent * setting.type("body").size;

const listStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const numbered = (name: string, level: number): string => (level === 0 ? name : `${name} ${level + 1}`);
  return ["List Bullet", "List Number", "List Continue"].flatMap((name) =>
    Array.from({ length: deepestList }, (_, level): ParagraphStyle => {
      const mark = setting.style.list.indent * setting.type("body").size;
      return {
        id: numbered(name, level).replaceAll(" ", ""),
        name: numbered(name, level),
        based: "BodyText",
        priority: 36,
        quick: level === 0,
        type: setting.type("body"),
        format: bodyFormat(setting, {
          start: listIndent(setting, level),
          ...(name === "List Continue" ? {} : { hanging: mark }),
        }),
      };
    }),
  );
};

const figureStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const caption = setting.type("caption");
  const source = setting.type("source");
  const cell = setting.type("table");
  const inCell = (align: ParagraphFormat["align"]): ParagraphFormat => ofType(cell, align);
  const table = { own: true, priority: 38, type: cell };
  return [
    { id: "Caption", name: "caption", priority: 35, quick: true, type: caption, format: ofType(caption, "left", { keepNext: true, keepLines: true }) },
    { id: "Figure", name: "Figure", own: true, next: "FigureNote", priority: 37, quick: true, type: setting.type("body"), format: { before: 6, after: 6, line: "auto", align: "center", keepLines: true } },
    { id: "FigureNote", name: "Figure Note", own: true, priority: 37, quick: true, type: source, format: ofType(source, "left", { keepLines: true }) },
    { id: "TableText", name: "Table Text", ...table, format: inCell("left") },
    { id: "TableTextCenter", name: "Table Text Center", ...table, format: inCell("center") },
    { id: "TableTextEnd", name: "Table Text End", ...table, format: inCell("right") },
  ];
};

/** Every paragraph style of one language. */
export const paragraphStyles = (setting: Setting, levels: HeadLevels): readonly ParagraphStyle[] => [
  ...textStyles(setting),
  ...titleStyles(setting),
  ...headStyles(setting, levels),
  ...contentsStyles(setting),
  ...listStyles(setting),
  ...figureStyles(setting),
];

