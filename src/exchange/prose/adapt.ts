import Handlebars from "handlebars";
import type { Language } from "../../model/language.ts";
import { lineStarts } from "../../model/place.ts";
import { sheetOf } from "../../template/sheet.ts";

/** What decides whether an option of a figure is known to a language. */
type Phrasing = { readonly numbers: Pick<Language["numbers"], "phrases" | "approximations"> };

/** Options of a figure that say something in one language only: its counters, its letter case. */
const ownOptions: ReadonlySet<string> = new Set(["counter", "case", "gender"]);

const isKept = (option: string, value: string, language: Phrasing): boolean => {
  if (option === "form")
    return ["auto", "digits", "words"].includes(value) || Object.hasOwn(language.numbers.phrases, value);
  if (option === "approx")
    return (
      value === "said" || Object.values(language.numbers.approximations).some((patterns) => patterns?.includes(value))
    );
  return !ownOptions.has(option);
};

/** A mustache of another language as this one can take it: options that only the other knows are left out. */
export const adaptedValue = (source: string, language: Phrasing): string => {
  const [node] = Handlebars.parse(source).body;
  const pairs = (node as hbs.AST.MustacheStatement | undefined)?.hash?.pairs ?? [];
  const starts = lineStarts(source);
  const offsetOf = ({ line, column }: hbs.AST.Position): number => (starts[line - 1] ?? 0) + column;
  let text = source;
  for (const { key, value, loc } of pairs.toReversed()) {
    if (isKept(key, value.type === "StringLiteral" ? (value as hbs.AST.StringLiteral).value : "", language)) continue;
    const before = text.slice(0, offsetOf(loc.start)).trimEnd();
    text = before + text.slice(offsetOf(loc.end));
  }
  return text;
};

/** A whole template of another language as the beginning of this one's: its words as they are, its options left out. */
export const adaptedTemplate = (template: string, language: Phrasing): string => {
  let text = template;
  for (const { kind, start, end } of (sheetOf(template)?.marks ?? []).toReversed())
    if (kind === "value")
      text = text.slice(0, start) + adaptedValue(template.slice(start, end), language) + text.slice(end);
  return text;
};
