import type { Report } from "../model/finding.ts";
import { didYouMean } from "../model/suggest.ts";
import type { Instrumented } from "./syntax.ts";

/** Whether every partial exists and none includes itself. Reports `unknown-partial`, `partial-cycle`. */
export const checkPartials = (
  templates: readonly Instrumented[],
  partials: ReadonlyMap<string, Instrumented>,
  fileOf: (name: string) => string,
  report: Report,
): boolean => {
  let sound = true;
  const fault = (name: string, rule: string, message: string, hint: { hint?: string } = {}): void => {
    sound = false;
    report({ severity: "error", rule, message, place: { file: fileOf(name), line: 1, column: 1 }, ...hint });
  };
  const visit = (template: Instrumented, trail: readonly string[]): void => {
    for (const name of template.partials) {
      const inner = partials.get(name);
      if (!inner)
        fault(template.name, "unknown-partial", `there is no partial "${name}"`, didYouMean(name, partials.keys()));
      else if (trail.includes(name))
        fault(template.name, "partial-cycle", `a template includes itself: ${[...trail, name].join(" → ")}`);
      else visit(inner, [...trail, name]);
    }
  };
  for (const template of templates) visit(template, [template.name]);
  return sound;
};
