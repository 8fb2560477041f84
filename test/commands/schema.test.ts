import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type SchemaName, schema } from "../../src/commands/schema.ts";

const files: readonly (readonly [SchemaName, string, readonly string[]])[] = [
  ["data", "data/whitepaper.schema.json", ["data/2019.yaml"]],
  [
    "language",
    "templates/language.schema.json",
    ["templates/2019/zh/language.yaml", "templates/2019/en/language.yaml"],
  ],
  ["style", "templates/style.schema.json", ["templates/2019/style.yaml"]],
  ["glossary", "templates/glossary.schema.json", ["templates/2019/glossary.yaml"]],
  ["accepted", "templates/accepted.schema.json", ["templates/2019/accepted.yaml"]],
  ["translation", "templates/translation.schema.json", []],
];

describe.each(files)("%s", (name, file, instances) => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(schema(name)));

  it("the file that editors use is the one that the tool prints (npm run schemas)", () =>
    expect(readFileSync(file, "utf8")).toBe(schema(name)));

  it.each(instances)("accepts %s, and names its schema file", (instance) => {
    const text = readFileSync(instance, "utf8");
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
    const named = /^# yaml-language-server: \$schema=(\S+)/.exec(text)?.[1] ?? "";
    expect(new URL(named, `file:///${instance}`).pathname).toBe(`/${file}`);
  });

  it("refuses a misspelt key", () => {
    const [instance] = instances;
    const value = instance ? (parse(readFileSync(instance, "utf8")) as Record<string, unknown>) : {};
    expect(validate({ ...value, surplus: 1 })).toBe(false);
  });
});
