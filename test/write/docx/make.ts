import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type {
  Block,
  Cell,
  Document,
  Figure,
  Inline,
  Label,
  List,
  Paragraph,
  Quote,
  Row,
  Section,
  Table,
  Value,
} from "../../../src/model/document.ts";
import type { Edition, PageMap, Part } from "../../../src/model/edition.ts";
import { withIds } from "../../../src/model/identity.ts";
import type { Language } from "../../../src/model/language.ts";
import type { ChartModel, Picture } from "../../../src/model/picture.ts";
import { type Style, styleSchema } from "../../../src/model/style.ts";
import { chartBody } from "../../charts.ts";
import { language } from "../../languages.ts";

/** Small documents made by hand, with the least that each test is about. */

export const place = { file: "templates/x/en/01.md.hbs", line: 3, column: 5 };

/** The tokens of the project's own publication, so that tests follow the model of styles. */
export const style: Style = styleSchema.parse(parse(readFileSync("templates/2019/style.yaml", "utf8")));

const messages = { note: "Note: ", source: "Source: ", "chart.change": "Change" };
export const english: Language = language(
  "en",
  { grouping: true },
  {
    name: "English",
    messages: { ...messages, contents: "Contents", figures: "Figures", tables: "Tables" },
  },
);
export const chinese: Language = language(
  "zh",
  { grouping: false },
  {
    language: "zh-CN",
    name: "中文",
    script: "Hani",
    word: { body: { ascii: "Times New Roman", eastAsia: "仿宋" }, head: { ascii: "Arial", eastAsia: "黑体" } },
    messages: { note: "注：", source: "来源：", contents: "目录", "chart.change": "同比增长" },
  },
);
export const arabic: Language = language(
  "ar",
  { grouping: true },
  {
    name: "العربية",
    script: "Arab",
    direction: "rtl",
    messages: { ...messages, contents: "المحتويات" },
  },
);

export const text = (words: string): Inline => ({ type: "text", place, text: words });
const inlines = (words: string | readonly Inline[]): readonly Inline[] =>
  typeof words === "string" ? [text(words)] : words;
export const value = (key: string, printed: string, form = "auto"): Value => ({
  type: "value",
  id: "",
  place,
  key,
  form,
  text: printed,
});

export const section = (
  id: string,
  title: string,
  children: readonly Block[],
  more: Partial<Section> = {},
): Section => ({
  type: "section",
  place,
  id,
  level: 1,
  head: "display",
  prefix: "",
  title: inlines(title),
  suffix: "",
  children,
  ...more,
});
export const runIn = (id: string, title: string, children: readonly Block[]): Section =>
  section(id, title, children, { level: 2, head: "run-in", suffix: ". " });
export const paragraph = (id: string, words: string | readonly Inline[]): Paragraph => ({
  type: "paragraph",
  place,
  id,
  children: inlines(words),
});
export const list = (id: string, items: readonly (readonly Block[])[], more: Partial<List> = {}): List => ({
  type: "list",
  place,
  id,
  ordered: false,
  start: 1,
  items: items.map((children, index) => ({ place, id: `${id}.i${index + 1}`, children })),
  ...more,
});
export const quote = (id: string, children: readonly Block[]): Quote => ({ type: "quote", place, id, children });
export const figure = (id: string, caption: string, more: Partial<Figure> = {}): Figure => ({
  type: "figure",
  place,
  id,
  prefix: "",
  caption: inlines(caption),
  alt: `What ${id} shows.`,
  body: chartBody([], { name: id, place }),
  ...more,
});
const row = (cells: readonly (string | readonly Inline[])[]): Row => ({
  place,
  id: "",
  cells: cells.map((words): Cell => ({ place, id: "", children: inlines(words) })),
});
export const table = (
  id: string,
  caption: string,
  head: readonly (readonly string[])[],
  rows: readonly (readonly (string | readonly Inline[])[])[],
  more: Partial<Table> = {},
): Table => ({
  type: "table",
  place,
  id,
  prefix: "",
  caption: caption === "" ? [] : inlines(caption),
  columns: (rows[0] ?? []).map((_, index) => ({ align: index === 0 ? "start" : "end" })),
  head: head.map(row),
  rows: rows.map(row),
  ...more,
});

export const document = (
  lang: string,
  sections: readonly Section[],
  labels: Readonly<Record<string, Label>> = {},
): Document =>
  withIds({
    version: 1,
    lang,
    issue: "2030",
    title: `Title ${lang}`,
    issuer: `Office ${lang}`,
    date: `Date ${lang}`,
    sections,
    labels,
    choices: [],
    lastNumbers: {},
  });

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
export const picture = (model: Partial<ChartModel> = {}): Picture => ({
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"/>',
  outlined: '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><path d="M0 0h400v200z"/></svg>',
  png: new Uint8Array(png),
  width: 400,
  height: 200,
  model: { title: "", kind: "dot", sharedScale: false, panels: [], notes: [], ...model },
});

export const part = (
  of: Language,
  sections: readonly Section[],
  more: {
    readonly labels?: Document["labels"];
    readonly pictures?: Part["pictures"];
    readonly images?: Part["images"];
  } = {},
): Part => ({
  document: document(of.language, sections, more.labels),
  language: of,
  pictures: more.pictures ?? {},
  images: more.images ?? new Map(),
});

export const edition = (parts: readonly [Part, ...Part[]], more: Partial<Edition> = {}): Edition => ({
  id: parts.map((one) => one.language.id).join("-"),
  issue: "2030",
  parts,
  style,
  faces: [],
  created: new Date("2031-04-01T00:00:00Z"),
  origin: { dataSha256: "5e1f", release: "r1" },
  ...more,
});

export const noPages: PageMap = { labels: [], blocks: {}, values: {}, contents: {} };
