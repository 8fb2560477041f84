import { describe, expect, it } from "vitest";
import { compare, printedParts } from "./comparing.ts";
import { seeded } from "./faults.ts";

/** Every number that is made wrong in one language is found, and nothing beside it. */

const [chinese, english] = printedParts();
const nameOf = ({ rule, about }: { rule: string; about: string }): string => `${rule} ${about}`;
const errata = new Set(compare(chinese, english).map(nameOf));

/** What is found in addition to the errata of the edition. */
const foundBy = ({ in: side, from, to }: (typeof seeded)[number]): readonly string[] => {
  const text = side === "zh" ? chinese : english;
  expect(text.split(from), `"${from}" stands once`).toHaveLength(2);
  const spoiled = text.replace(from, () => to);
  const found = side === "zh" ? compare(spoiled, english) : compare(chinese, spoiled);
  return found.map(nameOf).filter((name) => !errata.has(name));
};

describe("seeded faults", () => {
  let extra = 0;
  it.each(seeded)("$in: $kind: $from → $to", (fault) => {
    const found = foundBy(fault);
    expect(found.length).toBeGreaterThan(0);
    extra += found.length - 1;
  });

  it("are found without false alarms beside them", () => {
    expect(seeded.length).toBeGreaterThanOrEqual(60);
    // A year that is changed on the cover may be told as one missing here and one missing there.
    expect(extra).toBeLessThanOrEqual(2);
  });
});

describe("numbers that say the same", () => {
  it.each([
    ["三分之二的企业", "Two-thirds of the companies"],
    ["增长百分之三十", "an increase of 30 percent"],
    ["提高2.5个百分点", "up 2.5 percentage points"],
    ["总额3亿5000万元", "a total of 350 million RMB"],
    ["投入1.2万亿元", "1.2 trillion RMB were invested"],
    ["共计两千三百件", "a total of 2,300 cases"],
    ["下降3.2%", "fell by 3.2%"],
    ["增长-3.2%", "decreased by 3.2%"],
    ["近三年的300万至500万元", "3 to 5 million RMB in the last three years"],
    ["2016—2019年", "from 2016 to 2019"],
    ["2020年4月26日", "April 26, 2020"],
    ["约10万人次", "about 100,000 visits"],
    ["不少于20家", "at least 20 companies"],
    ["二〇二〇年第十三次会议", "the 13th meeting in 2020"],
    ["两家企业各获3项奖", "Two companies won three awards each"],
    ["半数企业", "half of the companies"],
    ["长三角一体化，万一", "Integration of the Delta"],
    ["１２３４５件", "12,345 cases"],
  ])("%s = %s", (one, other) => {
    expect(compare(`${one}。`, `${other}.`).map(({ message }) => message)).toEqual([]);
  });
});

describe("numbers that do not", () => {
  it.each([
    ["增长百分之三十", "an increase of 30 percentage points", "unit-disagrees"],
    ["下降3.2%", "rose by 3.2%", "direction-disagrees"],
    ["收入-300万元", "an income of 3 million RMB", "direction-disagrees"],
    ["500万元", "500 million RMB", "figures-disagree"],
    ["三分之二的企业", "one-third of the companies", "figures-disagree"],
    ["2020年4月26日", "April 25, 2020", "figures-disagree"],
    ["近1000件", "more than 1,000 cases", "approximation-disagrees"],
    ["共有15家企业", "There are several companies", "figure-without-counterpart"],
  ])("%s ≠ %s: %s", (one, other, rule) => {
    expect(compare(`${one}。`, `${other}.`).map((found) => found.rule)).toContain(rule);
  });
});
