import { checkNumbers, checkSubstance } from "./check/index.ts";
import { checkWords } from "./check/translated.ts";
import { checkSince } from "./compare/corrections/since.ts";
import { checkCoverage, compose, composeAll } from "./compose/index.ts";
import { draw, type PictureCache, rasterImages } from "./draw/index.ts";
import { type Unfinished, unfinishedOf } from "./exchange/unfinished.ts";
import { attempt, attemptAsync } from "./model/attempt.ts";
import type { Document, Id } from "./model/document.ts";
import type { Edition, Origin, PageMap, Part } from "./model/edition.ts";
import type { Finding, Report } from "./model/finding.ts";
import type { Output } from "./model/output.ts";
import type { Picture } from "./model/picture.ts";
import { placeText } from "./model/place.ts";
import { type Release, releaseFile } from "./model/release.ts";
import type { LanguageSource, Source } from "./model/source.ts";
import { columnWidth } from "./model/style.ts";
import type { Violations } from "./model/violations.ts";
import { chartOf, inlinesOf, walkBlocks, walkInlines } from "./model/walk.ts";
import { disclosures } from "./preflight/disclosure/index.ts";
import { examinePress, jobTicket } from "./preflight/press/index.ts";
import { reportBreaches } from "./preflight/report.ts";
import { screenBreaches } from "./preflight/screen/index.ts";
import { readSource } from "./read/index.ts";
import { latestRelease, openReleases, releasesFolder } from "./read/releases.ts";
import { writeCharts } from "./write/charts/index.ts";
import { writeDocx } from "./write/docx/index.ts";
import {
  checkForPress,
  checkImages,
  type LaidOut,
  layOut,
  render,
  renderPress,
  type Settings,
} from "./write/pdf/index.ts";

/** read → compose → draw → write. The only file that knows all stages. */

/** An issue made ready for its writers: documents and pictures by language folder. */
export type Prepared = {
  readonly source: Source;
  readonly documents: ReadonlyMap<string, Document>;
  /** The documents as they are set where translations are not done: with a mark at each place. */
  readonly drafts?: ReadonlyMap<string, Document>;
  readonly pictures: ReadonlyMap<string, Readonly<Record<Id, Picture>>>;
  /** sha256 of every file that was read, by its path. */
  readonly inputs: ReadonlyMap<string, string>;
  /** The release that this would follow. */
  readonly latest?: Release;
};
export { readBack } from "./check/read-back.ts";
export { type TermFault, termFaults } from "./check/translated.ts";
export { hasPatterns } from "./typeset/index.ts";
export type { Settings } from "./write/pdf/index.ts";
/** One finished file: an edition, or a figure of a language. */
export type Made = { readonly name: string; readonly bytes: Uint8Array; readonly draft?: true } & (
  | { readonly edition: string; readonly pages: number }
  | { readonly figure: string; readonly language: string }
);
/** Called when a stage begins, for those who wait. */
export type Progress = (stage: string) => void;

/** The pictures of a document by figure id. */
export const drawAll = async (
  source: Source,
  from: LanguageSource,
  document: Document,
  cache: PictureCache,
  report: Report,
) => {
  const context = {
    language: from.language,
    style: source.style,
    faces: source.faces,
    width: columnWidth(source.style),
    cache,
    source,
  };
  const pictures: Record<Id, Picture> = {};
  // Without some of the faces nothing can be said of the words of a chart.
  if ([...(source.unread ?? [])].some((file) => file.startsWith("fonts/"))) return pictures;
  for (const block of walkBlocks(document.sections)) {
    const chart = block.type === "figure" ? chartOf(block) : undefined;
    // A chart whose specification could not be resolved has its findings already.
    if (!chart || chart.spec === null) continue;
    const place = { file: source.charts.get(chart.name)?.file ?? chart.place.file, line: 1, column: 1 };
    const picture = await attemptAsync(`drawing ${chart.name}`, place, report, () => draw(chart, context, report));
    if (picture) pictures[block.id] = picture;
  }
  return pictures;
};

