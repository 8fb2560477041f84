import Big from "big.js";
import type { Figure, figureParts, Key, UnitKind } from "../model/figure.ts";
import type { Report } from "../model/finding.ts";
import type { RuleName } from "../model/rules/index.ts";
import { figureSchema, standardUnits } from "../model/source.ts";
import { didYouMean } from "../model/suggest.ts";
import { checkSchema } from "./schema.ts";
import type { Located, Path } from "./yaml.ts";

/** Parts of an entry that are numbers; none of its figures can be printed where one of them is no plain decimal. */
const numbers = ["value", "step", "growth", "prior", "rank"] as const;

type Group = Readonly<Record<string, unknown>>;
const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A figure is a mapping with plain values; a group holds groups and figures only. */
const isFigure = (value: Group): boolean => Object.values(value).some((child) => !isGroup(child));

/** Step of the last written digit: "1" for 3200, "0.01" for 53.54. */
export const writtenStep = (written: string): string =>
  new Big(10).pow(-(written.split(".")[1]?.length ?? 0)).toFixed();

const partUnits: Readonly<Record<(typeof figureParts)[number], string | undefined>> = {
  growth: "percent",
  prior: undefined,
  rank: "rank",
};

/**
 * The figures of a data file by key, parts included, in the order of the file.
 *
 * Reports what `checkSchema` does, and `unknown-unit`, `value-finer-than-step`, `value-of-kind`, `bad-name`.
 */
export const readFigures = (
  located: Located,
  root: Path,
  units: ReadonlyMap<string, UnitKind | undefined>,
  report: Report,
): ReadonlyMap<Key, Figure> => {
  const figures = new Map<Key, Figure>();

  const part = (
    key: Key,
    name: keyof typeof partUnits,
    path: Path,
    whole: { unit: string; kind: UnitKind; step: string },
  ): Figure => {
    const unit = partUnits[name] ?? whole.unit;
    const kind = standardUnits[unit] ?? whole.kind;
    const written = located.written([...path, name]);
    const step = name === "prior" ? whole.step : writtenStep(written ?? "0");
    const figure: Figure = {
      key: `${key}.${name}`,
      place: located.keyPlace([...path, name]),
      value: written ?? null,
      unit,
      kind,
      step,
    };
    return figure;
  };

  const checkValue = (figure: Figure, path: Path): void => {
    if (figure.value === null) return;
    const value = new Big(figure.value);
    const fault = (rule: RuleName, message: string, hint: string): void =>
      report({ severity: "error", rule, message, place: located.place(path), hint });
    if (!value.mod(new Big(figure.step)).eq(0))
      fault(
        "value-finer-than-step",
        `${figure.key} is ${figure.value}, which is no multiple of its step ${figure.step}`,
        "correct the value or the step",
      );
    const whole = figure.kind === "ordinal" || figure.kind === "year";
    if (whole && !(value.gt(0) && value.mod(1).eq(0)))
      fault(
        "value-of-kind",
        `${figure.key} is ${figure.value}; ${figure.unit} counts 1, 2, 3 …`,
        "write a whole number from 1",
      );
    if ((figure.kind === "count" || figure.kind === "ratio") && value.lt(0))
      fault(
        "value-of-kind",
        `${figure.key} is ${figure.value}; a ${figure.kind} is not negative`,
        "correct the value or the unit",
      );
  };

  const keepFaulty = (key: Key, path: Path): void => {
    const plain = {
      place: located.keyPlace(path),
      value: null,
      unit: "percent",
      kind: "percent",
      step: "1",
      faulty: true,
    } as const;
    const growth: Figure = { ...plain, key: `${key}.growth` };
    const prior: Figure = { ...plain, key: `${key}.prior` };
    const rank: Figure = { ...plain, key: `${key}.rank` };
    for (const kept of [{ ...plain, key, growth, prior, rank }, growth, prior, rank]) figures.set(kept.key, kept);
  };

  const figure = (key: Key, path: Path): void => {
    const data = checkSchema(figureSchema, located, path, report);
    if (!data || numbers.some((name) => located.isFaulty([...path, name]))) return keepFaulty(key, path);
    const kind = units.get(data.unit);
    if (!kind) {
      // A unit whose entry is faulty has its finding there.
      if (!units.has(data.unit) && !located.isFaulty(["units", data.unit]))
        report({
          severity: "error",
          rule: "unknown-unit",
          message: `"${data.unit}" is not listed under units`,
          place: located.place([...path, "unit"]),
          ...didYouMean(data.unit, units.keys()),
        });
      return keepFaulty(key, path);
    }
    const written = located.written([...path, "value"]);
    const step = located.written([...path, "step"]) ?? writtenStep(written ?? "0");
    const whole = { unit: data.unit, kind, step };
    const figure: Figure = {
      key,
      place: located.keyPlace(path),
      value: data.value === null ? null : (written as string),
      ...whole,
      ...(data.approx && { approx: data.approx }),
      ...(data.growth !== undefined && { growth: part(key, "growth", path, whole) }),
      ...(data.prior !== undefined && { prior: part(key, "prior", path, whole) }),
      ...(data.rank !== undefined && { rank: part(key, "rank", path, whole) }),
      ...(data.note !== undefined && { note: data.note }),
      ...(data.source !== undefined && { source: data.source }),
    };
    checkValue(figure, [...path, "value"]);
    figures.set(key, figure);
    for (const name of ["growth", "prior", "rank"] as const) {
      const inner = figure[name];
      if (!inner) continue;
      figures.set(inner.key, inner);
      if (name === "prior") checkValue(inner, [...path, name]);
    }
  };

  const visit = (value: unknown, path: Path): void => {
    const names = path.slice(root.length).map(String);
    if (!isGroup(value)) {
      report({
        severity: "error",
        rule: "wrong-type",
        message: `${names.join(".") || "figures"} must be a group of figures`,
        place: located.place(path),
        hint: "write { value: …, unit: … }",
      });
      return;
    }
    if (names.length > 0 && isFigure(value)) return figure(names.join("."), path);
    for (const [name, child] of Object.entries(value)) {
      const inner = [...path, name];
      if (!/^[a-z][a-z0-9_-]*$/.test(name) || (names.length === 0 && name === "period")) {
        const hint =
          name === "period" ? "period is the publication's own figure" : "use lower-case letters, digits, _ and -";
        report({
          severity: "error",
          rule: "bad-name",
          message: `"${name}" cannot name a figure`,
          place: located.keyPlace(inner),
          hint,
        });
      }
      visit(child, inner);
    }
  };

  const start = root.reduce<unknown>(
    (value, name) => (isGroup(value) ? value[String(name)] : undefined),
    located.value,
  );
  if (start !== undefined) visit(start, root);
  return figures;
};
