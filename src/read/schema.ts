import { z } from "zod";
import type { Report } from "../model/finding.ts";
import type { RuleName } from "../model/rules/index.ts";
import { didYouMean, suggestion } from "../model/suggest.ts";
import { numberHint } from "./number-form.ts";
import type { Located, Path } from "./yaml.ts";

type Issue = z.core.$ZodIssue;

const names = new WeakMap<z.ZodType, readonly string[]>();

/** Every property name that a schema knows, for "did you mean". */
const knownNames = (schema: z.ZodType): readonly string[] => {
  const cached = names.get(schema);
  if (cached) return cached;
  const found = new Set<string>();
  JSON.stringify(z.toJSONSchema(schema, { io: "input" }), (key, value: unknown) => {
    if (key === "properties" && value && typeof value === "object")
      for (const name of Object.keys(value)) found.add(name);
    return value;
  });
  names.set(schema, [...found]);
  return names.get(schema) as readonly string[];
};

const typeName = (value: unknown): string =>
  value === null
    ? "nothing"
    : Array.isArray(value)
      ? "a list"
      : typeof value === "object"
        ? "a group"
        : typeof value === "string"
          ? "text"
          : typeof value === "number"
            ? "a number"
            : "true or false";
const expectedName: Readonly<Record<string, string>> = {
  string: "text",
  record: "a group",
  object: "a group",
  array: "a list",
  int: "a whole number",
  number: "a number",
};

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<string | number, unknown> | null | undefined)?.[part], root);

/** Findings for one zod issue; a union's issue is told by its nearest branch. */
const explain = (issue: Issue, located: Located, base: Path, schema: z.ZodType, report: Report): void => {
  const path = [...base, ...issue.path.map((part) => (typeof part === "symbol" ? String(part) : part))] as Path;
  if (located.isFaulty(path)) return;
  const name = path.join(".");
  const subject = name || "the file";
  const fault = (rule: RuleName, message: string, place = located.place(path), hint: { hint?: string } = {}): void =>
    report({ severity: "error", rule, message, place, ...hint });

  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys)
      fault(
        "unknown-key",
        `"${key}" is not known${name ? ` in ${name}` : ""}`,
        located.keyPlace([...path, key]),
        didYouMean(key, knownNames(schema)),
      );
    return;
  }
  if (issue.code === "invalid_union") {
    const unlike =
      issue.errors.length > 0 && issue.errors.every((branch) => branch.length === 1 && isUnlike(branch[0]));
    if (unlike && issue.message !== plainMessage)
      return fault("wrong-type", `${subject} must be ${issue.message}, not ${typeName(valueAt(located.value, path))}`);
    const nearest = issue.errors.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
    // A union that is chosen by a word names no branch where the word is none of its own.
    if (nearest.length === 0) return fault("wrong-value", `${name}: ${issue.message}`);
    for (const inner of nearest) explain(inner as Issue, located, path, schema, report);
    return;
  }
  const value = valueAt(located.value, path);
  if (issue.code === "invalid_type" && value === undefined) return fault("missing-key", `${name} is missing`);
  if (issue.code === "invalid_type") {
    const wanted = expectedName[issue.expected] ?? issue.expected;
    const asText = typeof value === "string" && /number|int/.test(issue.expected) ? numberHint(value) : undefined;
    const isTextAsNumber = typeof value === "number" && issue.expected === "string";
    const hint = asText ? { hint: asText } : isTextAsNumber ? { hint: `write it in quotes: "${value}"` } : {};
    return fault("wrong-type", `${subject} must be ${wanted}, not ${typeName(value)}`, located.place(path), hint);
  }
  if (issue.code === "invalid_key")
    return fault("bad-name", `"${path.at(-1)}": ${issue.issues[0]?.message ?? issue.message}`, located.keyPlace(path));
  if (issue.code === "invalid_value") {
    const choices = issue.values.map(String);
    const near = typeof value === "string" ? didYouMean(value, choices) : {};
    return fault(
      "wrong-value",
      `${subject} is ${JSON.stringify(value)}; it must be one of ${choices.join(", ")}`,
      located.place(path),
      near,
    );
  }
  fault("wrong-value", `${subject}: ${issue.message}`);
};

/** What zod says of a union that says nothing itself. */
const plainMessage = "Invalid input";
const isUnlike = (issue: Issue | undefined): boolean => issue?.code === "invalid_type" && issue.path.length === 0;

const depth = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(
    0,
    ...issues.map((issue) => (issue.code === "invalid_type" && issue.path.length === 0 ? 0 : issue.path.length + 1)),
  );

/**
 * Checks a part of a YAML file against its schema and reports every fault with its place.
 *
 * Reports `unknown-key`, `missing-key`, `wrong-type`, `wrong-value`, `bad-name`.
 */
export const checkSchema = <S extends z.ZodType>(
  schema: S,
  located: Located,
  path: Path,
  report: Report,
): z.output<S> | undefined => {
  const result = schema.safeParse(valueAt(located.value, path));
  if (result.success) return result.data;
  const { issues } = result.error;
  // A misspelt key and the key that is missing are one fault.
  const meant = new Set(
    issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => [...issue.path, suggestion(key, knownNames(schema))].join("."))
        : [],
    ),
  );
  for (const issue of issues) {
    const at = [...path, ...(issue.path as Path)];
    const isMissing = issue.code === "invalid_type" && valueAt(located.value, at) === undefined;
    if (isMissing && (meant.has(issue.path.join(".")) || located.hasFaultyKey(at.slice(0, -1)))) continue;
    explain(issue, located, path, schema, report);
  }
  return undefined;
};
