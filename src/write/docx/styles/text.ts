import { columnWidth } from "../../../model/style.ts";
import type { Setting } from "../setting.ts";
import type { ParagraphStyle } from "./definition.ts";
import { colourOf, type ParagraphFormat } from "./format.ts";
import { deepestList } from "./levels.ts";
import { listIndent } from "./lists.ts";
import { bodyFormat, ofType } from "./type-format.ts";

const furniture = (setting: Setting): ParagraphFormat =>
  ofType(setting.type("furniture"), "left", {
    tab: { position: columnWidth(setting.style), align: "right" },
  });

/** Room between a running head and its rule, pt. */
const ruleRoom = 4;

/** Running heads stand on a rule. */
const runningHead = (setting: Setting): ParagraphFormat => ({
  ...furniture(setting),
  rule: {
    side: "bottom",
    width: setting.style.rules.light,
    colour: colourOf(setting.style, setting.style.rules.colour),
    space: ruleRoom,
  },
});

/** Running text, notes and furniture. */
export const textStyles = (setting: Setting): readonly ParagraphStyle[] => {
  const body = setting.type("body");
  const quote = setting.type("quote");
  const indent = setting.style.quote.indent * quote.size;
  return [
    {
      id: "Normal",
      name: "Normal",
      priority: 0,
      quick: true,
      type: body,
      format: bodyFormat(setting, { align: "left" }),
    },
    {
      id: "BodyText",
      name: "Body Text",
      priority: 1,
      quick: true,
      linked: true,
      type: body,
      format: bodyFormat(setting),
    },
    {
      id: "BodyTextFirstIndent",
      name: "Body Text First Indent",
      based: "BodyText",
      priority: 1,
      quick: true,
      type: body,
      format: bodyFormat(setting, { firstLine: setting.indent }),
    },
    ...[
      { id: "Lead", name: "Lead", firstLine: 0 },
      { id: "LeadFirstIndent", name: "Lead First Indent", firstLine: setting.indent },
    ].map(
      ({ firstLine, ...style }): ParagraphStyle => ({
        ...style,
        own: true,
        priority: 1,
        quick: true,
        type: setting.type("lead"),
        format: ofType(setting.type("lead"), "both", { firstLine }),
      }),
    ),
    {
      id: "Quote",
      name: "Quote",
      next: "BodyText",
      priority: 29,
      quick: true,
      linked: true,
      type: quote,
      format: ofType(quote, "both", { start: indent, end: indent }),
    },
    { id: "Header", name: "header", priority: 99, type: setting.type("furniture"), format: runningHead(setting) },
    {
      id: "HeaderBlank",
      name: "Header Blank",
      own: true,
      priority: 99,
      type: setting.type("furniture"),
      format: furniture(setting),
    },
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

/** Items of lists by depth, and the paragraphs that go on in them. */
export const listStyles = (setting: Setting): readonly ParagraphStyle[] => {
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
