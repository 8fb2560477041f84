import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Locked, withLock } from "../../src/store/lock.ts";
import { moveAll } from "../../src/store/moves.ts";
import { ForeignFolder, type KeptAside, publish } from "../../src/store/publish.ts";

let base: string;
let target: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "publish-"));
  target = join(base, "2019", "draft");
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

type Texts = Readonly<Record<string, string>>;
/** What a build makes; its record names the files, and those that it leaves of earlier builds. */
const made = (texts: Texts, kept: Texts = {}) => {
  const entries = Object.entries({ ...kept, ...texts }).map(([name, text]) => ({
    name,
    sha256: createHash("sha256").update(text).digest("hex"),
  }));
  const files = new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));
  return files.set("build.json", Buffer.from(JSON.stringify({ files: entries })));
};
const put = async (
  texts: Texts,
  { gone = [] as string[], kept = {} as Texts, patience = 0 } = {},
): Promise<readonly KeptAside[]> => {
  let told: readonly KeptAside[] = [];
  await publish(
    target,
    () => ({ files: made(texts, kept), gone }),
    (asides) => {
      told = asides;
      return true;
    },
    patience,
  );
  return told;
};
/** Every file below the target but the record, with its text: nothing hidden may stay behind. */
const lying = (): Texts =>
  Object.fromEntries(
    (readdirSync(target, { recursive: true }) as string[])
      .filter((name) => name !== "build.json" && statSync(join(target, name)).isFile())
      .toSorted()
      .map((name) => [name, readFileSync(join(target, name), "utf8")]),
  );
const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(target, name)), { recursive: true });
  writeFileSync(join(target, name), text);
};

const first = { "a.pdf": "first", "old.pdf": "first", "charts/x.svg": "first" };

describe("a build puts its files into a folder", () => {
  it("in place of its own, takes away those that are no more, and leaves the others", async () => {
    expect(await put(first)).toEqual([]);
    const kept = { "old.pdf": "first" };
    expect(await put({ "a.pdf": "second", "b.pdf": "second" }, { gone: ["charts/x.svg"], kept })).toEqual([]);
    expect(lying()).toEqual({ "a.pdf": "second", "b.pdf": "second", "old.pdf": "first" });
    expect(existsSync(join(target, "charts"))).toBe(false);
    expect(readdirSync(join(base, "2019"))).toEqual(["draft"]);
  });

  it("and does not touch a file that is as it would make it", async () => {
    await put(first);
    const { mtimeMs, ino } = statSync(join(target, "a.pdf"));
    await put({ ...first, "old.pdf": "second" });
    expect(statSync(join(target, "a.pdf"))).toMatchObject({ mtimeMs, ino });
    expect(lying()["old.pdf"]).toBe("second");
  });

  it("and never touches files of others", async () => {
    await put(first);
    write("notes.txt", "mine");
    write("charts/mine.svg", "mine");
    await put({ "a.pdf": "second" }, { gone: ["old.pdf", "charts/x.svg"] });
    expect(lying()).toEqual({ "a.pdf": "second", "charts/mine.svg": "mine", "notes.txt": "mine" });
  });
});

describe("a file that was changed since", () => {
  it("is kept aside under a free name, and told", async () => {
    await put(first);
    write("a.pdf", "worked on");
    write("a.changed.pdf", "worked on before");
    expect(await put({ "a.pdf": "second" }, { kept: first })).toEqual([{ name: "a.pdf", now: "a.changed-2.pdf" }]);
    expect(lying()).toEqual({
      ...first,
      "a.pdf": "second",
      "a.changed.pdf": "worked on before",
      "a.changed-2.pdf": "worked on",
    });
  });

  it("is kept aside too where no record speaks of it, or what lies there is a link or a folder", async () => {
    await put({ "a.pdf": "first" });
    write("b.pdf", "of somebody");
    write("c.pdf/inside.txt", "of somebody");
    symlinkSync(join(base, "elsewhere"), join(target, "d.pdf"));
    const asides = await put({ "b.pdf": "second", "c.pdf": "second", "d.pdf": "second" });
    expect(asides.map(({ now }) => now)).toEqual(["b.changed.pdf", "c.changed.pdf", "d.changed.pdf"]);
    expect(readFileSync(join(target, "b.changed.pdf"), "utf8")).toBe("of somebody");
    expect(readFileSync(join(target, "c.changed.pdf", "inside.txt"), "utf8")).toBe("of somebody");
  });

  it("stays where it is when the build has nothing in its place", async () => {
    await put(first);
    write("old.pdf", "worked on");
    expect(await put({ "a.pdf": "second" }, { gone: ["old.pdf"] })).toEqual([{ name: "old.pdf", now: "old.pdf" }]);
    expect(lying()["old.pdf"]).toBe("worked on");
  });

  it("keeps the build from writing where it must", async () => {
    await put(first);
    write("a.pdf", "worked on");
    const plan = () => ({ files: made({ "a.pdf": "second", "b.pdf": "second" }), gone: ["old.pdf"] });
    expect(await publish(target, plan, (asides) => asides.length === 0)).toBe(false);
    expect(lying()).toEqual({ ...first, "a.pdf": "worked on" });
  });

  it("is not found by a record that names a place outside its folder", async () => {
    await put(first);
    const thesis = join(base, "thesis.docx");
    writeFileSync(thesis, "years of work");
    const sha256 = createHash("sha256").update("years of work").digest("hex");
    writeFileSync(join(target, "build.json"), JSON.stringify({ files: [{ name: "../../thesis.docx", sha256 }] }));
    let known: readonly string[] = [];
    await publish(target, (earlier) => {
      known = earlier.files.map(({ name }) => name);
      return { files: made(first), gone: known };
    });
    expect(known).toEqual([]);
    expect(readFileSync(thesis, "utf8")).toBe("years of work");
  });
});

