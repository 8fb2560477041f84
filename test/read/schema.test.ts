import { expect, it } from "vitest";
import { z } from "zod";
import type { Finding } from "../../src/model/finding.ts";
import { checkSchema } from "../../src/read/schema.ts";
import { readYaml } from "../../src/read/yaml.ts";

const check = (schema: z.ZodType, text: string): readonly string[] => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const located = readYaml("x.yaml", text, report);
  if (located) checkSchema(schema, located, [], report);
  return findings.map(({ rule, place }) => `${rule}@${place?.line}:${place?.column}`);
};

it("a word that chooses no branch of a union is a finding", () => {
  const bar = z.strictObject({ kind: z.literal("bar"), width: z.number() });
  const line = z.strictObject({ kind: z.literal("line") });
  expect(check(z.discriminatedUnion("kind", [bar, line]), "kind: dot\n")).toEqual(["wrong-value@1:7"]);
});
