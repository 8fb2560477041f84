import type { Finding } from "../../model/finding.ts";
import { namedContent, numberedCodes } from "../docx/codes.ts";
import { fingerprint } from "../pairs.ts";
import { type Content, codeName, codesOf, maskedText } from "../unit.ts";
import type { TakingContext } from "./context.ts";
import type { Known, Objection } from "./objections.ts";
import { type Returned, type ReturnedUnit, returnedText } from "./returned.ts";
import { reportUnknown } from "./unknown.ts";
import { judge } from "./verdict.ts";

/** Taking in what came back: which units of which files are taken, which are left as they are, and why. */

/** A translation that is taken, with where it came from. */
export type Taken = { readonly content: Content; readonly returned: ReturnedUnit };

export type Takings = {
  readonly taken: ReadonlyMap<string, Taken>;
  /** Units whose translation is confirmed as it stands. */
  readonly confirmed: ReadonlySet<string>;
  /** How many came back as they were, or untranslated. */
  readonly unchanged: number;
  readonly refused: number;
};

/** A finding about a unit that came back, at its place in the file and with that of its source. */
export const unitFinding = (
  returned: ReturnedUnit,
  { rule, message, hint, isWarning }: Objection,
  { from, to, sourcePlace }: Pick<TakingContext, "from" | "to" | "sourcePlace">,
): Finding => {
  const place = sourcePlace(returned.id);
  return {
    severity: isWarning ? "warning" : "error",
    rule,
    message: `${returned.id}: ${message}`,
    place: returned.place,
    ...(hint !== undefined && { hint }),
    texts: { [from.id]: returnedText(returned.source), [to.id]: returnedText(returned.target ?? []) },
    ...(place && { related: [{ message: "its source", place }] }),
  };
};

/** Codes by their names where a file has their numbers. */
const named = (unit: ReturnedUnit, { source, target }: Known): ReturnedUnit => {
  if (unit.numbered === undefined) return unit;
  const numbers = numberedCodes(source, target ?? source);
  return {
    ...unit,
    isSourceOld: unit.numbered !== fingerprint(maskedText(source)),
    source: namedContent(unit.source, numbers),
    ...(unit.target && { target: namedContent(unit.target, numbers) }),
  };
};

/** Holds what came back against what the project has. Reports every objection; nothing is written. */
export const takingsOf = (
  files: readonly Returned[],
  units: ReadonlyMap<string, Known>,
  context: TakingContext,
): Takings => {
  const taken = new Map<string, Taken>();
  const confirmed = new Set<string>();
  const seen = new Map<string, string>();
  let [unchanged, refused] = [0, 0];
  for (const { file, units: came } of files) {
    const unknown: ReturnedUnit[] = [];
    for (const unit of came) {
      const known = units.get(unit.id);
      if (!known) {
        unknown.push(unit);
        continue;
      }
      const returned = named(unit, known);
      const shown = (name: string): string => {
        const code = codesOf(known.source).find((one) => codeName(one) === `{${name}}`);
        return code ? codeName(code) : `{${name}}`;
      };
      const verdict = judge(known, returned, { adapted: context.adapted, shown });
      const objections = "objections" in verdict ? verdict.objections : [];
      const says = returnedText(returned.target ?? []);
      const isSecond = verdict.kind === "taken" && seen.has(known.id) && seen.get(known.id) !== says;
      if (isSecond)
        context.report(
          unitFinding(
            returned,
            {
              rule: "doubled-unit",
              message: "it came back twice, with different words",
              hint: "import the file that counts, alone",
            },
            context,
          ),
        );
      for (const objection of objections) context.report(unitFinding(returned, objection, context));
      if (verdict.kind === "refused" || isSecond) refused++;
      else if (verdict.kind === "unchanged") unchanged++;
      else if (verdict.kind === "confirmed") confirmed.add(known.id);
      else taken.set(known.id, { content: verdict.content, returned });
      if (verdict.kind === "taken") seen.set(known.id, says);
    }
    reportUnknown(file, unknown, came.length, units, context);
    refused += unknown.length;
  }
  return { taken, confirmed, unchanged, refused };
};
