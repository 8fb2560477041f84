import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { release } from "../../src/commands/release.ts";
import { releaseSchema } from "../../src/model/release.ts";
import { call, run } from "../command.ts";
import { expectFindings } from "../findings.ts";
import { type Project, smallProject } from "../project.ts";

let project: Project;
let folder: string;
const at = (name: string): string => join(project.root, "output/2030", name);
const released = async (as: string, from = project) =>
  release({ root: from.root, as, progress: () => {}, epoch: undefined });

beforeAll(async () => {
  project = smallProject();
  const { findings, written } = await released("1.0");
  expect(findings).toEqual([]);
  expect(written.length).toBeGreaterThan(10);
  folder = at("1.0");
}, 120_000);
afterEach(() => project.restore());
afterAll(() => project.remove());

const files = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
const sha256 = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

describe("a release", () => {
  it("lists the checksum of every file but its own list", () => {
    const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8").trimEnd().split("\n");
    const listed = Object.fromEntries(sums.map((line) => [line.slice(66), line.slice(0, 64)]));
    const others = files(folder).filter((name) => name !== "SHA256SUMS");
    expect(Object.keys(listed).toSorted()).toEqual(others);
    for (const name of others) expect(sha256(join(folder, name)), name).toBe(listed[name]);
  });

  it("says what it is, whole", () => {
    const made = releaseSchema.parse(JSON.parse(readFileSync(join(folder, "release.json"), "utf8")));
    expect(made).toMatchObject({ version: 1, issue: "2030", name: "1.0", follows: null });
    expect(Object.keys(made.documents)).toEqual(["en", "zh"]);
    expect(made.figures["courts.cases.accepted.growth"]).toMatchObject({ value: "6.67", unit: "percent" });
    expect(made.inputs["data/2030.yaml"]).toBe(sha256(join(project.root, "data/2030.yaml")));
    expect(Object.keys(made.editions)).toEqual(["zh", "en", "zh-en"]);
    expect(made.editions["zh-en"]?.pages.blocks["1/registry"]).toBeDefined();
  });

  it("stands in its files", async () => {
    const docx = readFileSync(join(folder, "whitepaper-2030.zh.docx"));
    const { unzipSync, strFromU8 } = await import("fflate");
    expect(strFromU8(unzipSync(docx)["docProps/custom.xml"] as Uint8Array)).toContain(">1.0<");
  });

  it("has the same bytes elsewhere, at another time, in another language of the machine", async () => {
    const other = smallProject();
    try {
      const env = { TZ: "Asia/Shanghai", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" };
      const { code, stderr } = await run(["release", "--as", "1.0", "--root", other.root], env);
      expect(code, stderr).toBe(0);
      const copy = join(other.root, "output/2030/1.0");
      expect(files(copy)).toEqual(files(folder));
      for (const name of files(folder)) expect(sha256(join(copy, name)), name).toBe(sha256(join(folder, name)));
    } finally {
      other.remove();
    }
  }, 120_000);
});

describe("a release refuses", () => {
  it.each(["draft", "..", "a/b", ".hidden", "1.0.", "", "é"])("the name %j", async (name) => {
    await expect(released(name)).rejects.toThrow(/names no release|needs a name/);
  });

  it("a name that is there, whatever is in the folder", async () => {
    const before = files(folder).map((name) => sha256(join(folder, name)));
    const { code, stderr } = await call(["release", "--as", "1.0", "--root", project.root]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("never written again") });
    expect(files(folder).map((name) => sha256(join(folder, name)))).toEqual(before);
    mkdirSync(at("empty"));
    await expect(released("empty")).rejects.toThrow(/never written again/);
    rmSync(at("empty"), { recursive: true });
  });

  it("an error, and writes nothing", async () => {
    project.replace("templates/2030/en/01-registry.md.hbs", "{{courts.cases.accepted}}", "{{courts.cases.acepted}}");
    const { findings, written } = await released("2.0");
    expect(findings.map(({ rule }) => rule)).toContain("unknown-figure");
    expect(written).toEqual([]);
    expect(existsSync(at("2.0"))).toBe(false);
    expect(readdirSync(join(project.root, "output/2030"))).toEqual(["1.0"]);
  });

  it("inputs that change while it reads", async () => {
    let turns = 0;
    const progress = (stage: string): void => {
      if (!stage.startsWith("writing") || turns++ > 0) return;
      project.write("data/2030.yaml", `${project.read("data/2030.yaml")}# a remark\n`);
      project.write("templates/2030/images/new.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    };
    const { findings, written } = await release({ root: project.root, as: "2.0", progress, epoch: undefined });
    expect(written).toEqual([]);
    expect(findings.map(({ rule, place }) => `${rule} ${place?.file}`)).toEqual([
      "inputs-changed data/2030.yaml",
      "inputs-changed templates/2030/images/new.svg",
    ]);
  }, 60_000);
});

describe("releases that are not as they were", () => {
  const path = "output/2030/1.0/release.json";
  const check = async () => (await call(["check", "--root", project.root, "--format", "json"])).stdout;
  const found = async () => JSON.parse(await check()).findings;
  const resum = (): void => {
    const sums = project.read("output/2030/1.0/SHA256SUMS");
    const now = createHash("sha256").update(project.read(path)).digest("hex");
    project.write("output/2030/1.0/SHA256SUMS", sums.replace(/^[0-9a-f]{64}(?= {2}release\.json$)/m, now));
  };

  it("one of a later version is named", async () => {
    project.replace(path, '"version": 1,\n"tool"', '"version": 2,\n"tool"');
    resum();
    expectFindings(project, await found(), [{ rule: "release-version", at: [path, "{"], says: /version 2/ }]);
  });

  it("one that somebody edited is named", async () => {
    project.replace(path, '"name": "1.0"', '"name": "1.1"');
    expectFindings(project, await found(), [{ rule: "release-edited", at: [path, "{"] }]);
  });

  it("one that is torn is named", async () => {
    project.write(path, project.read(path).slice(0, 5000));
    resum();
    expectFindings(project, await found(), [{ rule: "release-broken", at: [path, "{"], says: /no JSON/ }]);
  });

  it("one of another issue is named", async () => {
    project.replace(path, '"issue": "2030",\n"name"', '"issue": "2031",\n"name"');
    resum();
    expectFindings(project, await found(), [{ rule: "release-broken", at: [path, "{"], says: /of 2031/ }]);
  });

  it("two that follow none are named", async () => {
    mkdirSync(at("0.9"));
    for (const name of ["release.json", "SHA256SUMS"])
      writeFileSync(join(at("0.9"), name), readFileSync(join(folder, name)));
    expect((await found()).map(({ rule }: { rule: string }) => rule)).toEqual(["release-fork"]);
    rmSync(at("0.9"), { recursive: true });
  });

  it("one that leads out of the project is not read", async () => {
    const outside = `${project.root}-outside`;
    renameSync(folder, outside);
    symlinkSync(outside, folder);
    try {
      expect((await found()).map(({ rule }: { rule: string }) => rule)).toEqual(["outside-project"]);
    } finally {
      rmSync(folder);
      renameSync(outside, folder);
    }
  });
});
