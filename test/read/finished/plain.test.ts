import { describe, expect, it } from "vitest";
import { markAt } from "../../../src/model/finished.ts";
import { withoutContents } from "../../../src/read/finished/contents.ts";
import { readPlain } from "../../../src/read/finished/plain.ts";

const texts = (text: string) => readPlain(text).map((block) => block.text);

describe("plain text", () => {
  it("is read by its paragraphs, whether these are lines or divided by blank ones", () => {
    const long =
      "One paragraph that is a line of its own and much longer than any line that a program would have broken, for it goes on. ".repeat(
        2,
      );
    expect(texts(`${long}\n${long}`)).toHaveLength(2);
    const broken =
      "The courts of the city accepted in that year\n23,580 cases of all kinds and concluded 23,\n510 of them.\n\nAnother paragraph.";
    expect(texts(broken)).toEqual([
      "The courts of the city accepted in that year 23,580 cases of all kinds and concluded 23,510 of them.",
      "Another paragraph.",
    ]);
  });

  it("joins what the end of a page divides", () => {
    expect(
      texts("该局全年共查处商标违法案件1779件，处罚款1402万元，没收各类侵权商标标识共计2\n\n1万余件，移送案件52件。"),
    ).toEqual(["该局全年共查处商标违法案件1779件，处罚款1402万元，没收各类侵权商标标识共计21万余件，移送案件52件。"]);
  });

  it("keeps line and column through spaces that are taken out", () => {
    const [block] = readPlain("\n  有效  商标   147.26 万件。");
    const at = block?.text.indexOf("147") ?? -1;
    expect(block && markAt(block, at)).toMatchObject({ line: 2, column: 12 });
  });

  it("leaves out running heads and page numbers between form feeds", () => {
    const page = (number: number, words: string): string => `White Paper 2019\n\n${words}\n\n${number}\n`;
    expect(
      texts([page(1, "Here is a sentence."), page(2, "And another one."), page(3, "The last.")].join("\f")),
    ).toEqual(["Here is a sentence.", "And another one.", "The last."]);
  });
});

describe("contents", () => {
  it("are left out, with page numbers behind leaders or on lines of their own; a list that says other things stays", () => {
    const heads = ["First Chapter", "Second Chapter of 2018", "Third Chapter"];
    const body = heads.map((head) => `${head}\n\nSome words that fill the chapter.`).join("\n\n");
    const after = heads.flatMap((head) => [head, "Some words that fill the chapter."]);
    const read = (text: string) => withoutContents(readPlain(text)).map((block) => block.text);
    expect(read(`${heads.map((head, index) => `${head} ........ ${index + 3}`).join("\n")}\n\n${body}`)).toEqual(after);
    expect(read(`${heads.map((head, index) => `${head}\n\n${index + 3}`).join("\n\n")}\n\n${body}`)).toEqual(after);
    const list = "Cases 12\n\nCourts 13\n\nJudges 14";
    expect(read(list)).toEqual(["Cases 12", "Courts 13", "Judges 14"]);
  });
});
