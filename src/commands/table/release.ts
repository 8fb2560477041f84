import { command, issueWord } from "../command.ts";

export const releaseCommand = command({
  name: "release",
  description:
    "Freeze a clean build under output/<issue>/<name>/: all files, checksums, release.json; never written again",
  examples: [["--as 1.0"], ["2019 --as 1.1"]],
  words: issueWord,
  options: ["as"],
  run: async (call) => {
    const { release } = await import("../release.ts");
    const { findings, written, folder } = await release(call);
    return { findings, done: written.length > 0 ? `${written.length} files in ${folder}` : "nothing released" };
  },
});
