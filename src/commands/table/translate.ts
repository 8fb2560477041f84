import { command } from "../command.ts";

export const translateAddCommand = command({
  name: "translate add",
  description:
    "Begin a new language: its rules as far as CLDR knows them, its templates, and the list of what is to be done",
  examples: [
    ["fr", "French, from the first language of the editions"],
    ["pt-BR --from en", "Brazilian Portuguese, from English"],
  ],
  words: { "<lang>": "language tag (BCP 47), the name of its folder" },
  options: ["issue", "from"],
  run: async ({ format, ...call }) => {
    const { add } = await import("../translation/add.ts");
    const { folder, files, tasks, findings } = await add(call);
    const lines = tasks.map(({ done, text }) => `${done ? "[x]" : "[ ]"} ${text}\n`).join("");
    return {
      findings,
      ...(tasks.length > 0 && {
        text: format === "json" ? `${JSON.stringify({ version: 1, folder, files, tasks }, null, 2)}\n` : lines,
      }),
      done: files.length > 0 ? `${files.length} files in ${folder}` : "nothing written",
    };
  },
});

export const translateExportCommand = command({
  name: "translate export",
  description:
    "Write the texts of a language for its translators: XLIFF or Word tables, one file a chapter and one for names",
  examples: [
    ["fr", "to output/<issue>/translate/fr"],
    ["fr --xliff 2 --out for-translators", "XLIFF 2.0, elsewhere"],
    ["fr --docx", "as tables for Word"],
  ],
  words: { "<lang>": "language folder" },
  options: ["issue", "xliff", "docx", "out"],
  run: async (call) => {
    const { exportLanguage } = await import("../translation/export.ts");
    const { folder, files, units, open, findings } = await exportLanguage(call);
    const done = `${files.length} files in ${folder}: ${units} units, ${open} to be translated`;
    return { findings, done: files.length > 0 ? done : "nothing written" };
  },
});

export const translateImportCommand = command({
  name: "translate import",
  description:
    "Take in what came back from translators: what is good is written, what is not is found and left as it was",
  examples: [["output/2019/translate/fr/01-creation.xlf"], ["returned/*.xlf --issue 2019"]],
  words: { "<files...>": "XLIFF 1.2, 2.0, 2.1 or 2.2, or a Word table that was exported" },
  options: ["issue"],
  run: async (call) => {
    const { importFiles } = await import("../translation/import/index.ts");
    const { counts, written, findings } = await importFiles(call);
    const done = counts.map(
      ({ language, taken, confirmed, refused, unchanged }) =>
        `${language}: ${taken} taken, ${confirmed} confirmed, ${refused} refused, ${unchanged} as they were`,
    );
    return { findings, done: [...done, `${written.length} files written`].join("; ") };
  },
});

export const translateStatusCommand = command({
  name: "translate status",
  description: "Show what is translated, stale, missing or surplus, and how many words are to be done",
  examples: [
    ["", "every translated language"],
    ["fr --format json", "one language, with each open unit"],
    ["fr --same-meaning creation.3,reform.2", "the source mended a typo: the translations stay as they are"],
  ],
  words: { "[lang]": "language folder; every translated one when left out" },
  options: ["issue", "sameMeaning"],
  run: async ({ format, ...call }) => {
    const [{ status }, { statusTable }] = await Promise.all([
      import("../translation/status.ts"),
      import("../translation/status-table.ts"),
    ]);
    const { languages, findings } = await status(call);
    return {
      findings,
      text:
        format === "json"
          ? `${JSON.stringify({ version: 1, languages }, null, 2)}\n`
          : languages.map(statusTable).join("\n"),
      ...(languages.length === 0 && { done: "no language is a translation; whitepaper translate add LANG begins one" }),
    };
  },
});
