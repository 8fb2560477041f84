import { command } from "../command.ts";

export const figuresCommand = command({
  name: "figures",
  description: "Show where figures are used: template line, section, chart, table, page of each edition",
  examples: [
    ["patents.applications", "a figure, or all of a group"],
    ["courts.cases.accepted --issue 2019", "of an issue"],
    ["--format json", "all figures, for machines"],
  ],
  words: { "[key]": "a figure, or the beginning of its key; all when left out" },
  options: ["issue"],
  run: async ({ format, ...call }) => {
    const [{ figures, figuresJson }, { figuresTable }] = await Promise.all([
      import("../figures.ts"),
      import("../figures-table.ts"),
    ]);
    const result = await figures(call);
    const count = result.figures.length;
    return {
      findings: result.findings,
      text: format === "json" ? figuresJson(result) : figuresTable(result),
      done: `${count} ${count === 1 ? "figure" : "figures"}`,
    };
  },
});
