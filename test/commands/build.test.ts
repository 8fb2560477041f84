import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/commands/build.ts";
import { checkFormats } from "../../src/commands/formats.ts";
import { release } from "../../src/commands/release.ts";
import type { BuildRecord } from "../../src/model/build-record.ts";
import { call } from "../command.ts";
import { type Project, smallProject } from "../project.ts";

/** What a build does to its folder: it replaces what it makes, and nothing else. */

let project: Project;
beforeAll(() => {
  project = smallProject();
});
afterEach(() => {
  project.restore();
  rmSync(join(project.root, "out"), { recursive: true, force: true });
});
afterAll(() => project.remove());

const out = (folder = "out"): string => join(project.root, folder);
const made = (options: Partial<Parameters<typeof build>[0]> = {}) =>
  build({ root: project.root, out: out(), progress: () => {}, epoch: undefined, ...options });
const hash = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");
const hashes = (folder = out()): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[])
      .filter((name) => statSync(join(folder, name)).isFile())
      .toSorted()
      .map((name) => [name, hash(join(folder, name))]),
  );
const record = (folder = out()): BuildRecord => JSON.parse(readFileSync(join(folder, "build.json"), "utf8"));
const only = <T>(all: Readonly<Record<string, T>>, keep: (name: string) => boolean): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => keep(name)));

const quick = { outputs: ["docx", "charts"] } as const;

