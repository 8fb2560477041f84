import { codePointName, hiddenIn } from "../../model/characters.ts";
import type { RuleName } from "../../model/rules/index.ts";
import type { UnitState } from "../../model/translation.ts";
import { endsSentence } from "../prose/groups.ts";
import { type Code, type Content, codesOf } from "../unit.ts";
import type { ReturnedCode, ReturnedContent } from "./returned.ts";

/** A unit as the project has it, against which what comes back is held. */
export type Known = {
  readonly id: string;
  readonly state: UnitState;
  readonly source: Content;
  /** What its translation says now; `undefined` where there is none, or the words of the source. */
  readonly target: Content | undefined;
  /** Fingerprint of its translation as it was last written or sent out. */
  readonly sent: string | undefined;
  /** Whether what follows it in its paragraph would run on from it without the mark that ends a sentence. */
  readonly needsEnd: boolean;
  /** It is a pattern, whose braces are placeholders. */
  readonly isPattern: boolean;
  /** Script of the language that is translated to. */
  readonly script: string;
  readonly limit?: number;
};

/** Why a translation cannot be taken as it is. */
export type Objection = {
  readonly rule: RuleName;
  readonly message: string;
  readonly hint?: string;
  readonly isWarning?: true;
};

const objection = (rule: RuleName, message: string, hint?: string, isWarning = false): Objection => ({
  rule,
  message,
  ...(hint !== undefined && { hint }),
  ...(isWarning && { isWarning: true as const }),
});

/** The name of a code in its unit; the ends of a pair have two. */
export const nameOf = ({ kind, id }: ReturnedCode): string => (kind === "close" ? `/${id}` : id);
const countOf = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};
export const codeNames = (codes: readonly Code[]): readonly string[] =>
  codes.map(({ kind, id }) => (kind === "close" ? `/${id}` : id));

/** Lost, added, doubled and changed codes. Codes that only the translation has so far may stay or go. */
const codeObjections = (
  known: Known,
  target: ReturnedContent,
  shown: (name: string) => string,
): readonly Objection[] => {
  const needed = countOf(codeNames(codesOf(known.source)));
  const allowed = countOf([...needed.keys(), ...codeNames(codesOf(known.target ?? []))]);
  const came = countOf(target.filter((part) => typeof part !== "string").map(nameOf));
  // Of a pair that is lost whole, its opening stands for both.
  const missing = [...needed.keys()].filter((name) => !came.has(name));
  const lost = missing.filter((name) => !(name.startsWith("/") && missing.includes(name.slice(1))));
  const unknown = [...came.keys()].filter((name) => !allowed.has(name));
  const doubled = [...came].filter(([name, count]) => allowed.has(name) && count > 1);
  const swapped = lost.length === unknown.length ? lost.length : 0;
  return [
    ...lost
      .slice(0, swapped)
      .map((name, index) =>
        objection(
          "changed-code",
          `the code ${shown(name)} came back as "${unknown[index]}"`,
          "put the code of the source in its place",
        ),
      ),
    ...lost
      .slice(swapped)
      .map((name) => objection("lost-code", `the code ${shown(name)} is missing`, "put it where its words ask for it")),
    ...unknown
      .slice(swapped)
      .map((name) => objection("added-code", `there is no code "${name}" in this unit`, "take it out")),
    ...doubled.map(([name, count]) =>
      objection("doubled-code", `the code ${shown(name)} stands ${count} times`, "keep one of them"),
    ),
  ];
};

/** Whether pairs close what they open, and branches follow one another as in the source. */
const pairObjections = (known: Known, target: ReturnedContent): readonly Objection[] => {
  const open: string[] = [];
  const around = "put both codes of the pair around its words";
  for (const part of target) {
    if (typeof part === "string") continue;
    if (part.kind === "open") open.push(part.id);
    if (part.kind === "close" && open.pop() !== part.id)
      return [objection("torn-pair", `"${part.id}" is closed where it is not open`, around)];
  }
  const [left] = open;
  if (left !== undefined) return [objection("torn-pair", `"${left}" is opened and not closed`, around)];
  const branches = codesOf(known.source).flatMap(({ kind, id }) => (kind === "branch" ? id : []));
  const came = target.flatMap((part) => (typeof part !== "string" && branches.includes(part.id) ? part.id : []));
  if (came.join() === branches.join()) return [];
  return [objection("torn-pair", `the conditions ${came.join(", ")} stand in another order than in the source`)];
};

const textObjections = (known: Known, target: ReturnedContent): readonly Objection[] => {
  const words = target.filter((part) => typeof part === "string").join("");
  const [hidden] = hiddenIn(words);
  const length = [...words].length;
  const found: Objection[] = [];
  if ((known.isPattern ? /[{}]/ : /\{\{|\}\}/).test(words))
    found.push(objection("typed-code", "marks of the template are typed as text", "use the codes of the file"));
  if (hidden)
    found.push(
      objection(
        "hidden-character",
        `${codePointName(hidden.character)} is invisible or not allowed in print`,
        "delete it",
      ),
    );
  const kinds = new Map(codesOf(known.source).map(({ id, kind }) => [id, kind] as const));
  const parts = target.map((part) =>
    typeof part === "string" ? part : { kind: part.kind === "alone" ? (kinds.get(part.id) ?? "value") : part.kind },
  );
  if (known.needsEnd && !endsSentence(parts))
    found.push(
      objection(
        "open-sentence",
        "the source ends a sentence here, and the translation does not: what follows would run on from it",
        "end it with a full stop or the like",
      ),
    );
  if (known.limit !== undefined && length > known.limit)
    found.push(
      objection(
        "label-too-long",
        `"${words}" has ${length} characters; the chart has room for ${known.limit}`,
        undefined,
        true,
      ),
    );
  return found;
};

/** Figures that stand in another order than in the source: right where the sentence is turned round, wrong where they were confused. */
const orderObjections = (known: Known, target: ReturnedContent): readonly Objection[] => {
  const figures = codesOf(known.source).flatMap(({ kind, id }) => (kind === "value" && !id.includes(":") ? id : []));
  const came = target.flatMap((part) => (typeof part !== "string" && figures.includes(part.id) ? part.id : []));
  if (known.isPattern || came.length !== figures.length || came.join() === figures.join()) return [];
  const message = `the figures stand in another order than in the source: ${came.join(", ")}`;
  return [objection("figures-reordered", message, "look whether each stands beside its own words", true)];
};

/** Everything that speaks against the codes and the words of a translation. */
export const objectionsTo = (
  known: Known,
  target: ReturnedContent,
  shown: (name: string) => string,
): readonly Objection[] => {
  const codes = codeObjections(known, target, shown);
  // Where codes are wrong, so are their pairs, their order and perhaps the end of the sentence.
  if (codes.length > 0) return codes;
  return [...pairObjections(known, target), ...textObjections(known, target), ...orderObjections(known, target)];
};
