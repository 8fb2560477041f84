import { beforeAll, describe, expect, it } from "vitest";
import { type Fault, hundredFaults, oneStepUp, stated } from "./faults.ts";
import { type Base, openBase } from "./variants.ts";

/**
 * What the checks are worth: each of the 126 figures is given another value, and a hundred faults are put into data and
 * templates, the same ones in every run. Each must show as the right change in every edition or as the right finding.
 */

let base: Base;
beforeAll(async () => {
  base = await openBase();
});

/** Puts faults in one by one; prints the score and gives the names of those that nobody noticed. */
const survivors = async (title: string, faults: readonly Fault[]): Promise<readonly string[]> => {
  const survived: string[] = [];
  for (const { name, edits, isRight } of faults) {
    const outcome = await base.run(edits);
    if (!isRight(outcome))
      survived.push(`${name}\n${outcome.findings.map(({ rule, message }) => `    ${rule}: ${message}`).join("\n")}`);
  }
  const caught = faults.length - survived.length;
  console.log(`${title}: ${caught} of ${faults.length} noticed (${((100 * caught) / faults.length).toFixed(1)} %)`);
  return survived;
};

describe("mutations", () => {
  it("the publication as it stands has no findings", () => expect(base.findings).toEqual([]));

  it("each figure", { timeout: 600_000 }, async () => {
    expect(stated).toHaveLength(126);
    expect(
      await survivors(
        "figures changed",
        stated.map((key) => oneStepUp(base, key)),
      ),
    ).toEqual([]);
  });

  it("a hundred faults", { timeout: 600_000 }, async () => {
    const faults = hundredFaults(base);
    expect(new Set(faults.map(({ name }) => name)).size).toBe(100);
    expect(await survivors("faults put in", faults)).toEqual([]);
  });
});