describe("all or nothing", () => {
  it("leaves everything as it was when a file cannot be written", async () => {
    await put(first);
    const broken = { "a.pdf": "second", "b.pdf": "second", "b.pdf/c": "a file cannot be a folder" };
    await expect(put(broken, { gone: ["old.pdf"] })).rejects.toThrow();
    expect(lying()).toEqual(first);
  });

  it("takes back what it had moved when a later move fails", async () => {
    await put(first);
    // The folder of the charts is a file by now: the last move fails after all others.
    rmSync(join(target, "charts"), { recursive: true });
    write("charts", "of somebody");
    await expect(put({ "a.pdf": "second", "charts/x.svg": "second" }, { gone: ["old.pdf"] })).rejects.toThrow("charts");
    expect(lying()).toEqual({ "a.pdf": "first", "old.pdf": "first", charts: "of somebody" });
  });

  it("does not follow a link in the place of a folder", async () => {
    await put({ "a.pdf": "first" });
    mkdirSync(join(base, "elsewhere"));
    symlinkSync(join(base, "elsewhere"), join(target, "charts"));
    await expect(put({ "charts/x.svg": "second" })).rejects.toThrow("no folder");
    expect(readdirSync(join(base, "elsewhere"))).toEqual([]);
  });

  it("finishes what a build that was killed had begun to put into place", async () => {
    await put(first);
    const work = ".whitepaper-work";
    for (const name of ["a.pdf", "b.pdf"]) write(`${work}/new/${name}`, "second");
    const moves = [
      ["a.pdf", `${work}/old/a.pdf`],
      [`${work}/new/a.pdf`, "a.pdf"],
      [`${work}/new/b.pdf`, "b.pdf"],
      ["old.pdf", `${work}/old/old.pdf`],
    ];
    // Killed behind the first two moves.
    write(`${work}/old/a.pdf`, "first");
    write("a.pdf", "second");
    rmSync(join(target, work, "new", "a.pdf"));
    write(`${work}/moves.json`, JSON.stringify(moves));
    await expect(put({ "c.pdf": "third", "c.pdf/d": "cannot be" })).rejects.toThrow();
    expect(lying()).toEqual({ "a.pdf": "second", "b.pdf": "second", "charts/x.svg": "first" });
  });

  it("forgets what one that was killed before had only prepared", async () => {
    await put(first);
    write(".whitepaper-work/new/a.pdf", "half");
    write(".whitepaper-work/moves.json", '[["a.pdf", ');
    await put(first);
    expect(lying()).toEqual(first);
  });

  it("forgets the journal of moves that were taken back", async () => {
    write("a", "1");
    write("c", "1");
    const moves = [
      ["a", "b/a"],
      ["c", "b/a/c"],
    ] as const;
    await expect(moveAll(target, moves, "moves.json")).rejects.toThrow("no folder");
    expect(lying()).toEqual({ a: "1", c: "1" });
  });

  it("makes no folder for a build that fails", async () => {
    await expect(put({ "b.pdf": "second", "b.pdf/c": "a file cannot be a folder" })).rejects.toThrow();
    expect(readdirSync(base)).toEqual([]);
  });
});

it("refuses a folder that holds somebody's files and no record", async () => {
  write("thesis.docx", "years of work");
  await expect(put(first)).rejects.toThrow(ForeignFolder);
  expect(lying()).toEqual({ "thesis.docx": "years of work" });
});

it("refuses while a living build holds the lock, and takes over a dead one's", async () => {
  const lock = join(target, ".whitepaper.lock");
  mkdirSync(target, { recursive: true });
  await withLock(lock, async () => {
    await expect(put(first)).rejects.toThrow(Locked);
    expect(readdirSync(target)).toEqual([".whitepaper.lock"]);
  });
  // No process has this number: it is above every kernel's limit.
  writeFileSync(lock, "999999999");
  await put(first);
  expect(lying()).toEqual(first);
});

it("waits for a build that holds it only for a while", async () => {
  mkdirSync(target, { recursive: true });
  const waiting = withLock(join(target, ".whitepaper.lock"), async () => {
    const later = put(first, { patience: 60_000 });
    await new Promise((settle) => setTimeout(settle, 120));
    return { later, lying: readdirSync(target).filter((name) => name.endsWith(".pdf")) };
  });
  const { later, lying: before } = await waiting;
  await later;
  expect(before).toEqual([]);
  expect(lying()).toEqual(first);
});

it("takes over a dead one's lock once, however many find it", async () => {
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, ".whitepaper.lock"), "999999999 0");
  let [inside, most, done] = [0, 0, 0];
  const task = async (): Promise<void> => {
    inside++;
    most = Math.max(most, inside);
    await new Promise((settle) => setTimeout(settle, 20));
    inside--;
    done++;
  };
  const lock = join(target, ".whitepaper.lock");
  await Promise.all(Array.from({ length: 5 }, () => withLock(lock, task, 60_000)));
  expect([most, done]).toEqual([1, 5]);
  expect(readdirSync(target)).toEqual([]);
});

it("two builds at once: each puts its files whole, one after the other", async () => {
  const second = { "a.pdf": "second", "charts/x.svg": "second" };
  await Promise.all([put(first, { patience: 60_000 }), put(second, { patience: 60_000 })]);
  expect(["first", "second"]).toContain(lying()["a.pdf"]);
  expect(lying()["charts/x.svg"]).toBe(lying()["a.pdf"]);
  expect(lying()["old.pdf"]).toBe("first");
});
