import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/model/finding.ts";
import type { LineFault } from "../../../src/typeset/index.ts";
import type { Mark } from "../../../src/write/pdf/content.ts";
import { audit, counting } from "../../../src/write/pdf/pages/audit.ts";
import type { Sheet } from "../../../src/write/pdf/sheet.ts";
import { detached, type Element, within } from "../../../src/write/pdf/structure.ts";

/** Finished pages are judged whatever made them: here they are made wrong by hand. */

const root = detached("Document");
const paragraph = within(root, "P");
const head = within(root, "H2");
const caption = within(root, "Caption");
const figure = within(root, "Figure");
const cell = within(within(within(root, "Table"), "TR"), "TD");
const noteText = within(within(root, "Note"), "P");

const place = { file: "templates/x.md.hbs", line: 3, column: 1 };
type Said = {
  readonly owner?: Element;
  readonly first?: boolean;
  readonly last?: boolean;
  readonly faults?: LineFault[];
};
const text = (words: string, { owner = paragraph, first = true, last = true, faults = [] }: Said = {}): Mark => {
  const placeAt = (offset: number) => ({ ...place, line: place.line + offset });
  const piece = { text: words, at: 2, run: { text: words, place, placeAt } };
  return { kind: "text", owner, x: 0, baseline: 0, line: { pieces: [piece], first, last, faults, tags: [] } } as never;
};
const picture = { kind: "picture", owner: figure } as unknown as Mark;
const rule = { kind: "rule" } as unknown as Mark;
const sheet = (column: readonly Mark[]): Sheet => ({ kind: "body", label: "7", column, furniture: [] }) as never;

const findings = (...pages: readonly (readonly Mark[])[]): readonly Finding[] => {
  const found: Finding[] = [];
  audit(pages.map(sheet), "zh-en", (finding) => void found.push(finding));
  return found;
};
const rules = (...pages: readonly (readonly Mark[])[]) => findings(...pages).map(({ rule: name }) => name);
const whole = text("whole paragraph");

describe("pages", () => {
  it.each<readonly [string, readonly string[], readonly (readonly Mark[])[]]>([
    ["a last line at the top", ["widow"], [[text("end", { first: false }), whole]]],
    [
      "two last lines at the top",
      [],
      [[text("next to last", { first: false, last: false }), text("end", { first: false })]],
    ],
    ["a first line at the foot", ["orphan"], [[whole, text("begin", { last: false })]]],
    ["a line that is a whole paragraph at the foot", [], [[whole, text("short")]]],
    ["a head at the foot", ["stranded-head"], [[whole, text("Head", { owner: head })]]],
    ["a head with its text", [], [[text("Head", { owner: head }), whole]]],
    ["a head over a picture", [], [[text("Head", { owner: head }), picture]]],
    ["a caption under its picture", [], [[picture, text("Figure 1", { owner: caption })]]],
    [
      "a caption of two lines over its table, a rule between",
      [],
      [
        [
          text("Table", { owner: caption, last: false }),
          text("one", { owner: caption, first: false }),
          rule,
          text("cell", { owner: cell }),
        ],
      ],
    ],
    [
      "a caption on the page after its picture",
      ["caption-apart"],
      [[whole, picture], [text("Figure 1", { owner: caption })]],
    ],
    ["a caption between paragraphs", ["caption-apart"], [[whole, text("Figure 1", { owner: caption }), whole]]],
    ["a note at the foot is no running text", [], [[whole, text("note", { owner: noteText, last: false })]]],
    ["a cell at the top is no running text", [], [[text("cell", { owner: cell, first: false }), whole]]],
  ])("%s", (_, expected, pages) => {
    expect(rules(...pages)).toEqual(expected);
  });
});

it("every fault of a line is a finding with the place of its words, its edition and its page", () => {
  const faults: LineFault[] = ["overfull-line", "loose-line", "torn-number", "hyphen-ladder", "river"];
  const found = findings([text("the words of a line that is wrong", { faults })]);
  expect(found.map(({ rule: name }) => name)).toEqual(faults);
  for (const { message, place: at, hint } of found) {
    expect(message).toMatch(/"the words of a line that/);
    expect(message).toMatch(/\(zh-en, page 7\)$/);
    expect(at).toEqual({ ...place, line: 5 });
    expect(hint).toBeTruthy();
  }
});

it("a line of an address is mended at the address", () => {
  const hintOf = (words: string) => findings([text(words, { faults: ["loose-line"] })])[0]?.hint;
  expect(hintOf("see https://example.org/a for more")).toMatch(/shorten the address/);
  expect(hintOf("see the register for more")).not.toMatch(/address/);
});

it("violations are counted once each, other findings not at all", () => {
  const passed: Finding[] = [];
  const { report, counts } = counting((finding) => void passed.push(finding));
  const finding = { severity: "warning", rule: "torn-page", message: "page 2 …", place } as const;
  report(finding);
  report(finding);
  report({ ...finding, message: "page 3 …" });
  report({ ...finding, rule: "missing-glyph" });
  expect(passed).toHaveLength(4);
  expect(counts()).toMatchObject({ "torn-page": 2, widow: 0, "overfull-line": 0 });
  expect(Object.values(counts()).reduce((sum, count) => sum + count, 0)).toBe(2);
});
