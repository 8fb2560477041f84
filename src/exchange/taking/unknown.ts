import type { TakingContext } from "./context.ts";
import type { Known } from "./objections.ts";
import { type ReturnedUnit, wordsOf } from "./returned.ts";

/** Most units that are told one by one. */
const maxTold = 20;

/**
 * Units of a file that the project does not know. Reports `foreign-file` where that is all of them and nothing in them is
 * known either, `lost-names` for those that say what a unit says and go by another name, and `unknown-translation-unit`.
 */
export const reportUnknown = (
  file: string,
  unknown: readonly ReturnedUnit[],
  total: number,
  known: ReadonlyMap<string, Known>,
  { to, report }: Pick<TakingContext, "to" | "report">,
): void => {
  const sources = new Set([...known.values()].map(({ source }) => wordsOf(source)));
  const renamed = unknown.filter(({ source }) => sources.has(wordsOf(source)));
  const strange = unknown.filter((unit) => !renamed.includes(unit));
  const [first] = renamed;
  if (first)
    report({
      severity: "error",
      rule: "lost-names",
      message: `${renamed.length} ${renamed.length === 1 ? "unit" : "units"} of ${file} came back under other names, such as "${first.id}"`,
      place: first.place,
      hint: "a converter may have changed them; translate the exported file itself",
    });
  const [one] = strange;
  if (!one) return;
  if (strange.length === total)
    return report({
      severity: "error",
      rule: "foreign-file",
      message: `${file} is not of this issue in ${to.id}: none of its ${total} units is known`,
      place: { file, line: 1, column: 1 },
      hint: "look whether it belongs to another issue, language or project",
    });
  for (const { id, place } of strange.slice(0, maxTold))
    report({
      severity: "error",
      rule: "unknown-translation-unit",
      message: `there is no unit "${id}" in ${to.id}`,
      place,
      hint: "the source has lost it since; export the language again",
    });
  const [more] = strange.slice(maxTold);
  if (more)
    report({
      severity: "error",
      rule: "unknown-translation-unit",
      message: `${strange.length - maxTold} more units of ${file} are unknown`,
      place: more.place,
    });
};
