import type { Figures } from "../model/figure.ts";
import type { Report } from "../model/finding.ts";
import { type Operand, type Relation, type RelationKind, relationKinds, relationSchemas } from "../model/relation.ts";
import { didYouMean } from "../model/suggest.ts";
import { writtenStep } from "./figures.ts";
import { checkSchema } from "./schema.ts";
import type { Located, Path } from "./yaml.ts";

/** Fields of relations that hold one figure or number, and lists of them. */
const singles = [
  "of",
  "base",
  "whole",
  "numerator",
  "denominator",
  "opening",
  "inflow",
  "closing",
  "from",
  "to",
] as const;
const lists = ["parts", "descending", "figures"] as const;

/** Resolves the operands of one relation; `undefined` where one is missing. Reports `unknown-figure`. */
const operandsOf = (
  entry: Readonly<Record<string, unknown>>,
  path: Path,
  located: Located,
  figures: Figures,
  report: Report,
): Readonly<Record<string, unknown>> | undefined => {
  const operand = (value: unknown, at: Path): Operand | undefined => {
    const place = located.place(at);
    if (typeof value === "string") {
      const figure = figures.get(value);
      if (!figure)
        report({
          severity: "error",
          rule: "unknown-figure",
          message: `there is no figure ${value}`,
          place,
          ...didYouMean(value, figures.keys()),
        });
      return figure;
    }
    const written = located.written([...at, "value"]);
    // A number that is no plain decimal has its finding.
    if (written === undefined || located.isFaulty([...at, "step"])) return undefined;
    const step = located.written([...at, "step"]) ?? writtenStep(written);
    return { value: written, step, source: (value as { source: string }).source, place };
  };
  const found: Record<string, unknown> = {};
  for (const name of singles) if (entry[name] !== undefined) found[name] = operand(entry[name], [...path, name]);
  for (const name of lists)
    if (Array.isArray(entry[name]))
      found[name] = entry[name].map((value: unknown, index) => operand(value, [...path, name, index]));
  const whole = Object.values(found)
    .flat()
    .every((value) => value !== undefined);
  return whole ? found : undefined;
};

/**
 * The relations that a data file declares between its figures.
 *
 * Reports what `checkSchema` does, and `unknown-figure`.
 */
export const readRelations = (located: Located, path: Path, figures: Figures, report: Report): readonly Relation[] => {
  const entries = path.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | null)?.[name],
    located.value,
  );
  if (entries === undefined) return [];
  const fault = (message: string, at: Path, hint: { hint?: string } = {}): void =>
    report({ severity: "error", rule: "wrong-value", message, place: located.place(at), ...hint });
  if (!Array.isArray(entries)) {
    fault("relations must be a list", path);
    return [];
  }
  return entries.flatMap((entry: Record<string, unknown> | null, index): Relation[] => {
    const at = [...path, index];
    const kind = String(entry?.kind ?? "");
    if (!relationKinds.includes(kind as RelationKind)) {
      const near = didYouMean(kind, relationKinds);
      fault(`"${kind}" is no kind of relation`, [...at, "kind"], near.hint ? near : { hint: relationKinds.join(", ") });
      return [];
    }
    const checked = checkSchema(relationSchemas[kind as RelationKind], located, at, report);
    const operands = checked && operandsOf(checked, at, located, figures, report);
    if (!operands) return [];
    const per = kind === "ratio" ? { per: located.written([...at, "per"]) ?? "1" } : {};
    return [{ kind, place: located.place(at), ...operands, ...per } as unknown as Relation];
  });
};
