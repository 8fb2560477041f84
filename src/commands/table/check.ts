import { command, issueWord } from "../command.ts";

export const checkCommand = command({
  name: "check",
  description: "Report every finding in data, templates, charts, fonts and languages; write nothing",
  examples: [[""], ["2019 --format json"], ["--strict"]],
  words: issueWord,
  options: ["watch"],
  run: async (call) => {
    const { check } = await import("../check.ts");
    return { findings: await check(call) };
  },
});