/** sha256 of every file that an issue is made of now, by its path. */
export const inputsOf = async (root: string, issue: string): Promise<ReadonlyMap<string, string>> => {
  const inputs = new Map<string, string>();
  const unheard: Report = () => {};
  await readSource(root, issue, unheard, inputs);
  await readLatest(root, issue, inputs, unheard);
  return inputs;
};

/** The latest release; it is an input as any other file is. */
const readLatest = async (
  root: string,
  issue: string,
  inputs: Map<string, string>,
  report: Report,
): Promise<Release | undefined> => {
  const releases = await openReleases(root, issue, report);
  const latest = await latestRelease(releases, report);
  if (!latest) return undefined;
  const path = `${releasesFolder(issue)}/${latest.name}/${releaseFile}`;
  inputs.set(path, releases.sha256(path) ?? "");
  return latest;
};

/**
 * Reads an issue, composes every language and draws its charts: all that can be found without setting a page. Reports
 * every finding; `undefined` when the project could not be read.
 */
export const prepare = async (
  root: string,
  issue: string,
  options: {
    readonly cache: PictureCache;
    readonly report: Report;
    readonly progress: Progress;
    /** Weight of a change since the latest release that nobody explains; a warning when left out. */
    readonly unexplained?: Finding["severity"];
  },
): Promise<Prepared | undefined> => {
  const { cache, progress, unexplained = "warning" } = options;
  let sound = true;
  const report: Report = (finding) => {
    sound &&= finding.severity !== "error";
    options.report(finding);
  };
  progress("reading");
  const inputs = new Map<string, string>();
  const read = await readSource(root, issue, report, inputs);
  if (!read) return undefined;
  const source: Source = { ...read, images: await rasterImages(read.images, report) };
  // What stands in the latest release keeps its ids.
  const latest = await readLatest(root, issue, inputs, report);
  const earlier = latest && new Map(Object.entries(latest.documents));
  const pictures = new Map<string, Readonly<Record<Id, Picture>>>();
  const begin = (lang: string): void => progress(`composing ${lang}`);
  // A language that is not translated as its source stands is told so, and not also what follows from it.
  const unfinished = unfinishedLanguages(source);
  for (const { findings } of unfinished.values()) for (const finding of findings) report(finding);
  const heard: Report = (finding) => {
    const { place } = finding;
    if (!place || ![...unfinished.values()].some(({ isUntranslated }) => isUntranslated(place))) report(finding);
  };
  const composing = { begin, ...(earlier && { earlier }) };
  const composed = composeAll(source, heard, composing);
  const documents = new Map(
    [...composed].map(([lang, document]) => [
      lang,
      unfinished.get(lang)?.isIncomplete ? { ...document, incomplete: true as const } : document,
    ]),
  );
  for (const [lang, document] of documents) {
    const from = source.languages.get(lang) as LanguageSource;
    attempt(`looking for the glyphs of ${lang}`, undefined, report, () => checkCoverage(source, from, document, heard));
    attempt(`looking at the images of ${lang}`, undefined, report, () =>
      checkImages(document, source.images, source.style, report),
    );
  }
  attempt("comparing what is said", undefined, report, () => {
    checkSubstance(source, documents, heard);
    checkNumbers(source, documents, heard);
  });
  // What is faulty differs from the release for that reason alone.
  if (latest && sound) checkSince(latest, source, documents, inputs, unexplained, report);
  for (const [lang, document] of documents) {
    progress(`drawing ${lang}`);
    pictures.set(lang, await drawAll(source, source.languages.get(lang) as LanguageSource, document, cache, report));
  }
  const isMarked = [...unfinished.values()].some(({ findings }) => findings.length > 0);
  const drafts = isMarked ? composeAll(withMarks(source, unfinished), () => {}, composing) : undefined;
  return { source, documents, ...(drafts && { drafts }), pictures, inputs, ...(latest && { latest }) };
};

const unfinishedLanguages = (source: Source): ReadonlyMap<string, Unfinished> =>
  new Map(
    [...source.languages].flatMap(([lang, from]) => {
      const open = unfinishedOf(source, from);
      return open ? [[lang, open] as const] : [];
    }),
  );

