import type { Deviate } from "../../model/deviation.ts";
import type { Glossary, Term } from "../../model/glossary.ts";
import type { Place } from "../../model/place.ts";
import { recent } from "../../model/recent.ts";
import { printsNumber } from "../../model/text.ts";
import { isWhole, offsetsOf } from "../lexicon.ts";
import { type Passage, placeAt, sentenceAt } from "../passages.ts";
import type { Mention, Unit } from "./units.ts";

type Units = ReadonlyMap<string, ReadonlyMap<string, Unit>>;
type Form = {
  readonly text: string;
  /** What it says between its gaps; the first letter is found in either case. */
  readonly pieces: readonly string[];
  readonly terms: Set<Term>;
  /** Terms for which it must not stand. */
  readonly forbidden: Set<Term>;
};

const otherCase = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
/** Offsets at which a piece stands as whole words, its first letter in either case. */
const wholeWords = (text: string, piece: string): readonly number[] => {
  const [first = ""] = piece;
  const other = otherCase(first) + piece.slice(first.length);
  const pieces = other.length === piece.length && other !== piece ? [piece, other] : [piece];
  return pieces
    .flatMap((form) => offsetsOf(text, form))
    .filter((start) => isWhole(text, start, start + piece.length))
    .toSorted((a, b) => a - b);
};

/** Where a form with gaps begins in a text: its pieces follow one another. */
const gapped = (text: string, [first = "", ...rest]: readonly string[]): readonly number[] =>
  wholeWords(text, first).filter((start) => {
    let from = start + first.length;
    return rest.every((piece) => {
      const found = offsetsOf(text.slice(from), piece).find((at) => isWhole(text, from + at, from + at + piece.length));
      if (found === undefined) return false;
      from += found + piece.length;
      return true;
    });
  });

