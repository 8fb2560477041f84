import { expect, it } from "vitest";
import { sectionsOf } from "../../src/model/walk.ts";
import { language } from "../languages.ts";
import { composed, sourceOf } from "./composing.ts";

const suffixOf = (title: string, runIn: string): string | undefined => {
  const headings = { runIn, figure: "", table: "", references: { section: "{n}", figure: "{n}", table: "{n}" } };
  const of = language("en", { grouping: true }, { headings });
  const source = sourceOf({ "01-a.md.hbs": `# One {#one}\n\n## ${title} {#two .run-in}\n\nWords.\n` }, "{}\n", {}, of);
  return sectionsOf(composed(source)).find(({ id }) => id === "two")?.suffix;
};

it.each([
  ["Protection", ". ", ". "],
  ["Why protect?", ". ", " "],
  ["Protect!", ". ", " "],
  ["Goods, etc.", ". ", " "],
  ["Goods (etc.)", ". ", ". "],
  ["“Why protect?”", ". ", " "],
  ["The “Plan”", ". ", ". "],
  ["Why protect?", ": ", " "],
  ["Why protect?", " – ", " – "],
  ["*Why?*", ". ", " "],
  ["知识产权保护", "。", "。"],
  ["何为知识产权？", "。", ""],
  ["“何为知识产权？”", "。", ""],
  ["《商标法》", "。", "。"],
  ["专利、商标……", "。", ""],
])("a run-in head %j is closed, with %j, by %j", (title, runIn, suffix) => {
  expect(suffixOf(title, runIn)).toBe(suffix);
});
