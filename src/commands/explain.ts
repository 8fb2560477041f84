import { type Rule, rules, rulesByStage } from "../model/rules/index.ts";
import { didYouMean } from "../model/suggest.ts";
import type { Format } from "./format.ts";
import { UsageError } from "./project.ts";

/** Widest line of an explanation, in characters. */
const measure = 96;

/** Words in lines of the measure, the first behind a label, the others below its end. */
const paragraph = (label: string, text: string): string => {
  const indent = " ".repeat(label.length);
  const lines: string[] = [];
  let line = label;
  for (const word of text.split(" ")) {
    if (line.length + word.length + 1 > measure && line.trim() !== "" && line !== label) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += line === label || line === indent ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
};

const human = ({ name, why, mend, waive }: Rule): string =>
  `${[name, "", paragraph("  Why    ", why), paragraph("  Mend   ", mend), paragraph("  Waive  ", waive)].join("\n")}\n`;

const list = (): string => {
  const stages = Object.values(rulesByStage).filter((stage) => Object.keys(stage.rules).length > 0);
  return stages.map((stage) => `${stage.title}\n${paragraph("  ", Object.keys(stage.rules).join(" "))}\n`).join("\n");
};

/**
 * Why a rule is there, how its finding goes away and how it may stay; without a name, all rules by stage. As JSON for
 * machines: `{ version, rules: [{ name, stage, why, mend, waive }] }`.
 *
 * @throws UsageError for a name that no rule has
 */
export const explain = (name: string | undefined, format: Format): string => {
  const rule = name === undefined ? undefined : rules.get(name);
  if (name !== undefined && !rule)
    throw new UsageError(
      `there is no rule "${name}"; ${didYouMean(name, rules.keys()).hint ?? "whitepaper explain lists them"}`,
    );
  const wanted = rule ? [rule] : [...rules.values()];
  if (format === "json") return `${JSON.stringify({ version: 1, rules: wanted }, null, 2)}\n`;
  return rule ? human(rule) : list();
};
