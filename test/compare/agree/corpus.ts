import { readFileSync } from "node:fs";

/** A pair of sentences in two languages. */
export type SentencePair = {
  readonly kind: string;
  readonly first: string;
  readonly second: string;
  /** The rule by which what is wrong in it must be found; any, when it names none. */
  readonly rule?: string;
};

/** Reads a file of pairs: "##" begins a kind, a pair is two lines, "→" names the rule; "#" begins a remark. */
export const readPairs = (file: string): readonly SentencePair[] => {
  let kind = "";
  return readFileSync(file, "utf8")
    .split(/\n\s*\n/)
    .flatMap((block) => {
      const lines = block.split("\n").filter((line) => line.trim() !== "" && !/^#(?!#)/.test(line));
      for (const line of lines) if (line.startsWith("## ")) kind = line.slice(3);
      const [first, second, third] = lines.filter((line) => !line.startsWith("## "));
      if (first === undefined) return [];
      if (second === undefined) throw new Error(`${file}: "${first}" has no counterpart beside it`);
      return [{ kind, first, second, ...(third?.startsWith("→ ") && { rule: third.slice(2).trim() }) }];
    });
};

/** The corpus of Chinese and English: pairs that say the same, and pairs in which one thing is wrong. */
export const readCorpus = (name: "right" | "wrong"): readonly SentencePair[] =>
  readPairs(`test/compare/agree/corpus/${name}.txt`);
