import { agreeRules } from "./agree.ts";
import { checkRules } from "./check.ts";
import { composeRules } from "./compose.ts";
import { drawRules } from "./draw.ts";
import type { StageRules } from "./explanation.ts";
import { officeRules } from "./office.ts";
import { preflightRules } from "./preflight.ts";
import { readRules } from "./read.ts";
import { releaseRules } from "./release.ts";
import { runRules } from "./run.ts";
import { translateRules } from "./translate.ts";
import { typesetRules } from "./typeset.ts";
import { writeRules } from "./write.ts";

const stages = {
  read: readRules,
  compose: composeRules,
  check: checkRules,
  draw: drawRules,
  typeset: typesetRules,
  write: writeRules,
  preflight: preflightRules,
  agree: agreeRules,
  release: releaseRules,
  office: officeRules,
  translate: translateRules,
  run: runRules,
};

/** The name of a rule. Each has its explanation, or what reports it does not compile. */
export type RuleName = { [Stage in keyof typeof stages]: keyof (typeof stages)[Stage]["rules"] }[keyof typeof stages];

/** Every rule that a finding can name, by the stage that reports it first, in the order of the pipeline. */
export const rulesByStage: Readonly<Record<string, StageRules>> = stages;

/** A rule with what can be said about it. */
export type Rule = {
  readonly name: RuleName;
  readonly stage: string;
  readonly why: string;
  readonly mend: string;
  readonly waive: string;
};

/** Every rule by its name. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  Object.entries(rulesByStage).flatMap(([stage, { waive, rules }]) =>
    Object.entries(rules).map(([name, explanation]): readonly [string, Rule] => [
      name,
      { name: name as RuleName, stage, waive, ...explanation },
    ]),
  ),
);
