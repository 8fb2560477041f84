import { readFileSync } from "node:fs";

/** A pair of sentences of the corpus, Chinese and English. */
export type SentencePair = {
  readonly kind: string;
  readonly chinese: string;
  readonly english: string;
  /** The rule by which what is wrong in it must be found; any, when it names none. */
  readonly rule?: string;
};

/** Reads a file of the corpus: "##" begins a kind, a pair is two lines, "→" names the rule; "#" begins a remark. */
export const readCorpus = (name: "right" | "wrong"): readonly SentencePair[] => {
  const text = readFileSync(`test/compare/agree/corpus/${name}.txt`, "utf8");
  let kind = "";
  return text.split(/\n\s*\n/).flatMap((block) => {
    const lines = block.split("\n").filter((line) => line.trim() !== "" && !/^#(?!#)/.test(line));
    for (const line of lines) if (line.startsWith("## ")) kind = line.slice(3);
    const [chinese, english, third] = lines.filter((line) => !line.startsWith("## "));
    if (chinese === undefined) return [];
    if (english === undefined) throw new Error(`${name}.txt: "${chinese}" has no English beside it`);
    return [{ kind, chinese, english, ...(third?.startsWith("→ ") && { rule: third.slice(2).trim() }) }];
  });
};
