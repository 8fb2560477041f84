import { command, issueWord } from "../command.ts";

export const importCommand = command({
  name: "import",
  description:
    "Show what an office changed in a Word file: figures, words, structure, each with its place in the project",
  examples: [
    ["edited.docx"],
    ["edited.docx --apply", "words that are safe go into the templates"],
    ["edited.docx --apply --accept patents.total", "and this figure into the data"],
  ],
  words: { "<file>": "the edited Word file" },
  options: ["issue", "edition", "apply", "accept"],
  run: async ({ format, ...call }) => {
    const [{ importFile }, { importText }] = await Promise.all([
      import("../word/import.ts"),
      import("../word/import-table.ts"),
    ]);
    const result = await importFile(call);
    const { findings, written } = result;
    return {
      findings,
      text: format === "json" ? `${JSON.stringify({ version: 1, ...result }, null, 2)}\n` : importText(result),
      done: written.length === 0 ? "nothing written" : `${written.join(", ")} changed`,
    };
  },
});

export const refreshCommand = command({
  name: "refresh",
  description:
    "Bring today's figures and charts into a Word file that an office has edited; its words and comments stay",
  examples: [["edited.docx"], ["edited.docx -o edited.docx", "in its place"]],
  words: { "<file>": "the edited Word file" },
  options: ["issue", "edition", "into"],
  run: async ({ format, ...call }) => {
    const { refreshFile, refreshText } = await import("../word/refresh.ts");
    const result = await refreshFile(call);
    const { findings, placed, charts, written } = result;
    return {
      findings,
      text:
        format === "json"
          ? `${JSON.stringify({ version: 1, file: written ?? null, placed, charts, findings }, null, 2)}\n`
          : refreshText(result),
      done:
        written === undefined ? "nothing written" : `${placed.length} figures, ${charts.length} charts in ${written}`,
    };
  },
});

export const redlineCommand = command({
  name: "redline",
  description: "Show what changed since a release as tracked changes: a Word file of each edition, reversible to both",
  examples: [["--since 1.0"], ["2019 --since 1.0 --edition zh-en --out to-the-office"]],
  words: issueWord,
  options: ["since", "edition", "out"],
  run: async ({ format, ...call }) => {
    const { redlines, redlineText } = await import("../word/redline.ts");
    const result = await redlines(call);
    const { findings, editions, folder, written } = result;
    return {
      findings,
      text: format === "json" ? `${JSON.stringify({ version: 1, ...result }, null, 2)}\n` : redlineText(result),
      done: written ? `${editions.length} files in ${folder}` : "nothing written",
    };
  },
});
