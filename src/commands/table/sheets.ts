import { command, issueWord } from "../command.ts";

export const sheetsCommand = command({
  name: "sheets",
  description: "Write print files of just the sheets that replace those of a release",
  examples: [["--since 1.0"], ["2019 --since 1.0 --edition zh-en --out to-the-printer"]],
  words: issueWord,
  options: ["since", "edition", "out"],
  run: async ({ format, ...call }) => {
    const { sheets, sheetsText } = await import("../sheets.ts");
    const result = await sheets(call);
    const { findings, written, folder } = result;
    return {
      findings,
      text: format === "json" ? `${JSON.stringify({ version: 1, ...result }, null, 2)}\n` : sheetsText(result),
      done: written.length > 0 ? `${written.length} files in ${folder}` : "nothing written",
    };
  },
});
