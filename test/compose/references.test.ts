import { describe, expect, it } from "vitest";
import { findingsOf } from "../check/publication.ts";

/** A reference must lead its reader somewhere: the number that it prints stands at its target. */

const figures = "\n  total: { value: 173600, unit: case }\n";
const table = ":::table[List]{#list}\n\n| Kind | Number |\n| :--- | ---: |\n| All | {{total}} |\n\n:::\n";
const told = async (sentence: string, language?: (yaml: string) => string): Promise<readonly string[]> => {
  const en = `A word before all chapters.\n\n# Work {#work}\n\n${sentence}\n\n${table}\n# Rest {#rest .run-in}\n\nNo more.\n`;
  const found = await findingsOf({ figures, prose: { en }, ...(language && { language }) });
  return found.map(({ rule, place, message, hint }) => `${rule}@${place?.line}:${place?.column} ${message}; ${hint}`);
};
const numbered = (pattern: string) => (yaml: string) => yaml.replace('\n  table: ""', `\n  table: "${pattern}"`);

it.each(["See :ref{to=work}.", "See :ref{to=list show=title}.", "See page :ref{to=list show=page}."])(
  "%s leads somewhere",
  async (sentence) => expect(await told(sentence)).toEqual([]),
);

describe("a number that stands nowhere", () => {
  it("at a caption that carries none", async () => {
    const [finding, ...more] = await told("See :ref{to=list}.");
    expect(more).toEqual([]);
    expect(finding).toContain('dangling-reference@5:5 the reference prints "Table 1", but what it points at');
    expect(finding).toContain("headings.table");
    expect(await told("See :ref{to=list}.", numbered("Table {n}. "))).toEqual([]);
  });

  it("at a caption that counts otherwise", async () => {
    expect(await told("See :ref{to=list}.", numbered("Table {roman}. "))).toEqual([
      expect.stringContaining('dangling-reference@5:5 the reference prints "Table 1"'),
    ]);
  });

  it("at a chapter whose head carries none", async () => {
    expect(await told("See :ref{to=rest}.")).toEqual([
      expect.stringContaining('dangling-reference@5:5 the reference prints "Chapter II"'),
    ]);
    const plain = (yaml: string): string => yaml.replace('\n  sections: ["{roman}. "]', "\n  sections: []");
    expect(await told("See :ref{to=work}.", plain)).toHaveLength(1);
  });
});

it.each(["label", "title"])("a preface has no %s to print", async (show) => {
  expect(await told(`See :ref{to=text show=${show}}.`)).toEqual([
    expect.stringContaining("dangling-reference@5:5 the reference prints nothing"),
  ]);
});
