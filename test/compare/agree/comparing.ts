import { readFileSync } from "node:fs";
import { agree, splitByLanguage } from "../../../src/compare/agree/index.ts";
import type { Deviation } from "../../../src/model/deviation.ts";
import type { FinishedText } from "../../../src/model/finished.ts";
import type { Language } from "../../../src/model/language.ts";
import { readPlain } from "../../../src/read/finished/plain.ts";
import { readRules } from "../../../src/read/index.ts";

/** The languages of the repository's newest issue. */
const { languages } = await readRules(".", "2019", (finding) => {
  throw new Error(finding.message);
});
const languageOf = (id: string): Language => languages.get(id) as Language;
export const [zh, en] = [languageOf("zh"), languageOf("en")];

export const textOf = (file: string, text: string): FinishedText => ({ file, blocks: readPlain(text) });

/** What is found between two plain texts in Chinese and English. */
export const compare = (chinese: string, english: string): readonly Deviation[] => {
  const found: Deviation[] = [];
  const text = (file: string, words: string) => textOf(file, words);
  agree({ text: text("zh.txt", chinese), language: zh }, { text: text("en.txt", english), language: en }, (deviation) =>
    found.push(deviation),
  );
  return found;
};

/** The printed edition of April 2020 as a reader program extracts it: Chinese part, English part. */
const printed = readFileSync("test/compare/agree/printed.txt", "utf8");

/** Its two parts, divided at the first English line behind the Chinese text. */
export const printedParts = (): readonly [chinese: string, english: string] => {
  const at = printed.indexOf("Intellectual Property Development in Shanghai in the Year 2019");
  return [printed.slice(0, at), printed.slice(at)];
};

/** The two parts as the tool itself divides them. */
export const dividedParts = (): readonly [FinishedText, FinishedText] | undefined =>
  splitByLanguage(textOf("printed.txt", printed), [zh, en]);
