import type { Json } from "../../model/document.ts";
import type { Report } from "../../model/finding.ts";
import type { JsonPath, JsonPlaces } from "../../model/json-place.ts";
import type { Language } from "../../model/language.ts";
import type { Place } from "../../model/place.ts";
import { didYouMean } from "../../model/suggest.ts";

/** What the placeholders of messages stand for: {year} → 2019. */
export type Fillings = Readonly<Record<string, string>>;

/** Looks up messages of one language and fills their placeholders. */
export type Messages = (key: string, place: Place, fillings?: Fillings) => string;

/** Fills `{name}` in a pattern; a name without filling is reported by `unknown`. */
const fillPattern = (pattern: string, fillings: Fillings, unknown: (name: string) => void): string =>
  pattern.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    const filling = fillings[name];
    if (filling === undefined) unknown(name);
    return filling ?? whole;
  });

/**
 * The messages of a language; `common` fillings are known to every message.
 *
 * Reports `unknown-message` and `unknown-placeholder`; the key stands in for a message that is not there.
 */
export const messagesOf =
  (language: Language, common: Fillings, report: Report): Messages =>
  (key, place, fillings = {}) => {
    const message = Object.hasOwn(language.messages, key) ? language.messages[key] : undefined;
    if (message === undefined) {
      const near = didYouMean(key, Object.keys(language.messages));
      const hint = near.hint ?? `add it under messages in the language.yaml of ${language.id}`;
      report({
        severity: "error",
        rule: "unknown-message",
        message: `${language.id} has no message "${key}"`,
        place,
        hint,
      });
      return key;
    }
    const all = { ...common, ...fillings };
    return fillPattern(message, all, (name) =>
      report({
        severity: "error",
        rule: "unknown-placeholder",
        message: `the message "${key}" of ${language.id} asks for {${name}}, which is not known there`,
        place,
        ...didYouMean(name, Object.keys(all)),
      }),
    );
  };

/** Members whose text is printed; a text that stands there itself would be the same in every language. */
const printing = new Set(["title", "subtitle", "description", "text"]);
/** Members that hold machine words in a specification's own parts. */
const silent = new Set(["$schema", "data", "params", "transform"]);

const isLetter = /\p{L}/u;

/** Roots of what describes a chart and is not drawn, and members whose text is compared, not printed. */
const undrawn = new Set<string | number | undefined>(["description", "usermeta"]);
const compared = new Set<string | number | undefined>(["equal", "oneOf"]);

/**
 * A specification with its "@key" strings replaced by the language's messages, and those of them that it prints itself.
 *
 * Reports `untranslated-text` for printed text that is no message, and what `messagesOf` does.
 */
export const resolveMessages = (
  spec: Json,
  messages: Messages,
  places: JsonPlaces,
  report: Report,
): { readonly spec: Json; readonly printed: readonly string[] } => {
  const printed = new Set<string>();
  const visit = (value: Json, path: JsonPath): Json => {
    if (typeof value === "string") {
      if (value.startsWith("@")) {
        const text = messages(value.slice(1), places(path));
        const isDrawn = !undrawn.has(path[0]) && !path.some((name) => silent.has(String(name)) || compared.has(name));
        if (isDrawn) printed.add(text);
        return text;
      }
      const [last, above] = [path.at(-1), path.at(-2)];
      const isPrinted =
        printing.has(String(last)) ||
        (path[0] === "usermeta" && (last === "name" || above === "categories")) ||
        (above === "title" && last === "text") ||
        (above === "text" && (last === "value" || last === "datum"));
      if (isPrinted && isLetter.test(value) && !path.some((name) => silent.has(String(name))))
        report({
          severity: "error",
          rule: "untranslated-text",
          message: `"${value}" would be printed in every language`,
          place: places(path),
          hint: 'write a message key such as "@chart.change" and its text in each language.yaml',
        });
      return value;
    }
    if (Array.isArray(value)) return value.map((item: Json, index) => visit(item, [...path, index]));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, visit(item as Json, [...path, name])]),
    );
  };
  const resolved = visit(spec, []);
  return { spec: resolved, printed: [...printed] };
};
