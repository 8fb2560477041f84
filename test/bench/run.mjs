// npm run bench: how long a build takes, cold (a process of its own) and warm (stages apart), at 1, 10 and 50 times the text.
// And how the comparison of finished files does on its corpus: precision and recall by kind.
// Times are wall-clock milliseconds, the median of three runs; memory is the process's peak in MB.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const issue = "2019";
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const time = (task) => {
  const start = performance.now();
  task();
  return performance.now() - start;
};
const table = (head, rows) => {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => String(row[column]).length)));
  for (const row of [head, ...rows])
    console.log(
      row.map((cell, column) => String(cell)[column === 0 ? "padEnd" : "padStart"](widths[column])).join("  "),
    );
  console.log();
};

console.log("Cold: one process, one edition, one output (first with an empty picture cache)");
const cold = [];
for (const edition of ["zh", "en", "zh-en"])
  for (const output of ["pdf", "docx"]) {
    const args = [
      "dist/cli.js",
      "build",
      issue,
      "--edition",
      edition,
      "--output",
      output,
      "--out",
      join(folder, `${edition}.${output}`),
    ];
    rmSync("output/.cache", { recursive: true, force: true });
    const empty = time(() => execFileSync(process.execPath, args, { stdio: "pipe" }));
    const runs = [1, 2, 3].map(() => time(() => execFileSync(process.execPath, args, { stdio: "pipe" })));
    cold.push([edition, output, Math.round(empty), Math.round(median(runs))]);
  }
const all = [1, 2, 3].map(() =>
  time(() =>
    execFileSync(process.execPath, ["dist/cli.js", "build", issue, "--out", join(folder, "all")], { stdio: "pipe" }),
  ),
);
cold.push(["all", "all", "", Math.round(median(all))]);
table(["edition", "output", "empty cache", "cached"], cold);

// Beside the command, where what it is made with is found.
const bundle = "dist/bench-stages.mjs";
await build({
  entryPoints: ["test/bench/stages.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile: bundle,
});
const stages = ["read", "compose", "draw", "lay out", "pdf", "docx"];
const rows = [];
for (const times of [1, 10, 50]) {
  // A process for each size, so that its peak memory is its own; the second measurement in it is the warm one.
  const script = `const { measure } = await import("./${bundle}"); await measure(".", "${issue}", 1); const t = await measure(".", "${issue}", ${times}); console.log(JSON.stringify({ t, mb: Math.round(process.resourceUsage().maxRSS / 1024) }));`;
  const { t, mb } = JSON.parse(
    execFileSync(process.execPath, ["--max-old-space-size=8192", "--input-type=module", "-e", script], {
      maxBuffer: 1e8,
    }).toString(),
  );
  for (const { edition, pages, stages: ms } of t)
    rows.push([`${times}×`, edition, pages, ...stages.map((stage) => Math.round(ms[stage] ?? 0)), mb]);
}
console.log("Warm: one process, stages apart; read, compose and draw are shared by all editions");
table(["text", "edition", "pages", ...stages, "MB"], rows);
rmSync(bundle, { force: true });

await build({
  entryPoints: ["test/bench/agreement.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile: bundle,
});
const agreement = JSON.parse(
  execFileSync(process.execPath, [
    "--input-type=module",
    "-e",
    `const { scores } = await import("./${bundle}"); console.log(JSON.stringify(scores()));`,
  ]).toString(),
);
const percent = (part, whole) => (whole === 0 ? "" : `${((100 * part) / whole).toFixed(1)}%`);
const sum = agreement.reduce(
  (all, { right, alarms, wrong, found }) => ({
    kind: "all",
    right: all.right + right,
    alarms: all.alarms + alarms,
    wrong: all.wrong + wrong,
    found: all.found + found,
  }),
  { right: 0, alarms: 0, wrong: 0, found: 0 },
);
console.log(
  "Agreement: the corpus of sentence pairs by kind; precision is true findings of all, recall found faults of all",
);
table(
  ["kind", "right", "alarms", "wrong", "found", "precision", "recall"],
  [...agreement, sum].map(({ kind, right, alarms, wrong, found }) => [
    kind,
    right,
    alarms,
    wrong,
    found,
    percent(found, found + alarms),
    percent(found, wrong),
  ]),
);
rmSync(folder, { recursive: true, force: true });
rmSync(bundle, { force: true });
