import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { draw } from "../../src/draw/index.ts";
import { limits } from "../../src/draw/limits.ts";
import { makePicture } from "../../src/draw/picture.ts";
import type { PictureCache } from "../../src/model/picture.ts";
import { chartOf, english, sound, soundRows } from "./specification.ts";

type Job = Parameters<typeof makePicture>[0];
let jobs: readonly Job[];
beforeAll(async () => {
  const context = await english();
  const renamed = (name: string) => soundRows.map((row) => ({ ...row, category: `${row.category}${name}` }));
  jobs = ["", " 中文", " of all", "“”…"].map((name) => ({
    ...context,
    limits,
    chart: chartOf(JSON.parse(sound), renamed(name)),
  }));
});

/** Everything of a picture that ends in a file. */
const bytesOf = async (job: Job): Promise<string> => {
  const { picture } = await makePicture(job);
  return JSON.stringify({ ...picture, png: Buffer.from(picture?.png ?? []).toString("base64") });
};

it("the same chart gives the same bytes, whatever was drawn before it", async () => {
  const forwards: string[] = [];
  for (const job of jobs) forwards.push(await bytesOf(job));
  const backwards: string[] = [];
  for (const job of jobs.toReversed()) backwards.unshift(await bytesOf(job));
  expect(backwards).toEqual(forwards);
  expect(new Set(forwards).size).toBe(jobs.length);
  expect(forwards[0]).toContain("23,580");
});

it("a picture is drawn once and then taken from the cache, which heeds all that it is made of", async () => {
  const kept = new Map<string, Uint8Array>();
  // What is drawn is kept, each time.
  let drawn = 0;
  const cache: PictureCache = {
    get: async (key) => kept.get(key),
    set: async (key, bytes) => {
      drawn++;
      kept.set(key, bytes);
    },
  };
  const [job] = jobs as [Job];
  const { chart, ...context } = job;
  const report = (): void => {};
  const first = await draw(chart, { ...context, cache }, report);
  expect(await draw(chart, { ...context, cache }, report)).toEqual(first);
  expect(drawn).toBe(1);
  // A chart that stands elsewhere in the sources looks the same; one with another number, width or colour does not.
  await draw({ ...chart, place: { file: "other.vl.json", line: 9, column: 9 } }, { ...context, cache }, report);
  expect(drawn).toBe(1);
  await draw(chart, { ...context, width: context.width - 20, cache }, report);
  const [row, ...rest] = chart.rows;
  await draw(
    { ...chart, rows: [{ ...row, value: "150300", text: "15.03" } as typeof row & object, ...rest] },
    { ...context, cache },
    report,
  );
  const colours = { ...context.style.colours, primary: { ...context.style.colours.primary, rgb: "#004080" } };
  await draw(chart, { ...context, style: { ...context.style, colours } as typeof context.style, cache }, report);
  expect(drawn).toBe(4);
  // A cache file that was cut off is no picture.
  for (const [key, bytes] of kept) kept.set(key, bytes.subarray(0, bytes.length - 9));
  expect(await draw(chart, { ...context, cache }, report)).toEqual(first);
  expect(drawn).toBe(5);
});

it("Vega comes with the drawing thread alone, once, and measures text as one program", () => {
  const files = readdirSync("dist").filter((name) => name.endsWith(".js"));
  expect(files).toContain("draw-worker.js");
  for (const name of files.filter((file) => file !== "draw-worker.js"))
    expect(readFileSync(`dist/${name}`, "utf8"), name).not.toMatch(/(from|import|require)\s*\(?\s*"vega/);
  const installed = Object.keys(JSON.parse(readFileSync("package-lock.json", "utf8")).packages as object);
  for (const name of ["vega", "vega-lite", "vega-scenegraph"])
    expect(installed.filter((path) => path.endsWith(`node_modules/${name}`))).toEqual([`node_modules/${name}`]);
});
