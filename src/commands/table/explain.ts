import { command } from "../command.ts";

export const explainCommand = command({
  name: "explain",
  description: "Say why a rule is there and how to satisfy or waive it; without a rule, list them",
  examples: [["growth-contradicts"], [""]],
  words: { "[rule]": "the name that stands in a finding" },
  run: async ({ rule, format }) => {
    const { explain } = await import("../explain.ts");
    return { text: explain(rule, format) };
  },
});
