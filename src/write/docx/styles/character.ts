import { tag } from "../markup.ts";
import type { Setting } from "../setting.ts";
import { fonts } from "./format.ts";

/**
 * What a run of text can be beside plain, in the order in which the names of combined styles list them. "western" and
 * "eastAsian": stressed words in the script that is not the text's own.
 */
const runMarks = ["strong", "emphasis", "superscript", "subscript", "link", "western", "eastAsian"] as const;
export type RunMark = (typeof runMarks)[number];
export type RunMarks = ReadonlySet<RunMark>;

const names: Readonly<Record<RunMark, string>> = {
  strong: "Strong",
  emphasis: "Emphasis",
  superscript: "Superscript",
  subscript: "Subscript",
  link: "Hyperlink",
  western: "Western",
  eastAsian: "EastAsian",
};
/** Marks that say nothing without another. */
const dependent: RunMarks = new Set(["western", "eastAsian"]);
/** Styles that Word knows by these names. */
const wordsOwn = new Set(["Strong", "Emphasis", "Hyperlink"]);

/** Id of the character style of a set of marks, and the marks again from the id. */
export const characterStyleId = (marks: RunMarks): string =>
  runMarks.flatMap((mark) => (marks.has(mark) ? [names[mark]] : [])).join("");

/**
 * East Asian text stresses by dots and by the face of the heads, where western words slant and darken, each in the other's
 * text too (clreq 3.6); a slanted or smeared Han character is a fault.
 */
const look = (marks: RunMarks, setting: Setting): string => {
  const eastAsian = marks.has("eastAsian") || (setting.kind === "eastAsia" && !marks.has("western"));
  const bold = marks.has("strong") && !eastAsian;
  const slanted = marks.has("emphasis") && !eastAsian && (setting.kind === "latin" || marks.has("western"));
  return [
    marks.has("strong") && eastAsian ? fonts(setting, "head") : "",
    bold ? tag("w:b") + tag("w:bCs") : "",
    slanted ? tag("w:i") + tag("w:iCs") : "",
    marks.has("link") ? tag("w:u", { "w:val": "single" }) : "",
    marks.has("superscript") || marks.has("subscript")
      ? tag("w:vertAlign", { "w:val": marks.has("superscript") ? "superscript" : "subscript" })
      : "",
    marks.has("emphasis") && !slanted ? tag("w:em", { "w:val": emphasisMark(setting) }) : "",
  ].join("");
};

/** Chinese sets its stress marks below the line, Japanese and Korean above it (clreq 3.6.1, jlreq 3.3.9). */
const emphasisMark = ({ kind, language, languages }: Setting): string => {
  const script = kind === "eastAsia" ? language.script : new Intl.Locale(languages.eastAsia).maximize().script;
  return script?.startsWith("Han") ? "underDot" : "dot";
};

const characterStyle = (id: string, name: string, setting: Setting, run: string, own: boolean): string =>
  tag(
    "w:style",
    { "w:type": "character", "w:customStyle": own || !setting.first ? 1 : undefined, "w:styleId": setting.styleId(id) },
    tag("w:name", { "w:val": name + setting.nameSuffix }),
    tag("w:basedOn", { "w:val": "DefaultParagraphFont" }),
    tag("w:uiPriority", { "w:val": 20 }),
    tag("w:qFormat"),
    run === "" ? "" : tag("w:rPr", {}, run),
  );

/** The character styles that a language's text uses, with the usual ones that an editor will look for. */
export const writeCharacterStyles = (used: Iterable<RunMarks>, setting: Setting): string => {
  const wanted = new Map<string, RunMarks>();
  for (const mark of runMarks) if (!dependent.has(mark)) wanted.set(names[mark], new Set([mark]));
  for (const marks of used) wanted.set(characterStyleId(marks), marks);
  wanted.delete("");
  return [...wanted]
    .map(([id, marks]) => {
      // LibreOffice has a style of its own called "Strong Emphasis".
      const name = runMarks.flatMap((mark) => (marks.has(mark) ? [names[mark]] : [])).join(" and ");
      return characterStyle(id, name, setting, look(marks, setting), !wordsOwn.has(id));
    })
    .join("\n");
};
