import type { Bar } from "../../../model/design.ts";
import { columnWidth, type TypeName, type TypeStyle } from "../../../model/style.ts";
import type { Setting } from "../setting.ts";
import type { ParagraphStyle } from "./definition.ts";
import { colourOf, type ParagraphFormat } from "./format.ts";
import { contentsDepth, deepestHeading, type HeadLevels } from "./levels.ts";
import { bodyFormat, ofType } from "./type-format.ts";

/** Room between the bar above a title and its line, pt. */
const barRoom = 4;

/** Cover, inner title and closing page. */
export const titleStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const style = (
    id: string,
    name: string,
    type: TypeName,
    after: number,
    more: Partial<ParagraphStyle> = {},
  ): ParagraphStyle => {
    const of = setting.type(type);
    return { id, name, priority: 10, type: of, format: ofType(of, "left", { after }), ...more };
  };
  const half = (name: TypeName): number => setting.type(name).leading / 2;
  const hair: TypeStyle = { ...setting.type("furniture"), size: 1, leading: 1, before: 0, after: 0 };
  const own = { own: true };
  const { cover, inner } = setting.style;
  const rule = (id: string, name: string, next: string, bar: Bar): ParagraphStyle => ({
    id,
    name,
    own: true,
    priority: 10,
    next,
    type: hair,
    format: ofType(hair, "left", {
      after: bar.below,
      end: columnWidth(setting.style) - bar.length,
      rule: {
        side: "top",
        width: bar.thickness,
        colour: colourOf(setting.style, bar.colour),
        space: barRoom,
      },
    }),
  });
  return [
    style("Title", "Title", "title", half("title"), { next: "Subtitle", quick: true, linked: true }),
    style("Subtitle", "Subtitle", "subtitle", 0, { quick: true, linked: true }),
    style("CoverDate", "Cover Date", "subtitle", half("subtitle"), own),
    style("PartTitle", "Part Title", "partTitle", setting.type("partTitle").after, { ...own, next: "PartSubtitle" }),
    style("PartSubtitle", "Part Subtitle", "partSubtitle", 0, { ...own, next: "BodyText" }),
    style("ClosingTitle", "Closing Title", "closing", 0, own),
    style("ClosingDate", "Closing Date", "closing", setting.type("closing").leading, own),
    rule("TitleRule", "Title Rule", "Title", cover.bar),
    rule("PartTitleRule", "Part Title Rule", "PartTitle", inner.bar),
  ];
};

/** Display and run-in heads by level. */
export const headStyles = (setting: Setting, levels: HeadLevels): readonly ParagraphStyle[] => {
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
      format: onlyRunIn ? runInFormat : ofType(display, "left", { keepNext: true, keepLines: true, outline: level }),
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

/** Contents and lists of figures and tables. */
export const contentsStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const edge = { position: columnWidth(setting.style), align: "right", leader: "dot" } as const;
  const head = setting.type("contentsHead");
  const entry = (level: number): TypeStyle => setting.type(level === 1 ? "contents" : "contentsRunIn");
  const entryFormat = (level: number): ParagraphFormat =>
    ofType(entry(level), "left", {
      tab: edge,
      start: (level - 1) * setting.style.contents.indent * setting.type("contents").size,
    });
  return [
    {
      id: "TOCHeading",
      name: "TOC Heading",
      priority: 39,
      quick: true,
      type: head,
      format: ofType(head, "left", { keepNext: true }),
    },
    ...Array.from({ length: Math.max(3, contentsDepth(setting.style)) }, (_, index) => index + 1).map(
      (level): ParagraphStyle => ({
        id: `TOC${level}`,
        name: `toc ${level}`,
        priority: 39,
        type: entry(level),
        format: entryFormat(level),
      }),
    ),
    {
      id: "TableofFigures",
      name: "table of figures",
      priority: 99,
      type: entry(2),
      format: { ...entryFormat(1), before: 0 },
    },
  ];
};
