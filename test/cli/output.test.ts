import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtPublication } from "../built.ts";
import { call, run, start } from "../command.ts";
import { copyProject, type Project, smallProject } from "../project.ts";

const charts = ["zh", "en"].flatMap((lang) =>
  ["court-cases", "ip-creation", "procuratorate-cases"].flatMap((id) =>
    ["csv", "outlined.svg", "png", "svg"].map((ending) => `charts/${id}.${lang}.${ending}`),
  ),
);
const names = ["zh", "en", "zh-en"].flatMap((edition) =>
  ["docx", "pdf", "print.json", "print.pdf"].map((ending) => `whitepaper-2019.${edition}.${ending}`),
);
const hash = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");
const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[])
      .filter((name) => /\.(pdf|docx|svg|png|csv)$/.test(name))
      .map((name) => [name, hash(join(folder, name))]),
  );

describe("the publication", () => {
  let draft: string;
  beforeAll(async () => {
    draft = await builtPublication();
  });

  it("is the editions, the charts of each language and a record of the build", () => {
    const made = (readdirSync(draft, { recursive: true }) as string[]).filter((name) => name !== "charts");
    expect(made.toSorted()).toEqual(["build.json", ...names, ...charts].toSorted());
    const record = JSON.parse(readFileSync(join(draft, "build.json"), "utf8"));
    expect(record.files.map(({ name }: { name: string }) => name).toSorted()).toEqual([...names, ...charts].toSorted());
    for (const { name, sha256 } of record.files) expect(sha256, name).toBe(hash(join(draft, name)));
    expect(record.inputs["data/2019.yaml"]).toBe(hash("data/2019.yaml"));
  });

  it("has the same bytes in another folder, without a cache, in another time zone and language of the machine", async () => {
    const other = copyProject();
    const surroundings = { TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    const { code, stdout, stderr } = await run(["build"], surroundings, other.root);
    expect(code, stdout + stderr).toBe(0);
    expect(hashes(join(other.root, "output", "2019", "draft"))).toEqual(hashes(draft));
    other.remove();
  });
});

let project: Project;
let draft: string;
beforeAll(async () => {
  project = smallProject();
  draft = join(project.root, "output", "2030", "draft");
  const { code, stdout, stderr } = await call(["build", "--root", project.root]);
  expect(code, stdout + stderr).toBe(0);
});
afterAll(() => project.remove());

it("SOURCE_DATE_EPOCH dates the files", async () => {
  const out = join(project.root, "epoch");
  await call(["build", "--root", project.root, "--edition", "en", "--output", "pdf", "--out", out], {
    SOURCE_DATE_EPOCH: "1700000000",
  });
  expect(readFileSync(join(out, "whitepaper-2030.en.pdf"), "latin1")).toContain("D:20231114221320Z");
  rmSync(out, { recursive: true });
});

describe("all or nothing", () => {
  it("a build that is killed at any moment leaves the earlier files", async () => {
    const before = hashes(draft);
    for (const delay of [200, 500, 900, 1300, 1700]) {
      const building = start(["build", "--root", project.root]);
      await new Promise((resolve) => setTimeout(resolve, delay));
      building.kill();
      await building.done;
      expect(hashes(draft)).toEqual(before);
    }
  });

  it("builds of parts at the same time give the folder of one whole build", async () => {
    const out = join(project.root, "parts");
    const part = (edition: string) => run(["build", "--root", project.root, "--out", out, "--edition", edition]);
    for (const { code, stderr } of await Promise.all([part("zh"), part("en"), part("zh-en")]))
      expect(code, stderr).toBe(0);
    expect(hashes(out)).toEqual(hashes(draft));
    expect(readFileSync(join(out, "build.json"), "utf8")).toBe(readFileSync(join(draft, "build.json"), "utf8"));
    expect(readdirSync(out).filter((name) => name.startsWith("."))).toEqual([]);
    rmSync(out, { recursive: true });
  });

  it("a folder with other people's files is refused", async () => {
    const out = join(project.root, "data");
    const { code, stderr } = await call([
      "build",
      "--root",
      project.root,
      "--edition",
      "en",
      "--output",
      "pdf",
      "--out",
      out,
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("not of this tool")]);
    expect(existsSync(join(project.root, "data", "2030.yaml"))).toBe(true);
  });
});