describe("a build of a part", () => {
  it("replaces only what it makes, and counts the others in its record", async () => {
    await made(quick);
    const before = hashes();
    writeFileSync(join(out(), "letter.docx"), "of the office");
    project.replace("templates/2030/en/01-registry.md.hbs", "There were", "All in all, there were");
    const { older } = await made({ editions: ["en"], outputs: ["docx"] });
    const changed = (name: string): boolean => /^(whitepaper-2030\.en\.docx|build\.json|letter\.docx)$/.test(name);
    expect(only(hashes(), (name) => !changed(name))).toEqual(only(before, (name) => !changed(name)));
    expect(hashes()["whitepaper-2030.en.docx"]).not.toBe(before["whitepaper-2030.en.docx"]);
    expect(readFileSync(join(out(), "letter.docx"), "utf8")).toBe("of the office");
    expect(record().files.map(({ name, sha256 }) => [name, sha256])).toEqual(
      Object.entries(only(hashes(), (name) => name !== "build.json" && name !== "letter.docx")),
    );
    // All but the English file are of the text as it was.
    expect(older).toBe(Object.keys(before).length - 2);
    expect(new Set(record().files.map(({ source }) => source)).size).toBe(2);
  });

  it.each([
    ["each edition", [["zh"], ["en"], ["zh-en"]].map((editions) => ({ editions }))],
    ["each output", (["charts", "docx", "print", "pdf"] as const).map((output) => ({ outputs: [output] }))],
  ])("%s apart gives together the files and the record of one whole build", async (_, parts) => {
    const whole = out("whole");
    await made({ out: whole });
    const apart: BuildRecord[] = [];
    for (const [index, part] of parts.entries()) {
      // As on a machine of its own, and one after the other in one folder.
      const folder = out(`part-${index}`);
      await made({ ...part, out: folder });
      await made(part);
      expect(hashes(whole)).toMatchObject(only(hashes(folder), (name) => name !== "build.json"));
      apart.push(record(folder));
    }
    expect(hashes()).toEqual(hashes(whole));
    const { files, editions, ...rest } = record(whole);
    const entries = new Map(apart.flatMap((one) => one.files).map((file) => [file.name, file]));
    expect([...entries.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(files);
    const laid = new Map(apart.flatMap((one) => one.editions).map((edition) => [edition.id, edition]));
    expect(editions.map(({ id }) => laid.get(id))).toEqual(editions);
    for (const { files: _files, editions: _editions, ...own } of apart) expect(own).toEqual(rest);
    for (const index of parts.keys()) rmSync(out(`part-${index}`), { recursive: true });
    rmSync(whole, { recursive: true });
  });
});

describe("a build of all", () => {
  it("takes away what the publication has no more", async () => {
    await made(quick);
    project.replace("data/2030.yaml", "[[zh], [en], [zh, en]]", "[[zh]]");
    await made(quick);
    expect(Object.keys(hashes()).filter((name) => name.includes("en."))).toEqual([]);
    expect(record().editions.map(({ id }) => id)).toEqual(["zh"]);
  });

  it("keeps aside a file that was edited, and says so", async () => {
    await made(quick);
    const file = join(out(), "whitepaper-2030.en.docx");
    writeFileSync(file, "edited in the office");
    const first = await call(["build", "--root", project.root, "--out", out(), "--output", "docx", "--strict"]);
    expect([first.code, first.stderr]).toEqual([1, expect.stringContaining("nothing written")]);
    expect(readFileSync(file, "utf8")).toBe("edited in the office");
    const second = await call(["build", "--root", project.root, "--out", out(), "--output", "docx"]);
    expect(second.code).toBe(0);
    expect(second.stdout).toMatch(
      /whitepaper-2030\.en\.changed\.docx:1:1 changed-since-build: whitepaper-2030\.en\.docx was changed since .* keeps it as whitepaper-2030\.en\.changed\.docx/,
    );
    expect(readFileSync(join(out(), "whitepaper-2030.en.changed.docx"), "utf8")).toBe("edited in the office");
    expect(record().files.find(({ name }) => name === "whitepaper-2030.en.docx")?.sha256).toBe(hash(file));
  });
});

describe("the record", () => {
  it("says of what and with what the files were made, and nothing that differs from run to run", async () => {
    await made(quick);
    const { version, icu, formats, inputs, files } = record();
    expect({ version, icu }).toEqual({ version: 2, icu: process.versions.icu });
    expect(formats.en).toContain("-1,234,567.8 | 9,999 | 0.125");
    expect(formats.zh).toContain("2001年12月12日");
    expect(inputs["data/2030.yaml"]).toBe(hash(join(project.root, "data/2030.yaml")));
    expect(files.map(({ name }) => name)).toEqual(files.map(({ name }) => name).toSorted());
    const before = hashes();
    rmSync(out(), { recursive: true });
    await made(quick);
    expect(hashes()).toEqual(before);
  });

  it("shows where a release was written in other formats", async () => {
    const found: string[] = [];
    const formats = { en: "-1,234,567.8 | 9,999", zh: "-1,234,567.8 | 9999", fr: "unheard" };
    const released = { issue: "2030", name: "1.0", formats };
    const here = { en: "-1,234,567.8 | 9,999", zh: "-1,234,567.8 | 9,999", de: "new" };
    checkFormats(released, here, ({ rule, message }) => void found.push(`${rule}: ${message}`));
    expect(found).toEqual([
      `formats-changed: zh is written otherwise than in 1.0: "9999" there, "9,999" here (ICU ${process.versions.icu} here)`,
    ]);
  });

  it("has the formats of a release that the same Node.js made", async () => {
    const { findings, folder } = await release({ root: project.root, as: "1.0", progress: () => {}, epoch: undefined });
    expect(findings).toEqual([]);
    const said = JSON.parse(readFileSync(join(folder, "release.json"), "utf8"));
    expect((await made({ outputs: ["charts"] })).findings).toEqual([]);
    rmSync(folder, { recursive: true });
    expect(said.formats).toEqual(record().formats);
    expect(said.icu).toBeUndefined();
  });
});

describe("a folder that cannot be written", () => {
  const found = async (folder: string, options: Partial<Parameters<typeof build>[0]> = {}) => {
    const { findings, written } = await made({ out: folder, outputs: ["charts"], ...options });
    expect(written).toEqual([]);
    return findings.map(({ rule, message }) => `${rule}: ${message}`);
  };

  it.each<[string, () => string, RegExp]>([
    [
      "a file",
      () => join(project.root, "data/2030.yaml"),
      /2030\.yaml cannot be written: there is a file of that name/,
    ],
    ["below a file", () => join(project.root, "data/2030.yaml/x/y"), /a part of the path is a file and no folder/],
    ["a name of 300 characters", () => join(project.root, "x".repeat(300)), /longer than the file system takes/],
    [
      "a link that leads nowhere",
      () => join(project.root, "astray/x"),
      /a link that leads nowhere|a file and no folder/,
    ],
  ])("%s", async (_, folder, message) => {
    symlinkSync(join(project.root, "nowhere"), join(project.root, "astray"));
    expect(await found(folder())).toEqual([expect.stringMatching(message)]);
    rmSync(join(project.root, "astray"));
  });

  it.runIf(existsSync("/proc/self"))("one in which nothing can be made", async () => {
    expect(await found("/proc/whitepaper")).toEqual([expect.stringMatching(/does not exist and cannot be made/)]);
  });

  it("hides none of the other findings", async () => {
    project.replace(
      "templates/2030/en/01-registry.md.hbs",
      "{{patents.applications.total}}",
      "{{patents.aplications.total}}",
    );
    const rules = (await found(join(project.root, "data/2030.yaml"))).map((line) => line.split(":")[0]);
    expect(rules).toContain("cannot-write");
    expect(rules).toContain("unknown-figure");
    // A draft cannot be written there either.
    expect(await found(join(project.root, "data/2030.yaml"), { draft: true })).toHaveLength(rules.length);
  });

  it("fills up or breaks in the middle: what lay there stays", async () => {
    await made({ outputs: ["charts"] });
    const before = hashes();
    rmSync(join(out(), "charts"), { recursive: true });
    writeFileSync(join(out(), "charts"), "of somebody");
    expect(await found(out())).toEqual([expect.stringMatching(/cannot be written: a part of the path is a file/)]);
    expect(hashes()).toEqual({ ...only(before, (name) => name === "build.json"), charts: hash(join(out(), "charts")) });
  });

  it("that one is not allowed to write into", async () => {
    await made({ outputs: ["charts"] });
    mkdirSync(out("closed"));
    chmodSync(out("closed"), 0o555);
    chmodSync(project.root, 0o755);
    // No rights hold root back; for this one build it is nobody.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(await found(join(out("closed"), "x"))).toEqual([expect.stringMatching(/not allowed to write there/)]);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    expect(readdirSync(out("closed"))).toEqual([]);
    rmSync(out("closed"), { recursive: true });
  });
});
