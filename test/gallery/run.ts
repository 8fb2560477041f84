import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { drawEverything } from "./gallery.ts";
import { galleryPage } from "./page.ts";
import { acceptedFile, rasterAtOnePerPoint } from "./raster.ts";

const folder = "output/gallery";
const { shown, findings, faces } = await drawEverything();
const errors = findings.filter(({ severity }) => severity === "error");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "index.html"), galleryPage(shown, errors, faces));
for (const { rule, message, place } of errors)
  console.error(`${place?.file}:${place?.line}:${place?.column} ${rule}: ${message}`);
console.log(`${shown.length} charts: open ${folder}/index.html in a browser`);
if (process.argv.includes("--accept")) {
  for (const one of shown) writeFileSync(acceptedFile(one), PNG.sync.write(await rasterAtOnePerPoint(one)));
  console.log(`${shown.length} pictures accepted: the tests compare with them from now on`);
}
process.exitCode = errors.length > 0 ? 1 : 0;
