import { beforeAll, expect, it } from "vitest";
import type { Edition } from "../../src/model/edition.ts";
import { chartName } from "../../src/model/word-names.ts";
import { gaps } from "../../src/office/proof.ts";
import { type RedlineResult, redline } from "../../src/office/redline/index.ts";
import { editionsOf, type Prepared, prepare } from "../../src/pipeline.ts";
import { writeDocx } from "../../src/write/docx/index.ts";
import { layOut } from "../../src/write/pdf/index.ts";
import { copyProject } from "../project.ts";
import { hasOffice, inOffice, linesOf } from "./libreoffice.ts";
import { author, revisionsIn, sound } from "./redlines.ts";

/** A redline over the whole bilingual edition, with several corrections at once. */

const drawn = new Map<string, Uint8Array>();
const cache = {
  get: async (key: string) => drawn.get(key),
  set: async (key: string, bytes: Uint8Array) => {
    drawn.set(key, bytes);
  },
};

type Made = { readonly bytes: Uint8Array; readonly edition: Edition };
const build = async (root: string): Promise<Made> => {
  const prepared = (await prepare(root, "2019", { cache, report: () => {}, progress: () => {} })) as Prepared;
  const edition = editionsOf(prepared, new Date("2020-04-01T00:00:00Z")).at(-1) as Edition;
  const { pages } = await layOut(edition, () => {});
  return { edition, bytes: await writeDocx(edition, pages, () => {}) };
};

const picturesOf = ({ edition }: Made) =>
  new Map(
    edition.parts.flatMap((part, index) =>
      Object.entries(part.pictures).map(([id, { png, width, height }]) => {
        const name = chartName(index === 0 ? undefined : part.language.id, id, 0);
        return [name, { png, width, height }] as const;
      }),
    ),
  );

/** A chart of several panels is one picture in a revision. */
const asOnePicture = (line: string): string => line.replace(/(\[picture\])+\u200B?/g, "[picture]");

let before: Made;
let after: Made;
let made: RedlineResult;

beforeAll(async () => {
  const project = copyProject();
  try {
    before = await build(project.root);
    project.replace("data/2019.yaml", "total: { value: 173600", "total: { value: 173700");
    project.replace("templates/2019/zh/02-reform.md.hbs", "人员和业务融合不断深化", "人员与业务融合持续深化");
    const last = "templates/2019/en/06-environment.md.hbs";
    project.write(
      last,
      `${project.read(last).trimEnd()}\n\nA new paragraph: {{patents.applications.total}} applications.\n`,
    );
    const mark = "# 知识产权领域改革全面推进 {#reform}";
    project.replace("templates/2019/zh/02-reform.md.hbs", mark, mark.replace("全面推进", "深入推进"));
    after = await build(project.root);
  } finally {
    project.remove();
  }
  const pictures = { before: picturesOf(before), after: picturesOf(after) };
  const picture = (side: "before" | "after", name: string) => pictures[side].get(name);
  made = redline(before.bytes, after.bytes, { ...author, picture });
});

it("strikes what changed and nothing else", () => {
  expect(made.untracked).toEqual([]);
  expect(revisionsIn(made.bytes)).toEqual([
    ...["-全面", "+深入"],
    ...["-[drawing]", "+[drawing]", "-17.36万件", "+17.37万件"],
    ...["-全面", "+深入", "-和", "+与", "-不断", "+持续"],
    ...["-[drawing]", "+[drawing]", "-173,600", "+173,700"],
    ...["+¶", "+A new paragraph: 173,700 applications."],
  ]);
});

it("gives the new file when all is accepted and the earlier one when all is rejected", () => {
  expect(gaps(before.bytes, after.bytes, made.bytes)).toEqual([]);
});

it("has no fault that the judges see", () => sound(made.bytes));

it.skipIf(!hasOffice)("LibreOffice accepts and rejects all of it", async () => {
  const files = await inOffice([
    { command: "Accept", bytes: made.bytes },
    { command: "Reject", bytes: made.bytes },
    { command: "", bytes: after.bytes },
    { command: "", bytes: before.bytes },
  ]);
  const [accepted, rejected, own, old] = files.map((file) => linesOf(file).map(asOnePicture));
  expect(accepted).toEqual(own);
  expect(rejected).toEqual(old);
});
