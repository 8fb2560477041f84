import { command } from "../command.ts";

export const schemaCommand = command({
  name: "schema",
  description: "Print the JSON Schema of a YAML file, for editors",
  examples: [["data > data/whitepaper.schema.json"]],
  words: { "<name>": "data, language, style, glossary, accepted, translation or document" },
  run: async ({ name }) => {
    const { schema } = await import("../schema.ts");
    return { text: schema(name) };
  },
});
