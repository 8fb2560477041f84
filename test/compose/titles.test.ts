import { expect, it } from "vitest";
import { inlinesOf, walkBlocks, walkInlines } from "../../src/model/walk.ts";
import { composed, sourceOf } from "./composing.ts";

it.each([
  ["Land of 5 km:sup[2]", "Land of 5 km²"],
  ["CO:sub[2] and m:sup[-1]", "CO₂ and m⁻¹"],
  // What has no forms of its own stands as it is.
  ["The 3:sup[rd] *plan*", "The 3rd plan"],
])("a reference to the title %j prints %j", (title, printed) => {
  const text = `# ${title} {#one}\n\nSee :ref{to=one show=title}.\n`;
  const document = composed(sourceOf({ "01-a.md.hbs": text }, "{}\n"));
  const references = [...walkBlocks(document.sections)].flatMap((block) =>
    [...walkInlines(inlinesOf(block))].filter((inline) => inline.type === "reference"),
  );
  expect(references.map((reference) => reference.text)).toEqual([printed]);
});
