import type { RuleName } from "../model/rules/index.ts";
/** A promise that a finished file breaks. */
export type Breach = {
  /** Rule name in kebab-case, as `explain` knows it. */
  readonly rule: RuleName;
  readonly message: string;
  /** Physical page, 1-based; left out where it is about the whole file. */
  readonly page?: number;
};

/** Where a check puts what it finds. */
export type Note = (breach: Breach) => void;
