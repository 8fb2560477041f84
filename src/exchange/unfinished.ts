import type { Finding } from "../model/finding.ts";
import { lineStarts, type Place, placeAt } from "../model/place.ts";
import type { LanguageSource, Source, Template } from "../model/source.ts";
import { missingText } from "../model/text.ts";
import type { UnitState } from "../model/translation.ts";
import { type Chapter, chaptersOf } from "./chapters.ts";
import { namesOf } from "./names/list.ts";
import { plainTexts } from "./names/yaml.ts";
import { changeText } from "./sequence.ts";
import { nameState, unitPlace } from "./status.ts";

/** What of a translated language must not be printed as if it were done. */
export type Unfinished = {
  readonly findings: readonly Finding[];
  /** Whether a place lies in words that are still those of the source: what else is found there has no other cause. */
  readonly isUntranslated: (place: Place) => boolean;
  /** Whether it lacks words at all, so that it cannot be compared with other languages. */
  readonly isIncomplete: boolean;
  /** The language with a mark before each unit that is not translated as its source stands: [[untranslated creation.3]]. */
  readonly marked: LanguageSource;
};

const words: Readonly<Record<Exclude<UnitState, "translated">, string>> = {
  missing: "untranslated",
  stale: "stale",
  extra: "surplus",
};
const rules = { missing: "untranslated", stale: "outdated-translation", extra: "surplus-translation" } as const;

type Open = Chapter["pairs"][number] & { readonly state: Exclude<UnitState, "translated"> };
const isOpen = (pair: Chapter["pairs"][number]): pair is Open => pair.state !== "translated";

const message = ({ id, state, target }: Open, to: string, from: string): string => {
  if (state === "extra") return `"${id}" stands in ${to} and no more in ${from}`;
  if (state === "stale") return `"${id}" says in ${to} what ${from} said before`;
  return target ? `"${id}" is not translated into ${to}` : `"${id}" is missing in ${to}`;
};

const hint = ({ id, state, record, source }: Open, to: string): string => {
  if (state === "extra") return "take it out, if the source left it out on purpose";
  if (state === "missing") return `whitepaper translate export ${to} sends it to its translator`;
  const changed =
    record && source && record.source !== source.says ? `it was: ${changeText(record.source, source.says)}; ` : "";
  return `${changed}translate it anew, or say that it still holds: whitepaper translate status ${to} --same-meaning ${id}`;
};

const findingOf = (
  pair: Open,
  { source, target }: Chapter,
  to: LanguageSource,
  from: LanguageSource,
): Finding | undefined => {
  const there = pair.target && target && unitPlace(pair.target, target.text);
  const origin = pair.source && source && unitPlace(pair.source, source.text);
  const place = there ?? origin;
  if (!place) return undefined;
  return {
    severity: "error",
    rule: rules[pair.state],
    message: message(pair, to.language.id, from.language.id),
    place,
    hint: hint(pair, to.language.id),
    ...(there && origin && { related: [{ message: "its source", place: origin }] }),
  };
};

/** The template with a mark before each of its open units. */
const markedTemplate = (template: Template, chapter: Chapter | undefined): Template => {
  const open = (chapter?.pairs ?? [])
    .filter(isOpen)
    .toSorted((a, b) => (b.target?.unit.start ?? 0) - (a.target?.unit.start ?? 0));
  let { text } = template;
  for (const { id, state, target } of open)
    if (target)
      text = `${text.slice(0, target.unit.start)}${missingText(`${words[state]} ${id}`)} ${text.slice(target.unit.start)}`;
  return { ...template, text };
};

const staleNames = (source: Source, from: LanguageSource, to: LanguageSource): readonly Finding[] => {
  const { translation, language } = to;
  const texts = {
    language: plainTexts(language),
    data: plainTexts({ publication: source.publication }),
    hasGlossary: false,
  };
  return namesOf(source, from.language, language.id, texts).flatMap((name): Finding[] => {
    const recorded = translation?.names[name.id];
    if (!recorded || nameState(name, recorded) !== "stale") return [];
    return [
      {
        severity: "error",
        rule: "outdated-translation",
        message: `${name.path.join(".")} says in ${language.id} what ${from.language.id} said before`,
        place: name.file === "language" ? to.place(name.path) : { file: source.dataFile, line: 1, column: 1 },
        hint: `it was: ${changeText(recorded.source, name.source)}; translate it anew, or say that it still holds: whitepaper translate status ${language.id} --same-meaning ${name.id}`,
      },
    ];
  });
};

/**
 * What of a language is not translated as its source stands now; `undefined` for one that was written by hand, or whose
 * source is gone. Units without a place in the language are found and cannot be marked.
 */
export const unfinishedOf = (source: Source, to: LanguageSource): Unfinished | undefined => {
  const { translation } = to;
  const from = translation && (source.languages.get(translation.source) ?? source.origins?.get(translation.source));
  if (!translation || !from) return undefined;
  const chapters = chaptersOf({ source: from, target: to, translation, figures: source.figures });
  const findings = chapters.flatMap((chapter) =>
    chapter.pairs.filter(isOpen).flatMap((pair) => findingOf(pair, chapter, to, from) ?? []),
  );
  const ranges = chapters.flatMap(({ target, pairs }) => {
    if (!target) return [];
    const starts = lineStarts(target.text);
    const from = (offset: number): Place => placeAt(target.file, starts, offset);
    return pairs.flatMap((pair) =>
      pair.state === "missing" && pair.target
        ? [{ first: from(pair.target.unit.start), last: from(pair.target.unit.end) }]
        : [],
    );
  });
  return {
    findings: [...findings, ...staleNames(source, from, to)],
    isUntranslated: (place) =>
      ranges.some(
        ({ first, last }) =>
          place.file === first.file &&
          (place.line > first.line || (place.line === first.line && place.column >= first.column)) &&
          (place.line < last.line || (place.line === last.line && place.column <= last.column)),
      ),
    isIncomplete: chapters.some(({ pairs }) => pairs.some(({ state }) => state === "missing")),
    marked: {
      ...to,
      templates: to.templates.map((template) =>
        markedTemplate(
          template,
          chapters.find(({ target }) => target === template),
        ),
      ),
    },
  };
};
