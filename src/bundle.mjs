// Bundles src/cli.ts into dist/ so that the command starts quickly; run by `npm ci` through "prepare".
import { mkdir, rename, rm } from "node:fs/promises";
import { build } from "esbuild";
import { bundleDraw } from "./draw/bundle.mjs";

// Made beside and put in place whole, so that a command that is just starting finds all of it.
const next = `node_modules/.cache/whitepaper/dist-${process.pid}`;
await mkdir(next, { recursive: true });
await bundleDraw(next);
await build({
  entryPoints: ["src/cli.ts"],
  outdir: next,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});
await rm("dist", { recursive: true, force: true });
await rename(next, "dist");