/** The issue with a mark at each place that is not translated as its source stands. */
const withMarks = (source: Source, unfinished: ReadonlyMap<string, Unfinished>): Source => ({
  ...source,
  languages: new Map(
    [...source.languages].map(([lang, from]) => [lang, unfinished.get(lang)?.marked ?? from] as const),
  ),
});

/**
 * What the templates of one language print, whatever else is wrong with them: figures by the place of their mustache,
 * references by what they ask for, and the figures of its charts.
 */
export const printedBy = (source: Source, from: LanguageSource) => {
  const values = new Map<string, string>();
  const references = new Map<string, string>();
  const charted = new Set<string>();
  const document = compose({ ...source, languages: new Map([[from.language.id, from]]) }, from.language.id, () => {});
  for (const block of walkBlocks(document?.sections ?? [])) {
    if (block.type === "figure") for (const key of chartOf(block)?.keys ?? []) charted.add(key);
    for (const inline of walkInlines(inlinesOf(block))) {
      if (inline.type === "value" && !values.has(placeText(inline.place)))
        values.set(placeText(inline.place), inline.text);
      if (inline.type === "reference" && inline.text !== "")
        references.set(inline.show === "label" ? inline.target : `${inline.target}:${inline.show}`, inline.text);
    }
  }
  return { values, references, charted };
};

/** What `check` finds in the words of one language as its templates stand, whatever else is wrong with them. */
export const wordFindings = (source: Source, from: LanguageSource): readonly Finding[] => {
  const found: Finding[] = [];
  const own = { ...source, languages: new Map([[from.language.id, from]]) };
  const document = compose(own, from.language.id, () => {});
  if (document) checkWords(source, from, document, (finding) => void found.push(finding));
  return found;
};

/**
 * The editions of an issue by id, as drafts, as drafts that say that they have errors, or as a release; an edition whose
 * languages could not all be composed is left out.
 */
export const editionsOf = (
  { source, documents, drafts = documents, pictures, inputs, latest }: Prepared,
  created: Date,
  as: Partial<Pick<Origin, "release" | "withErrors">> = {},
): readonly Edition[] =>
  source.publication.editions.flatMap((languages) => {
    const parts = languages.flatMap((lang): readonly Part[] => {
      const document = drafts.get(lang);
      const from = source.languages.get(lang);
      const released = latest?.skylines[lang];
      const drawn = { pictures: pictures.get(lang) ?? {}, images: source.images, ...(released && { released }) };
      return document && from ? [{ document, language: from.language, ...drawn }] : [];
    });
    const [first, ...rest] = parts;
    if (!first || parts.length !== languages.length) return [];
    return [
      {
        id: languages.join("-"),
        issue: source.issue,
        parts: [first, ...rest],
        style: source.style,
        faces: source.faces,
        ...(source.profile && { profile: source.profile }),
        created,
        origin: { dataSha256: inputs.get(source.dataFile) ?? "", release: "draft", ...as },
      },
    ];
  });

/** The screen file, read back and checked. One that breaks a promise, which only a draft can, promises nothing. */
const writeScreen = async (laid: LaidOut, name: string, report: Report): Promise<Uint8Array> => {
  const bytes = await render(laid, report);
  const breaches = screenBreaches(bytes);
  reportBreaches(breaches, name, report);
  return breaches.length === 0 && !laid.edition.origin.withErrors ? bytes : render(laid, report, []);
};

/**
 * The print file and its sheet of information; neither where the file would break a promise. A draft with errors promises
 * nothing and has no such sheet: it is for no press.
 */
const writePress = async (laid: LaidOut, name: string, report: Report): Promise<readonly Made[]> => {
  const { edition } = laid;
  const { profile } = edition;
  const pressed = profile && (await renderPress(laid, profile, report));
  if (!pressed) return [];
  const { bytes } = pressed;
  const file = `${name}.print.pdf`;
  const { survey, breaches } = examinePress(bytes, edition.style);
  reportBreaches(breaches, file, report);
  if (!survey || breaches.length > 0) return [];
  const shared = { edition: edition.id, pages: survey.pages.length };
  if (edition.origin.withErrors) {
    const unclaimed = await renderPress(laid, profile, report, []);
    return unclaimed ? [{ name: file, bytes: unclaimed.bytes, ...shared }] : [];
  }
  const ticket = jobTicket(file, bytes, edition, survey);
  return [
    { name: file, bytes, ...shared },
    { name: `${name}.print.json`, bytes: ticket, ...shared },
  ];
};

