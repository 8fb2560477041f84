import { command } from "../command.ts";

export const agreeCommand = command({
  name: "agree",
  description: "Compare the numbers of finished files in two languages: PDF, DOCX, plain text, made by anyone",
  examples: [
    ["", "all finished files of the newest issue, and the parts of a bilingual volume"],
    ["zh.pdf en.docx", "two files"],
    ["volume.pdf", "the two parts of one file"],
    ["zh.pdf en.docx --level note", "roundings and what is implied too"],
    ["a.txt b.txt --languages en,fr --accepted reviewed.yaml"],
  ],
  words: { "[files...]": "one or two finished files; without them, those in output/<issue>/draft" },
  options: ["issue", "languages", "level", "accepted"],
  run: async (call) => {
    const { agree } = await import("../agree.ts");
    const { findings, lighter, pairs, agreed, accepted } = await agree(call);
    const done = [
      `${pairs} ${pairs === 1 ? "pair" : "pairs"} compared, ${agreed} ${agreed === 1 ? "number agrees" : "numbers agree"}`,
      ...(accepted > 0 ? [`${accepted} accepted`] : []),
      ...(lighter > 0 ? [`${lighter} lighter ${lighter === 1 ? "finding" : "findings"} with --level note`] : []),
    ];
    return { findings, done: done.join(", ") };
  },
});
