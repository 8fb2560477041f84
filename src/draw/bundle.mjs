// What drawing needs beside the command: the thread with Vega in one file (half the time to load), and the Vega-Lite
// schema as compiled code. Called by src/bundle.mjs.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import Ajv from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const cacheFolder = "node_modules/.cache/whitepaper";

/** Descriptions are most of the schema and take no part in checking. */
const withoutDescriptions = (schema) =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    key === "description" && typeof value === "string" ? undefined : value,
  );

/** The Vega-Lite schema as a CommonJS module that exports its validating function. Compiling takes seconds, so it is kept. */
const compileSchema = async (target) => {
  const text = await readFile(require.resolve("vega-lite/vega-lite-schema.json"), "utf8");
  const { version } = require("ajv/package.json");
  const kept = join(cacheFolder, `${createHash("sha256").update(`2 ${version} ${text}`).digest("hex")}.cjs`);
  await mkdir(cacheFolder, { recursive: true });
  await copyFile(kept, target).catch(async () => {
    const ajv = new Ajv.default({
      code: { source: true, lines: false },
      strict: false,
      messages: false,
      validateFormats: false,
      inlineRefs: false,
      logger: false,
    });
    const validate = ajv.compile(withoutDescriptions(JSON.parse(text)));
    const source = standalone.default(ajv, validate);
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: process.cwd() },
      bundle: true,
      minify: true,
      format: "cjs",
      platform: "node",
      write: false,
    });
    const part = `${kept}.${process.pid}`;
    await writeFile(part, outputFiles[0].contents);
    await rename(part, kept);
    await copyFile(kept, target);
  });
};

/** Vega takes a canvas of Node where it finds one, and Vega-Lite wants all of Vega for a few functions. */
const lean = {
  name: "lean-vega",
  setup(setup) {
    setup.onResolve({ filter: /^vega-canvas$/ }, () => ({
      path: join(require.resolve("vega-canvas"), "../vega-canvas.browser.js"),
    }));
  },
};

/** Writes draw-worker.js and vega-lite-schema.cjs into a folder. */
export const bundleDraw = async (folder) => {
  await mkdir(folder, { recursive: true });
  await Promise.all([
    compileSchema(join(folder, "vega-lite-schema.cjs")),
    build({
      entryPoints: ["src/draw/draw-worker.ts"],
      outdir: folder,
      bundle: true,
      minify: true,
      format: "esm",
      platform: "node",
      target: "node20.19",
      external: ["@resvg/resvg-wasm", "fontkit", "yaml", "zod"],
      plugins: [lean],
      logLevel: "warning",
    }),
  ]);
};
