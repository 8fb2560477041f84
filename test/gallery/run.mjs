// npm run gallery [-- --accept]: every chart in every language on one page for a person to look at.
import { rmSync } from "node:fs";
import { build } from "esbuild";

// Beside the command, where what draws the charts is found.
const bundle = "dist/gallery.mjs";
await build({
  entryPoints: ["test/gallery/run.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile: bundle,
  logLevel: "warning",
});
try {
  await import(`../../${bundle}`);
} finally {
  rmSync(bundle, { force: true });
}
