import type { TypeStyle } from "../../../model/style.ts";
import { columnWidth } from "../../../model/style.ts";
import type { Setting } from "../setting.ts";
import type { ParagraphStyle } from "./definition.ts";
import type { ParagraphFormat } from "./format.ts";
import { deepestHeading, type HeadLevels } from "./levels.ts";
import { bodyFormat, ofType } from "./type-format.ts";

/** Cover, inner title and closing page. */
export const titleStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const of = (name: Parameters<Setting["type"]>[0]): TypeStyle => setting.type(name);
  return [
    {
      id: "Title",
      name: "Title",
      next: "Subtitle",
      priority: 10,
      quick: true,
      linked: true,
      type: of("title"),
      format: ofType(of("title"), "left"),
    },
    {
      id: "Subtitle",
      name: "Subtitle",
      priority: 11,
      quick: true,
      linked: true,
      type: of("subtitle"),
      format: ofType(of("subtitle"), "left"),
    },
    {
      id: "PartTitle",
      name: "Part Title",
      own: true,
      next: "PartSubtitle",
      priority: 12,
      type: of("partTitle"),
      format: ofType(of("partTitle"), "left", { keepNext: true }),
    },
    {
      id: "PartSubtitle",
      name: "Part Subtitle",
      own: true,
      next: "BodyText",
      priority: 12,
      type: of("partSubtitle"),
      format: ofType(of("partSubtitle"), "left"),
    },
    {
      id: "ClosingTitle",
      name: "Closing Title",
      own: true,
      priority: 12,
      type: of("closing"),
      format: ofType(of("closing"), "center"),
    },
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

/** Contents and lists of figures and tables. */
export const contentsStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const edge = { position: columnWidth(setting.style), align: "right", leader: "dot" } as const;
  const head = setting.type("contentsHead");
  const entry = (level: number): TypeStyle => setting.type(level === 1 ? "contents" : "contentsRunIn");
  const entryFormat = (level: number): ParagraphFormat =>
    ofType(entry(level), "left", { tab: edge, start: (level - 1) * 2 * setting.type("contents").size });
  return [
    {
      id: "TOCHeading",
      name: "TOC Heading",
      priority: 39,
      quick: true,
      type: head,
      format: ofType(head, "left", { keepNext: true }),
    },
    ...[1, 2, 3].map(
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
