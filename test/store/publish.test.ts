import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Locked, withLock } from "../../src/store/lock.ts";
import { ForeignFolder, publish } from "../../src/store/publish.ts";

let base: string;
let target: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "publish-"));
  target = join(base, "2019", "draft");
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const files = (...entries: [string, string][]) => new Map(entries.map(([name, text]) => [name, Buffer.from(text)]));
const first = files(["build.json", "1"], ["a.pdf", "first"], ["old.pdf", "first"]);
const second = files(["build.json", "2"], ["a.pdf", "second"], ["charts/x.svg", "<svg/>"]);
const content = (name: string): string => readFileSync(join(target, name), "utf8");
/** Everything that lies beside the target: nothing hidden may stay behind. */
const beside = (): readonly string[] => readdirSync(join(base, "2019"));

it("replaces a folder whole: what the new build has not is gone", async () => {
  await publish(target, first, "build.json");
  await publish(target, second, "build.json");
  expect(readdirSync(target).toSorted()).toEqual(["a.pdf", "build.json", "charts"]);
  expect(content("charts/x.svg")).toBe("<svg/>");
  expect(beside()).toEqual(["draft"]);
});

it("leaves everything as it was when a file cannot be written", async () => {
  await publish(target, first, "build.json");
  const broken = files(["build.json", "2"], ["a.pdf", "second"], ["a.pdf/b", "a file cannot be a folder"]);
  await expect(publish(target, broken, "build.json")).rejects.toThrow();
  expect(content("a.pdf")).toBe("first");
  expect(beside()).toEqual(["draft"]);
});

it("puts right what a kill between the two renames left", async () => {
  await publish(target, first, "build.json");
  // As a killed build leaves it: the old folder set aside, the new one half written.
  mkdirSync(join(base, "2019", ".draft.next-1"), { recursive: true });
  writeFileSync(join(base, "2019", ".draft.next-1", "a.pdf"), "half");
  const { renameSync } = await import("node:fs");
  renameSync(target, join(base, "2019", ".draft.previous"));
  // A build that then fails must still bring the earlier one back.
  const broken = files(["a.pdf", "x"], ["a.pdf/b", "x"]);
  await expect(publish(target, broken, "build.json")).rejects.toThrow();
  expect(content("a.pdf")).toBe("first");
  expect(beside()).toEqual(["draft"]);
});

it("refuses a folder that holds somebody's files", async () => {
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "thesis.docx"), "years of work");
  await expect(publish(target, first, "build.json")).rejects.toThrow(ForeignFolder);
  expect(content("thesis.docx")).toBe("years of work");
});

it("refuses while a living build holds the lock, and takes over a dead one's", async () => {
  const lock = join(base, "2019", ".draft.lock");
  mkdirSync(join(base, "2019"));
  await withLock(lock, async () => {
    await expect(publish(target, first, "build.json")).rejects.toThrow(Locked);
    expect(existsSync(target)).toBe(false);
  });
  // No process has this number: it is above every kernel's limit.
  writeFileSync(lock, "999999999");
  await publish(target, first, "build.json");
  expect(content("a.pdf")).toBe("first");
  expect(beside()).toEqual(["draft"]);
});

it("two builds at once: one wins whole, the other says so", async () => {
  const results = await Promise.allSettled([
    publish(target, first, "build.json"),
    publish(target, second, "build.json"),
  ]);
  const failed = results.filter((result) => result.status === "rejected");
  for (const result of failed) expect(result.reason).toBeInstanceOf(Locked);
  expect(failed.length).toBeLessThan(2);
  expect([
    ["1", "first"],
    ["2", "second"],
  ]).toContainEqual([content("build.json"), content("a.pdf")]);
});
