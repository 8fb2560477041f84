import type { Report } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { RuleName } from "../model/rules/index.ts";
import { didYouMean } from "../model/suggest.ts";
import type { Instrumented } from "./syntax.ts";

/**
 * The templates whose partials all exist and end. A partial that does not parse (`faulty`) has its findings; what includes
 * it is left out with it. Reports `unknown-partial`, `partial-cycle`.
 */
export const soundTemplates = <T extends Instrumented>(
  templates: readonly T[],
  partials: ReadonlyMap<string, T>,
  faulty: ReadonlySet<string>,
  startOf: (name: string) => Place,
  report: Report,
): readonly T[] => {
  const known = new Map<T, boolean>();
  const open: T[] = [];
  const fault = ({ name }: T, rule: RuleName, message: string, hint: { hint?: string } = {}): false => {
    report({ severity: "error", rule, message, place: startOf(name), ...hint });
    return false;
  };
  const includes = (template: T, name: string): boolean => {
    const partial = partials.get(name);
    if (!partial)
      return faulty.has(name)
        ? false
        : fault(template, "unknown-partial", `there is no partial "${name}"`, didYouMean(name, partials.keys()));
    if (!open.includes(partial)) return isSound(partial);
    const trail = [...open.slice(open.indexOf(partial)), partial].map((one) => one.name);
    return fault(template, "partial-cycle", `a template includes itself: ${trail.join(" → ")}`);
  };
  const isSound = (template: T): boolean => {
    const judged = known.get(template);
    if (judged !== undefined) return judged;
    open.push(template);
    const sound = [...template.partials].map((name) => includes(template, name)).every(Boolean);
    open.pop();
    known.set(template, sound);
    return sound;
  };
  return templates.filter(isSound);
};
