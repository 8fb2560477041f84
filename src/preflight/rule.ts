import type { RuleName } from "../model/rules/index.ts";
import type { Breach, Note } from "./breach.ts";

/** One promise: what of a file breaks it. */
export type Rule<Subject> = {
  readonly rule: RuleName;
  readonly breaches: (subject: Subject) => readonly Omit<Breach, "rule">[];
};

/** Holds a file to its promises. */
export const hold = <Subject>(rules: readonly Rule<Subject>[], subject: Subject, note: Note): void => {
  for (const { rule, breaches } of rules) for (const breach of breaches(subject)) note({ rule, ...breach });
};
