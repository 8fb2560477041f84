import { command, issueWord } from "../command.ts";
import { formatFindings } from "../format.ts";

export const correctionsCommand = command({
  name: "corrections",
  description:
    "List everything that readers see otherwise today than in a release, by cause: sentences, charts, cells, pages",
  examples: [["--since 1.0"], ["2019 --since 1.0 --format json"]],
  words: issueWord,
  options: ["since"],
  run: async ({ format, ...call }) => {
    const [{ corrections, correctionsJson }, { correctionsTable, correctionsNotes }] = await Promise.all([
      import("../corrections.ts"),
      import("../corrections-table.ts"),
    ]);
    const result = await corrections(call);
    const text =
      format === "json"
        ? correctionsJson(result)
        : format === "human"
          ? correctionsTable(result)
          : formatFindings([...correctionsNotes(result), ...result.findings], format, false);
    const count = result.changes.length;
    return {
      findings: result.findings,
      text,
      done: `${count} ${count === 1 ? "change" : "changes"} since ${result.since}`,
    };
  },
});