/** The forms of one language, the longest first: a longer form hides the shorter ones inside it. */
const learn = (glossary: Glossary, lang: string): readonly Form[] => {
  const forms = new Map<string, Form>();
  const formOf = (text: string): Form => {
    const pieces = text.split("…").map((piece) => piece.trim());
    const form = forms.get(text) ?? { text, pieces, terms: new Set(), forbidden: new Set() };
    forms.set(text, form);
    return form;
  };
  for (const term of glossary) {
    for (const text of term.forms.get(lang) ?? []) formOf(text).terms.add(term);
    for (const text of term.forbidden.get(lang) ?? []) formOf(text).forbidden.add(term);
  }
  return [...forms.values()].toSorted((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
};

type Finder = (text: string, sentences: readonly Sentence[]) => readonly Standing[];
const finders = new WeakMap<Glossary, Map<string, Finder>>();

/** What finds the forms of one language; it remembers the texts that it has read. */
const finderOf = (glossary: Glossary, lang: string): Finder => {
  const byLang = finders.get(glossary) ?? new Map<string, Finder>();
  finders.set(glossary, byLang);
  const made = byLang.get(lang) ?? finder(learn(glossary, lang));
  byLang.set(lang, made);
  return made;
};

/** A passage as the glossary writes it, numbers by their keys in braces, and where each part of that stands in it. */
const keyed = (passage: Passage) => {
  let text = "";
  const parts: { readonly at: number; readonly offset: number }[] = [];
  for (const { start, node } of passage.spans) {
    parts.push({ at: text.length, offset: start });
    text += node.type === "value" && printsNumber(node) ? `{${node.key}}` : node.text;
  }
  const offsetOf = (at: number): number => {
    const part = parts.findLast((candidate) => candidate.at <= at);
    return part ? Math.min(part.offset + at - part.at, passage.text.length - 1) : 0;
  };
  const sentences = passage.sentences.map(
    ([from]) => parts.findLast(({ offset }) => offset <= from) ?? { at: 0, offset: 0 },
  );
  const starts = sentences.map(({ at, offset }, index) => at + ((passage.sentences[index]?.[0] ?? 0) - offset));
  return { text, offsetOf, sentences: starts.map((at, index) => [at, starts[index + 1] ?? text.length] as const) };
};

type Sentence = readonly [start: number, end: number];
/** Where a form first stands in a keyed text. */
type Standing = { readonly form: Form; readonly at: number };

/** Finds the forms in a text. A longer form hides the shorter ones inside it; forms with gaps hide none. */
const finder = (forms: readonly Form[]): Finder => {
  const find = recent(
    1024,
    ({ text, sentences }: { readonly text: string; readonly sentences: readonly Sentence[] }) =>
      `${sentences.join()} ${text}`,
    ({ text, sentences }) => {
      const taken: Sentence[] = [];
      // Words of a key are none of the text: "courts" does not stand in {courts.cases}.
      const plain = text.replace(/\{[^{}]*\}/g, (key) => "\uFFFC".repeat(key.length));
      return forms.flatMap((form): Standing[] => {
        const searched = form.text.includes("{") ? text : plain;
        const starts =
          form.pieces.length > 1
            ? sentences.flatMap(([from, to]) => gapped(searched.slice(from, to), form.pieces).map((at) => from + at))
            : wholeWords(searched, form.text).filter((start) => {
                const end = start + form.text.length;
                if (taken.some((other) => other[0] <= start && end <= other[1])) return false;
                taken.push([start, end]);
                return true;
              });
        return starts[0] === undefined ? [] : [{ form, at: starts[0] }];
      });
    },
  );
  return (text, sentences) => find({ text, sentences });
};

type Hit = { readonly form: Form; readonly mention: Mention };

/** The terms that a passage uses, with their sentences. */
const hitsIn = (passage: Passage, find: Finder): readonly Hit[] => {
  const { text, offsetOf, sentences } = keyed(passage);
  return find(text, sentences).map(({ form, at }) => {
    const offset = offsetOf(at);
    const sentence = passage.text.slice(...sentenceAt(passage, offset)).trim();
    return { form, mention: { place: placeAt(passage, offset), sentence } };
  });
};

/** The terms of a unit, each form once, with its first mention. */
const unitHits = (unit: Unit, find: Finder): readonly Hit[] => {
  const hits = new Map<Form, Hit>();
  for (const passage of unit.passages)
    for (const hit of hitsIn(passage, find)) if (!hits.has(hit.form)) hits.set(hit.form, hit);
  return [...hits.values()];
};

/** What stands for one of some terms and must not. */
const forbiddenFor = <Standing extends { readonly form: Form }>(terms: readonly Term[], hits: readonly Standing[]) =>
  hits.flatMap((wrong) => terms.filter((term) => wrong.form.forbidden.has(term)).map((term) => ({ term, wrong })));

const insteadOf = (term: Term, lang: string): string => {
  const wanted = (term.forms.get(lang) ?? []).map((text) => `"${text}"`);
  return wanted.length === 0 ? "use another word" : `use ${wanted.join(" or ")}`;
};

/** A term that a translation lacks, or a form that it must not have; 0-based offset in the translation. */
export type TermFault = {
  readonly rule: "missing-term" | "forbidden-term";
  readonly message: string;
  readonly hint: string;
  readonly at: number;
  readonly place: Place;
};

/** The terms of one text against those of its translation; numbers stand in both by their keys in braces. */
export const termFaults = (
  glossary: Glossary,
  [lang, text]: readonly [lang: string, text: string],
  [other, translation]: readonly [lang: string, text: string],
): readonly TermFault[] => {
  const find = (own: string, said: string): readonly Standing[] => finderOf(glossary, own)(said, [[0, said.length]]);
  const theirs = find(other, translation);
  const used = new Set(theirs.flatMap(({ form }) => [...form.terms]));
  return find(lang, text).flatMap(({ form }): readonly TermFault[] => {
    const terms = [...form.terms];
    const [first] = terms;
    const wrong = forbiddenFor(terms, theirs).map(
      ({ term, wrong: { form: own, at } }): TermFault => ({
        rule: "forbidden-term",
        message: `"${own.text}" stands for "${form.text}", for which ${other} must not use it`,
        hint: insteadOf(term, other),
        at,
        place: term.place,
      }),
    );
    const wanted = terms.flatMap((term) => term.forms.get(other) ?? []);
    if (!first || wanted.length === 0 || wrong.length > 0 || terms.some((term) => used.has(term))) return wrong;
    const message = `"${form.text}" is translated without its term`;
    return [{ rule: "missing-term", message, hint: insteadOf(first, other), at: 0, place: first.place }];
  });
};

/**
 * Compares, unit by unit, the terms of the glossary: one that stands in a language must stand in the others, in one of
 * its forms and in none that is forbidden for it. Reports `missing-term` (a warning) at the term, with the unit that lacks
 * it, and `forbidden-term`.
 */
export const checkTerms = (glossary: Glossary, units: Units, deviate: Deviate): void => {
  const hits = new Map(
    [...units].map(([lang, own]) => [
      lang,
      new Map([...own.values()].map((unit) => [unit.id, unitHits(unit, finderOf(glossary, lang))])),
    ]),
  );
  for (const [lang, own] of units)
    for (const [other, theirs] of units) {
      if (other === lang) continue;
      for (const unit of own.values()) {
        const there = theirs.get(unit.id);
        if (!there) continue;
        const theirHits = hits.get(other)?.get(unit.id) ?? [];
        const used = new Set(theirHits.flatMap(({ form }) => [...form.terms]));
        for (const { form, mention } of hits.get(lang)?.get(unit.id) ?? []) {
          const terms = [...form.terms];
          for (const { term, wrong } of forbiddenFor(terms, theirHits))
            deviate({
              severity: "error",
              rule: "forbidden-term",
              message: `"${wrong.form.text}" stands for "${form.text}", for which ${other} must not use it`,
              place: wrong.mention.place,
              hint: insteadOf(term, other),
              related: [
                { message: `"${form.text}" in ${lang}`, place: mention.place },
                { message: "the term in the glossary", place: term.place },
              ],
              about: wrong.form.text,
              lang: other,
              unit: unit.id,
            });
          const wanted = terms.flatMap((term) => term.forms.get(other) ?? []);
          if (wanted.length === 0 || terms.some((term) => used.has(term))) continue;
          deviate({
            severity: "warning",
            rule: "missing-term",
            message: `"${form.text}" stands in "${unit.id}" in ${lang}, but ${other} has no ${wanted.map((text) => `"${text}"`).join(" or ")}`,
            place: mention.place,
            hint: "use the glossary's term",
            related: [
              { message: `"${unit.id}" in ${other}`, place: there.place },
              { message: "the term in the glossary", place: (terms[0] as Term).place },
            ],
            about: form.text,
            lang: other,
            unit: unit.id,
          });
        }
      }
    }
};
