import { command, issueWord } from "../command.ts";

export const buildCommand = command({
  name: "build",
  description: "Build the editions of an issue",
  examples: [
    ["", "all editions of the newest issue"],
    ["2019 --edition zh --output pdf", "one edition as PDF"],
    ["--output charts", "the charts alone, as SVG, PNG and CSV"],
    ["--watch", "again after every change"],
  ],
  words: issueWord,
  options: ["edition", "output", "out", "draft", "watch"],
  run: async ({ edition, output, ...call }) => {
    const { build } = await import("../build.ts");
    const { findings, written, folder, older } = await build({ ...call, editions: edition, outputs: output });
    if (written.length === 0) return { findings, done: "nothing written" };
    const stale = older > 0 ? ` beside ${older} of an earlier state of the project` : "";
    return { findings, done: `${written.length} files in ${folder}${stale}` };
  },
});
