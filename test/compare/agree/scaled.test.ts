import { describe, expect, it } from "vitest";
import { agree } from "../../../src/compare/agree/index.ts";
import type { Deviation } from "../../../src/model/deviation.ts";
import type { TextBlock, TextRole } from "../../../src/model/finished.ts";
import { en, zh } from "./comparing.ts";

/** Tables and pictures print their numbers in the unit of their head. */

const block = (role: TextRole, text: string): TextBlock => ({ role, text, marks: [{ offset: 0 }] });

const found = (chinese: readonly TextBlock[], english: readonly TextBlock[]): readonly string[] => {
  const all: Deviation[] = [];
  agree(
    { text: { file: "zh", blocks: chinese }, language: zh },
    { text: { file: "en", blocks: english }, language: en },
    (deviation) => all.push(deviation),
  );
  return all.filter(({ severity }) => severity !== "note").map(({ message }) => message);
};

const row = (text: string): TextBlock => block("row", text);

describe("a unit in a head", () => {
  const chinese = [block("body", "单位：万件"), row("甲 | 12.98"), row("乙 | 3.5")];

  it("holds for the rows below it, in a caption or a short line", () => {
    const english = [row("A | 129,800"), row("B | 35,000")];
    expect(found(chinese, [block("body", "Unit: one"), ...english])).toEqual([]);
    expect(
      found([block("caption", "产量（万件）"), ...chinese.slice(1)], [block("body", "Unit: one"), ...english]),
    ).toEqual([]);
  });

  it("is not what a paragraph before the table happens to say", () => {
    const long =
      "全年登记的商品远远超过了以往各年的数量，其中多数来自本地企业，每10000人中就有数人登记过商品，比上年又有增加，各区的情况见下面的表格，其余情况从略。";
    const english =
      "The goods that were registered came to far more than ever before; of every 10,000 people several registered some, as the table below shows.";
    const wrong = [block("body", english), row("A | 129,800"), row("B | 35,000")];
    expect(found([block("body", long), row("甲 | 12.98"), row("乙 | 3.5")], wrong)).not.toEqual([]);
    expect(found([block("body", long), row("甲 | 12.98")], [block("body", english), row("A | 12.98")])).toEqual([]);
  });

  it("leaves the numbers of the paragraphs behind the table alone", () => {
    const after = block(
      "body",
      "此后又登记了12.98件商品，这在过去的许多年里从未有过，有关部门正在核实它们的来源和去向以及由此带来的影响。",
    );
    const english = block(
      "body",
      "After that 129,800 goods were registered, which had not happened for many years; the authorities are looking into it.",
    );
    expect(
      found([...chinese, after], [block("body", "Unit: one"), row("A | 129,800"), row("B | 35,000"), english]),
    ).not.toEqual([]);
  });
});
