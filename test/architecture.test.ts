import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";

/** The house as ARCHITECTURE.md describes it: who may know whom, and what the tool must not know at all. */

const src = join(import.meta.dirname, "..", "src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.(ts|mjs)$/.test(file) && !file.endsWith(".d.ts"))
  .toSorted();
const text = new Map(files.map((file) => [file, readFileSync(join(src, file), "utf8")]));

/** Files of src/ that a file imports, types included, `import()` too. */
const importsOf = (file: string): readonly string[] =>
  [...(text.get(file) ?? "").matchAll(/(?:\bfrom|\bimport\()\s*"(\.[^"]+)"/g)]
    .map(([, path]) => posix.normalize(posix.join(dirname(file), path as string)))
    .filter((path) => text.has(path));

/** The room of a file: its stage, or "write/pdf". */
const roomOf = (file: string): string => {
  const [first = "", second = ""] = file.split("/");
  return first === "write" ? `write/${second}` : first;
};

/** What each room may import besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  read: ["model"],
  template: ["model"],
  compose: ["model", "template"],
  check: ["model"],
  draw: ["model"],
  typeset: ["model"],
  "write/pdf": ["model", "typeset"],
  "write/docx": ["model"],
  "write/charts": ["model"],
  preflight: ["model"],
  compare: ["model"],
  exchange: ["model", "template"],
  office: ["model"],
  store: ["model"],
  preview: ["model"],
  pipeline: ["model", "write/pdf", "preflight", "compare"],
  "pipeline.ts": [
    "model",
    "pipeline",
    "read",
    "compose",
    "check",
    "draw",
    "typeset",
    "write/pdf",
    "write/docx",
    "write/charts",
    "preflight",
    "compare",
    "exchange",
    "office",
  ],
  commands: ["model", "read", "compare", "exchange", "office", "store", "preview", "pipeline", "pipeline.ts"],
  "bundle.mjs": ["draw"],
  "cli.ts": ["model", "commands"],
};

describe("the house", () => {
  it("has rooms whose doors are known", () => {
    expect([...new Set(files.map(roomOf))].filter((room) => mayImport[room] === undefined)).toEqual([]);
  });

  it("lets no room know another but those below it", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file).flatMap((other) => {
        const [from, to] = [roomOf(file), roomOf(other)];
        return from === to || mayImport[from]?.includes(to) ? [] : [`${file} → ${other}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("has no circles of imports", () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
      if (done.has(file) || trail.includes(file)) return;
      for (const other of importsOf(file)) visit(other, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it("prints and exits in cli.ts alone", () => {
    const loud = files.filter(
      (file) =>
        file.endsWith(".ts") &&
        file !== "cli.ts" &&
        /\bconsole\.|process\.(exit|stdout|stderr)\b/.test(text.get(file) ?? ""),
    );
    expect(loud).toEqual([]);
  });

  it("touches files in read/, store/ and at the edge alone, and never asks for the time of day or for chance", () => {
    const pure = /^(model|template|compose|check|typeset|preflight|compare|office)\//;
    const wrong = files.filter(
      (file) =>
        (pure.test(file) && /"node:(fs|fs\/promises|http|https|net|child_process)"/.test(text.get(file) ?? "")) ||
        /\bDate\.now\(|new Date\(\)|Math\.random\(/.test(text.get(file) ?? ""),
    );
    expect(wrong).toEqual([]);
  });

  it("knows nothing of its first publication", () => {
    // Comments may say "2016—2019"; the examples of the help name the issue that a newcomer has.
    const code = (file: string): string =>
      file.startsWith("commands/table/") ? "" : (text.get(file) ?? "").replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, "");
    const wrong = files.filter((file) => /shanghai|上海|\b2019\b|知识产权|intellectual property/i.test(code(file)));
    expect(wrong).toEqual([]);
  });
});
