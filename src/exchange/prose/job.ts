import type { Glossary } from "../../model/glossary.ts";
import type { Language } from "../../model/language.ts";
import type { Chapter } from "../chapters.ts";
import type { Job, JobUnit, Note } from "../job.ts";
import type { Pair } from "../pairs.ts";
import { changeText } from "../sequence.ts";
import { unitPlace } from "../status.ts";
import { type Code, type Content, contentOf } from "../unit.ts";

/** What a code prints, in one language; `undefined` where it is not known. */
export type Showing = (code: Code, file: string) => string | undefined;
export type Showings = { readonly source: Showing; readonly target: Showing };

const bothShown = (source: string | undefined, target: string | undefined, code: Code): string => {
  // What is still to be filled in a language file says nothing here.
  const [left, right] = [source ?? target, target ?? source].map((text) => text?.replace(/\[\[[\w.-]+\]\]/g, "…"));
  if (left === undefined) return code.source.replace(/^\{\{~?#?|~?\}\}$/g, "").replace(/\s+/g, " ");
  return left === right ? left : `${left} | ${right}`;
};

/** What each code of a unit shows, each once: tools tell codes apart by what they show. */
const shownCodes = (pair: Pair, source: Content, showings: Showings): ReadonlyMap<string, string> => {
  const shown = new Map<string, string>();
  const targets = pair.target ? contentOf(pair.target.unit.pieces, "") : [];
  const used = new Map<string, number>();
  for (const part of [...source, ...targets]) {
    if (typeof part === "string" || part.kind === "open" || part.kind === "close" || shown.has(part.id)) continue;
    const other = targets.find((code) => typeof code !== "string" && code.id === part.id && code.kind === part.kind) as
      | Code
      | undefined;
    const own = other && pair.target ? showings.target(other, pair.target.unit.file) : undefined;
    const isOwn = !source.includes(part);
    const text = bothShown(
      isOwn ? undefined : showings.source(part, pair.source?.unit.file ?? ""),
      own ?? showings.target(part, pair.source?.unit.file ?? ""),
      part,
    );
    const count = (used.get(text) ?? 0) + 1;
    used.set(text, count);
    shown.set(part.id, count === 1 ? text : `${text} (${count})`);
  }
  return shown;
};

/** The terms of the glossary that a text uses, and what they are called; a longer term hides the shorter ones inside it. */
const termsIn = (text: string, glossary: Glossary, from: string, to: string): readonly string[] => {
  const forms = glossary
    .flatMap((term) => (term.forms.get(from) ?? []).map((form) => ({ form, own: term.forms.get(to)?.[0] })))
    .toSorted((a, b) => b.form.length - a.form.length);
  let left = text;
  return forms.flatMap(({ form, own }) => {
    if (!left.includes(form)) return [];
    left = left.replaceAll(form, "\u0000");
    return own === undefined ? [] : [`${form} = ${own}`];
  });
};

const kinds = {
  head: "heading",
  text: "text",
  caption: "caption",
  cell: "table cell",
  note: "note",
  alt: "text alternative of a picture",
} as const;

export type ProseContext = {
  readonly issue: string;
  readonly from: Language;
  readonly to: Language;
  readonly glossary: Glossary;
  readonly showings: Showings;
};

const factNotes = ({ record, facts }: Pair): readonly Note[] => {
  const before = record?.facts ?? [];
  return before.join() === facts.join()
    ? []
    : [{ about: "facts", text: changeText(before.join(", "), facts.join(", ")) }];
};

/** The job of a chapter; none for a template without units. */
export const proseJob = (chapter: Chapter, context: ProseContext): Job | undefined => {
  const { issue, from, to, glossary, showings } = context;
  const { source, pairs } = chapter;
  if (!source) return undefined;
  const heads = new Map(
    pairs.flatMap((pair) =>
      pair.source?.unit.kind === "head" ? [[pair.source.unit.section, pair.source.says] as const] : [],
    ),
  );
  const [title] = heads.values();
  const shown = new Map<string, ReadonlyMap<string, string>>();
  const units = pairs.flatMap((pair): JobUnit[] => {
    if (!pair.source || pair.state === "extra") return [];
    const { unit, says } = pair.source;
    const content = contentOf(unit.pieces, from.script);
    const target = pair.target && contentOf(pair.target.unit.pieces, to.script);
    shown.set(pair.id, shownCodes(pair, content, showings));
    const where = [title, heads.get(unit.section)].filter((text) => text !== undefined && text !== says);
    const terms = termsIn(says, glossary, from.id, to.id);
    const previous = pair.state === "stale" ? pair.record?.source : undefined;
    return [
      {
        id: pair.id,
        state: pair.state,
        source: content,
        target: pair.state === "missing" || !target ? content : target,
        ...(previous !== undefined && { previous }),
        notes: [
          { about: "place", text: [kinds[unit.kind], ...new Set(where)].join(" · ") },
          ...(terms.length > 0 ? [{ about: "terms", text: terms.join("; ") } as const] : []),
          ...(previous !== undefined && previous !== says
            ? [{ about: "change", text: changeText(previous, says) } as const]
            : []),
          ...(pair.state === "stale" ? factNotes(pair) : []),
          ...unit.pieces.flatMap((piece) =>
            piece.type === "comment" ? [{ about: "comment", text: commentText(piece.source) } as const] : [],
          ),
        ],
        place: unitPlace(pair.source, source.text),
      },
    ];
  });
  if (units.length === 0) return undefined;
  return {
    name: (source.file.split("/").at(-1) ?? chapter.name).replace(/\.md\.hbs$/, ""),
    original: source.file,
    issue,
    source: from.language,
    target: to.language,
    lang: to.id,
    units,
    shown: (unit, code) => shown.get(unit)?.get(code.id) ?? code.id,
  };
};

const commentText = (source: string): string => source.replace(/^\s*\{\{!(--)?\s*|\s*(--)?~?\}\}\s*$/g, "");
