import type { z } from "zod";
import type { Report } from "../model/finding.ts";
import { missingText } from "../model/text.ts";
import type { Located, Path } from "./yaml.ts";

type Branch = Record<string | number, unknown>;

/** Paths of the nulls of a file: what is still to be filled. */
const gapsIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (value === null) return [path];
  if (typeof value !== "object") return [];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value as object);
  return entries.flatMap(([name, inner]) => gapsIn(inner, [...path, name]));
};

const branchAt = (root: unknown, path: Path): Branch =>
  path.reduce((value, part) => (value as Branch)[part], root) as Branch;
const startsWith = (path: Path, start: Path): boolean => start.every((part, index) => path[index] === part);

/**
 * A file of which parts are still to be filled (null): every gap is a finding, and shows as [[its path]] wherever text may
 * stand, so that a draft can be made of what there is. Reports `to-fill`.
 */
export const withGapsShown = (located: Located, schema: z.ZodType, report: Report): Located => {
  const gaps = gapsIn(located.value).filter((path) => path.length > 0);
  if (gaps.length === 0) return located;
  const value: unknown = structuredClone(located.value);
  const last = (path: Path): string | number => path.at(-1) as string | number;
  for (const path of gaps) {
    report({
      severity: "error",
      rule: "to-fill",
      message: `${path.join(".")} is still to be filled`,
      place: located.place(path),
    });
    branchAt(value, path.slice(0, -1))[last(path)] = missingText(path.join("."));
  }
  // Where no text may stand, the part is left out, and the list or group that it leaves empty.
  for (let left: readonly Path[] = gaps.toReversed(); ; ) {
    const issues = (schema.safeParse(value).error?.issues ?? []).map(({ path }) => path as Path);
    const faulty = left.filter((gap) => issues.some((path) => startsWith(path, gap) || startsWith(gap, path)));
    if (faulty.length === 0) break;
    left = left.filter((gap) => !faulty.includes(gap));
    for (const gap of faulty) leaveOut(value, gap);
  }
  return { ...located, value };
};

const leaveOut = (root: unknown, path: Path): void => {
  const branch = branchAt(root, path.slice(0, -1));
  if (Array.isArray(branch)) branch.splice(Number(path.at(-1)), 1);
  else delete branch[path.at(-1) as string];
  if (path.length > 1 && Object.keys(branch).length === 0) leaveOut(root, path.slice(0, -1));
};
