import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "../../src/model/edition.ts";
import type { Finding } from "../../src/model/finding.ts";
import { editionsOf, prepare } from "../../src/pipeline.ts";
import { type TaggedElement, walkElements } from "../../src/preflight/structure/tree.ts";
import { folderCache } from "../../src/store/cache.ts";
import { layOut, render } from "../../src/write/pdf/index.ts";
import { veraPdf, whyNoVeraPdf } from "../judges/verapdf.ts";
import { readTagged, spokenIn, spokenOf, type TaggedFile } from "./spoken.ts";

/** The screen files as a screen reader walks through them; veraPDF judges form, this judges sense. */

type Made = { readonly edition: Edition; readonly bytes: Uint8Array; readonly tagged: TaggedFile };
const made = new Map<string, Made>();

beforeAll(async () => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const cache = folderCache(join("output", ".cache", "pictures"));
  const prepared = await prepare(".", "2019", { cache, report, progress: () => {} });
  if (!prepared) throw new Error("the project cannot be read");
  for (const edition of editionsOf(prepared, new Date("2020-04-01T00:00:00Z"))) {
    const bytes = await render(await layOut(edition, report), report);
    made.set(edition.id, { edition, bytes, tagged: readTagged(bytes) });
  }
  expect(findings).toEqual([]);
});

const get = (id: string): Made => made.get(id) as Made;
const partsIn = (root: TaggedElement): readonly TaggedElement[] =>
  [...walkElements(root)].filter(({ role }) => role === "Part");

const ids = ["zh", "en", "zh-en"];

describe.each(ids)("%s", (id) => {
  it("says what the documents say, in their order", () => {
    const { edition, tagged } = get(id);
    const parts = partsIn(tagged.root);
    expect(parts.map(({ lang }) => lang)).toEqual(edition.parts.map(({ document }) => document.lang));
    expect(parts.map((part) => spokenIn(part, tagged.marked))).toEqual(spokenOf(edition));
  });
});

it.skipIf(whyNoVeraPdf)(
  `veraPDF finds nothing by PDF/UA-1 and PDF/A-2a${whyNoVeraPdf ? `: ${whyNoVeraPdf}` : ""}`,
  () => {
    const files = new Map(ids.map((id) => [`${id}.pdf`, get(id).bytes]));
    const judgements = veraPdf(files, ["ua1", "2a"]);
    expect(judgements.map(({ file, flavour, failed }) => [file, flavour, failed])).toEqual(
      ids.flatMap((id) => ["ua1", "2a"].map((flavour) => [`${id}.pdf`, flavour, []])),
    );
    // It did look.
    for (const { assertions } of judgements) expect(assertions).toBeGreaterThan(10_000);
  },
);
