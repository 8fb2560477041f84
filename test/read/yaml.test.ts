import { expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { readYaml } from "../../src/read/yaml.ts";

const read = (text: string) => {
  const findings: Finding[] = [];
  const located = readYaml("x.yaml", text, (finding) => void findings.push(finding));
  return { located, found: findings.map(({ rule, place }) => `${rule}@${place?.line}:${place?.column}`) };
};

it("knows the place of keys and values, and of what is missing by what is above it", () => {
  const { located } = read("a:\n  b: [1, 22]\n");
  expect(located?.keyPlace(["a", "b"])).toEqual({ file: "x.yaml", line: 2, column: 3 });
  expect(located?.place(["a", "b", 1])).toEqual({ file: "x.yaml", line: 2, column: 10 });
  expect(located?.place(["a", "c"])).toEqual({ file: "x.yaml", line: 2, column: 3 });
});

it("keeps the written form of numbers", () => {
  const { located } = read("a: 1.10\nb: 12345678901234567890\n");
  expect(located?.written(["a"])).toBe("1.10");
  expect(located?.written(["b"])).toBe("12345678901234567890");
});

it.each([
  ["a: 1e400", "number-form@1:4"],
  ["a: 0x1F", "number-form@1:4"],
  ["a: .5", "number-form@1:4"],
  ["a: +5", "number-form@1:4"],
  ["a: .nan", "number-form@1:4"],
  ["a: 007", "number-form@1:4"],
  ["a: 1\nb: 2\na: 3", "duplicate-key@3:1"],
  ["a: *x", "yaml-alias@1:4"],
  ["a: &x 1\nb: *x", "yaml-alias@1:7"],
  ["a: !!set {x}", "yaml-tag@1:10"],
  ["? [a]\n: 1", "yaml-key@1:3"],
  [`a: ${"[".repeat(40)}${"]".repeat(40)}`, "yaml-depth@1:36"],
])("%s: %s", (text, expected) => expect(read(text).found).toContain(expected));

it("an alias bomb ends at its first anchor", () => {
  const lines = ["a0: &a0 [x, x]", ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)];
  expect(read(lines.join("\n")).found[0]).toBe("yaml-alias@1:9");
});

it.each(["__proto__", "constructor", "toString"])("%s, which every object has, is no key", (name) => {
  const { located, found } = read(`${name}: { a: 1 }\nb: 2\n`);
  expect(found).toEqual(["yaml-key@1:1"]);
  expect(Object.keys(located?.value as object)).toEqual(["b"]);
});

it("nesting beyond the stack of the parser is a finding, not a crash", () => {
  const { located, found } = read(`a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`);
  expect(located).toBeUndefined();
  expect(found[0]).toMatch(/^yaml-depth@1:/);
});
