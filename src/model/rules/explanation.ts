/** What `explain` says about a rule: why it is there, and what to do about its finding. */
export type Explanation = {
  /** What goes wrong in print without it. */
  readonly why: string;
  /** How the finding goes away because its cause does. */
  readonly mend: string;
  /** How it may stay, where that differs from the other rules of its stage. */
  readonly waive?: string;
};

/** The rules that one stage reports, by name, and how a finding of that stage may stay. */
export type StageRules = {
  readonly title: string;
  readonly waive: string;
  readonly rules: Readonly<Record<string, Explanation>>;
};

/** For the stages whose findings are faults of the source and no matter of judgement. */
export const draftOnly =
  "It cannot be waived: the text or the data must change. build --draft writes in spite of errors, for proof-reading only.";
