import type { Block, Document, Value } from "../../src/model/document.ts";
import type { Key } from "../../src/model/figure.ts";
import type { Finding } from "../../src/model/finding.ts";
import { inlinesOf, walkBlocks, walkInlines } from "../../src/model/walk.ts";
import { numbersIn } from "./numerals.ts";
import type { Base, Outcome } from "./variants.ts";

/** What a corrected or spoilt figure must do to the documents: change wherever it stands, and nothing else. */

/** New values by key. */
export type Changes = ReadonlyMap<Key, number>;

const valuesIn = (document: Document): readonly Value[] =>
  [...walkBlocks(document.sections)]
    .flatMap((block) => [...walkInlines(inlinesOf(block))])
    .filter((inline) => inline.type === "value");

const keysOf = ({ key, also = [] }: Value): readonly Key[] => [key, ...also];
const isWord = ({ form }: Value): boolean => form === "direction" || form === "plural" || form === "label";
/** A figure and what is derived from it: patents.total, patents.total.growth, patents.total.prior. */
const family = (key: Key): Key => key.replace(/\.(growth|prior|rank|share)$/, "");

/** The document as text, without what may follow from the changed figures: their numbers, their words, their charts. */
const withoutChanges = (document: Document, changes: Changes): string => {
  const families = new Set([...changes.keys()].map(family));
  const touched = (keys: readonly Key[]): boolean => keys.some((key) => families.has(family(key)));
  return JSON.stringify(document, (_, node: unknown) => {
    if (typeof node !== "object" || node === null || !("type" in node)) return node;
    if (node.type === "value" && touched(keysOf(node as Value)))
      return keysOf(node as Value).some((key) => changes.has(key)) ? "changed" : { ...node, type: "other" };
    const { body } = node as Extract<Block, { type: "figure" }>;
    if (node.type === "figure" && "keys" in body && touched(body.keys)) return "chart";
    return node;
  });
};

/** Whether every place of a document that prints a changed figure prints its new number, there is one, and nothing else changed. */
const changedRightly = (before: Document, after: Document, changes: Changes): boolean => {
  if (withoutChanges(before, changes) !== withoutChanges(after, changes)) return false;
  return [...changes].every(([key, value]) => {
    const printed = valuesIn(after).filter((node) => !isWord(node) && keysOf(node).includes(key));
    const charts = [...walkBlocks(after.sections)].flatMap((block) =>
      block.type === "figure" && "rows" in block.body
        ? block.body.rows.flatMap((row) => (row.key === key ? [{ row, alt: block.alt }] : []))
        : [],
    );
    const isPrinted = printed.every(({ text }) => numbersIn(text).includes(Math.abs(value)));
    const isDrawn = charts.every(({ row, alt }) => {
      // A chart prints 29.19 under a head that says 万件; its alternative text says both.
      const full = typeof row.full === "string" ? row.full : row.text;
      return Number(row.value) === value && numbersIn(full).includes(value) && alt.includes(full);
    });
    return printed.length + charts.length > 0 && isPrinted && isDrawn;
  });
};

/** Whether the change shows in every edition; an edition binds documents, so every language is every edition. */
export const changedEverywhere = (base: Base, { documents }: Outcome, changes: Changes): boolean =>
  [...base.documents].every(([lang, before]) => {
    const after = documents.get(lang);
    return after !== undefined && changedRightly(before, after, changes);
  });

/** Whether a finding is about one of some figures: it says so, or points at where one is stated. */
export const isAbout = (base: Base, { message, place, related = [] }: Finding, keys: Iterable<Key>): boolean =>
  [...keys].some((key) => {
    const stated = base.source.figures.get(key)?.place;
    const places = [place, ...related.map((one) => one.place)];
    return (
      message.split(/[^\w.-]+/).some((word) => family(word.replace(/\.$/, "")) === family(key)) ||
      places.some((one) => one?.file === stated?.file && one?.line === stated?.line)
    );
  });