/** An edition's files, where its blocks came to stand and on which sheets, and the rules of setting that it breaks. */
export type Written = {
  readonly files: readonly Made[];
  readonly pages: PageMap;
  readonly laid: LaidOut;
  readonly violations: Violations;
};

/**
 * Sets an edition and writes the wanted outputs; the page layout is made once and serves all of them, and its lines, kept
 * in `settings`, serve the other editions.
 */
export const write = async (
  edition: Edition,
  wanted: readonly Output[],
  report: Report,
  progress: Progress,
  settings: Settings = new Map(),
): Promise<Written> => {
  const draft = edition.origin.withErrors && ({ draft: true } as const);
  const name = `whitepaper-${edition.issue}.${edition.id}${draft ? ".draft" : ""}`;
  progress(`setting ${edition.id}`);
  const laid = await layOut(edition, report, settings);
  const { pages, violations } = laid;
  const files: Made[] = [];
  const made = (ending: string, bytes: Uint8Array): void =>
    void files.push({ name: `${name}.${ending}`, bytes, edition: edition.id, pages: pages.labels.length, ...draft });
  if (wanted.includes("pdf")) {
    progress(`writing ${name}.pdf`);
    made("pdf", await writeScreen(laid, `${name}.pdf`, report));
  }
  if (wanted.includes("print")) {
    progress(`writing ${name}.print.pdf`);
    files.push(...(await writePress(laid, name, report)).map((file) => ({ ...file, ...draft })));
  }
  if (wanted.includes("docx")) {
    progress(`writing ${name}.docx`);
    made("docx", await writeDocx(edition, pages, report));
  }
  return { files, pages, laid, violations };
};

/** "charts/court-cases.draft.zh.svg": the name of a chart's file, which says that it was drawn in spite of errors. */
const chartName = (name: string, figure: string, isDraft: boolean): string =>
  `charts/${isDraft ? `${figure}.draft${name.slice(figure.length)}` : name}`;

/** The charts of the editions as files in a folder of their own, once a language. */
export const writeChartFiles = (editions: readonly Edition[], progress: Progress): readonly Made[] => {
  const parts = new Map(
    editions.flatMap(({ parts: own, origin }) =>
      own.map((part) => [part.language.id, { part, draft: origin.withErrors && ({ draft: true } as const) }] as const),
    ),
  );
  return [...parts].flatMap(([language, { part, draft }]) => {
    progress(`writing charts in ${language}`);
    return writeCharts(part).map((file) => {
      const name = chartName(file.name, file.figure, draft !== undefined);
      return { ...file, name, language, ...draft };
    });
  });
};

/** Reports what finished files would tell that is not printed: `release-revision`, `release-comment`, `release-hidden-text`. */
export const disclosuresIn = (files: readonly Made[], report: Report): void => {
  for (const { name, bytes } of files) reportBreaches(disclosures(name, bytes), name, report);
};

/** The Word file of an edition that an edited one is compared with: every figure in its control, without page numbers. */
export const plainWord = (edition: Edition): Promise<Uint8Array> => {
  const { style } = edition;
  const noPages: PageMap = { labels: [], blocks: {}, values: {}, contents: {} };
  const word = { ...style.word, controls: "bound" as const };
  return writeDocx({ ...edition, style: { ...style, word } }, noPages, () => {});
};

/** Sets an edition to know where its figures come to stand. */
export const pagesOf = async (
  edition: Edition,
  progress: Progress,
  settings: Settings = new Map(),
): Promise<PageMap> => {
  progress(`setting ${edition.id}`);
  return (await layOut(edition, () => {}, settings)).pages;
};

/** Sets an edition for its findings alone. */
export const setOnly = async (
  edition: Edition,
  report: Report,
  progress: Progress,
  settings: Settings = new Map(),
): Promise<void> => {
  progress(`setting ${edition.id}`);
  await attemptAsync(`setting ${edition.id}`, undefined, report, async () =>
    checkForPress(await layOut(edition, report, settings), report),
  );
};
