import { attempt } from "../model/attempt.ts";
import type { Choice, Document, Id, Section } from "../model/document.ts";
import type { Report } from "../model/finding.ts";
import { withIds } from "../model/identity.ts";
import type { LanguageSource, Source } from "../model/source.ts";
import { formedText } from "../model/text.ts";
import { sectionsOf, walkBlocks } from "../model/walk.ts";
import { Assembly } from "./assembly.ts";
import { basesOf } from "./chart/prior.ts";
import { resolveChart } from "./chart.ts";
import { printDate } from "./dates.ts";
import { numbersOf, withLastingIds } from "./lasting/index.ts";
import { renderTemplates } from "./render.ts";
import { sections } from "./sections.ts";

export { checkCoverage } from "./coverage.ts";

/** Titles and captions by id, for cross-references. */
const titlesOf = (document: Document): ReadonlyMap<Id, string> =>
  new Map([
    ...sectionsOf(document).map((section) => [section.id, formedText(section.title)] as const),
    ...[...walkBlocks(document.sections)].flatMap((block) =>
      block.type === "figure" || block.type === "table" ? [[block.id, formedText(block.caption)] as const] : [],
    ),
  ]);

const checkUnits = (source: Source, { language, place }: LanguageSource, report: Report): void => {
  const used = new Set([...source.figures.values()].map((figure) => figure.unit));
  for (const [unit, kind] of source.units) {
    if (!used.has(unit) || language.units[unit] || ["percent", "rank", "year"].includes(unit)) continue;
    report({
      severity: "error",
      rule: "missing-unit",
      message: `units.${unit} is missing: ${language.id} does not say how ${unit} (${kind}) is counted`,
      place: place(["units"]),
      hint: `add ${unit}: { counter: "…" }`,
    });
  }
};

export type ComposeOptions = {
  readonly earlier?: ReadonlyMap<string, Document>;
  readonly begin?: (lang: string) => void;
};

/**
 * One language of an issue: templates and figures become a document. Pure and synchronous; every fault of the prose is
 * reported, and the document is whole all the same, with [[key]] where a value could not be printed.
 */
export const compose = (source: Source, lang: string, report: Report): Document | undefined => {
  const from = source.languages.get(lang);
  if (!from) return undefined;
  const { language } = from;
  checkUnits(source, from, report);
  const context = {
    figures: source.figures,
    language,
    style: source.style,
    period: source.publication.period,
    bases: basesOf(source.relations),
  };
  const assembly = new Assembly({
    language,
    figures: source.figures,
    charts: source.charts,
    images: source.images,
    isUnread: (kind, name) => [...(source.unread ?? [])].some((file) => file.includes(`/${kind}/${name}.`)),
    resolveChart: (chart, id) =>
      attempt(`reading ${chart.file}`, { file: chart.file, line: 1, column: 1 }, report, () =>
        resolveChart(chart, id, context, report),
      ),
    report,
  });
  const { ropes, isWhole, unresolved } = renderTemplates(from.templates, { figures: source.figures, language, report });
  const folder = from.file.slice(0, from.file.lastIndexOf("/") + 1);
  let whole = isWhole && ![...(source.unread ?? [])].some((file) => file.startsWith(folder));
  const chapters: Section[] = [];
  const choices: Choice[] = [];
  for (const [template, rope] of ropes) {
    const start = { file: template.file, line: 1, column: 1 };
    const made = attempt(`reading the prose of ${template.file}`, start, report, () =>
      sections(template.name, { rope, assembly }),
    );
    whole &&= made !== undefined;
    chapters.push(...(made?.chapters ?? []));
    choices.push(...(made?.choices ?? []));
    // A chapter may depend on figures that were not published; one that says nothing whatever they are was forgotten.
    if (made?.chapters.length === 0 && rope.choices.length === 0)
      report({
        severity: "error",
        rule: "empty-template",
        message: `${template.file} says nothing`,
        place: start,
        hint: "write its chapter, or take the file out",
      });
  }
  const { publication } = source;
  const pattern = publication.date.length > 7 ? language.dates.day : language.dates.month;
  const document: Document = {
    version: 1,
    lang: language.language,
    issue: source.issue,
    title: publication.title[lang] ?? "",
    issuer: publication.issuer[lang] ?? "",
    date: printDate(publication.date, pattern, language.language),
    sections: chapters,
    ...(!whole && { incomplete: true as const }),
    ...(unresolved.length > 0 && { unresolved }),
    labels: assembly.labels,
    choices,
    lastNumbers: {},
  };
  assembly.settle(titlesOf(document));
  const named = withIds(document);
  return { ...named, lastNumbers: numbersOf(named) };
};

/**
 * Every language of an issue, with the ids that its things had in earlier documents (those of the latest release, by
 * language folder). `begin` is told each language before it is composed.
 */
export const composeAll = (
  source: Source,
  report: Report,
  { earlier = new Map(), begin = () => {} }: ComposeOptions = {},
): ReadonlyMap<string, Document> => {
  const documents = new Map<string, Document>();
  for (const lang of source.languages.keys()) {
    begin(lang);
    const place = { file: source.languages.get(lang)?.file ?? source.dataFile, line: 1, column: 1 };
    const document = attempt(`composing ${lang}`, place, report, () => compose(source, lang, report));
    if (document) documents.set(lang, document);
  }
  return withLastingIds(documents, earlier);
};
