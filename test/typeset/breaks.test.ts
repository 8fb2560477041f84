import { beforeAll, describe, expect, it } from "vitest";
import { charactersOf } from "../../src/typeset/characters.ts";
import type { Run, Setting } from "../../src/typeset/index.ts";
import { linesOf, run, setting, stubSetting } from "./setting.ts";

/** Where lines may end, pair by pair: a text without marks goes in, the same with | at every permitted line end comes out. */

let by: Readonly<Record<string, Setting>>;
beforeAll(async () => {
  by = {
    zh: await setting("zh-CN", "Hani", linesOf("zh")),
    en: await setting("en-US", "Latn", linesOf("en")),
    ja: await stubSetting("ja", "Hani", "mainland", linesOf("ja")),
    "zh-Hant": await stubSetting("zh-Hant-TW", "Hani", "taiwan", linesOf("zh-Hant")),
    fr: await setting("fr", "Latn", linesOf("fr")),
    // Languages that say nothing about their lines.
    "unknown Han": await stubSetting("und", "Hani", "mainland"),
    "unknown Latin": await setting("und", "Latn"),
    Greek: await stubSetting("el", "Grek", "mainland"),
    Korean: await stubSetting("ko", "Hang", "mainland"),
  };
});

const marked = (runs: readonly Run[], language: string): string =>
  charactersOf(runs, by[language] as Setting)
    .characters.map((one) => (one.break === "may" ? `|${one.text}` : one.text))
    .join("");

const table = (language: string, rows: readonly (readonly [rule: string, ...texts: string[]])[]): void => {
  describe(language, () => {
    for (const [rule, ...texts] of rows)
      it.each(texts)(`${rule}: %s`, (text) => {
        expect(marked([run(text.replaceAll("|", ""))], language)).toBe(text);
      });
  });
};

table("zh", [
  ["Han characters part anywhere", "知|识|产|权"],
  ["点号 begin no line", ...[..."，。、；：！？"].map((mark) => `保|护${mark}|保|护`)],
  ["closing marks begin no line", ...[..."）》”’」』】〕〉"].map((mark) => `保|护${mark}|保|护`)],
  ["opening marks end no line", ...[..."（《“‘「『【〔〈"].map((mark) => `保|${mark}护`)],
  [
    "marks in a row go to the side that they belong to",
    "权》|（试|行）；|通",
    "权》，|《协",
    "动。”|“零",
    "等|……”|的",
    "（《专|利》）",
  ],
  ["names break inside the marks only", "《专|利|法》"],
  ["· begins no line", "玛|丽·|居|里"],
  ["～ and — begin no line", "五～|六", "北|京—|上|海"],
  ["ranges of numbers are whole", "2016—2019年", "3～5年", "第1—3章", "2016–2019年"],
  ["—— and …… are one mark", "发|展|——|合|作", "等|……|合|作"],
  ["a number stays with what it counts", "共|22名|代|表", "在|2019年|度", "达|17.36万件", "有|3 万元", "有|3亿元"],
  ["a typed space does not part them", "有|3 件|商|品", "在|2019 年|度"],
  ["a number stays with its percent sign", "达|3.97%，|增|长", "达|3.97％|左|右", "高|5‰|左|右", "升|36℃|左|右"],
  ["a number stays with its currency", "款|￥300万元", "款|¥300", "款|$5.2"],
  ["第…届 is whole", "第二十一届|进|博|会", "第3届|会|议", "第二批|名|单"],
  ["western words are whole", "支|持|WIPO|项|目", "在|G60科|创|走|廊"],
  ["digits and their points are whole", "1,234.5"],
]);

table("en", [
  ["words part at spaces", "the |new |plan"],
  ["marks stay with their words", "plan, |(the |new) |one; |“new” |plan!"],
  ["a hyphen may end a line", "time-|honored |brands"],
  ["a dash ends a line and begins none", "plans—|as |agreed", "plans – |as |agreed"],
  ["ranges of years are whole", "in |2016–2019, |or", "in |2016—2019", "in |2016-2019"],
  ["a number stays with percent and currency", "by |3.97%, |or", "at |$5.2", "at |€5", "at |5€"],
  ["a number stays with its scale and its currency", "some |6.8 million |RMB", "of |RMB 5 million", "No. 5 |is"],
  ["a title stays with its name", "with |Mr. Li |and"],
]);

describe("quantities", () => {
  const value = (text: string) => [run("共"), run(text, { quantity: true }), run("及")];
  it.each(["17.36万件", "第二十一届", "3200件", "三百二十万元", "1:3.5", "约6.8亿元"])(
    "%s is whole in Chinese",
    (text) => {
      expect(marked(value(text), "zh").replace("|及", "及")).toBe(`共|${text}及`);
    },
  );
  it("keeps the words of an English quantity from its number on", () => {
    const runs = [run("worth "), run("more than 1.358 billion RMB", { quantity: true }), run(" in all")];
    expect(marked(runs, "en")).toBe("worth |more than |1.358 billion RMB |in |all");
  });
  it("never parts the mark of a note from its word", () => {
    expect(marked([run("保护"), run("1", { bound: true }), run("保护")], "zh")).toBe("保|护1保|护");
  });
});

describe("marks that scripts share follow the language of the text", () => {
  it.each([
    ["zh", "零“材|料”跑", "零|“材|料”|跑"],
    ["en", "the “new” plan", "the |“new” |plan"],
    ["en", "plans—as agreed", "plans—|as |agreed"],
    ["zh", "计划——合作", "计|划|——|合|作"],
    ["en", "Shanghai’s plan", "Shanghai’s |plan"],
    ["zh", "据Shanghai’s计", "据|Shanghai’s|计"],
  ])("%s: %s", (language, text, expected) => {
    expect(marked([run(text.replaceAll("|", ""))], language)).toBe(expected);
  });
  it("and are set in its face", () => {
    const scriptsIn = (text: string, language: string) =>
      charactersOf([run(text)], by[language] as Setting).characters.map(({ face }) => face.face.family);
    expect(new Set(scriptsIn("“保护”……——·", "zh"))).toEqual(new Set(["Noto Serif SC"]));
    expect(new Set(scriptsIn("“new”…—·", "en"))).toEqual(new Set(["Source Serif 4"]));
    expect(scriptsIn("支持WIPO2019", "zh")).toEqual([
      ...["支", "持"].map(() => "Noto Serif SC"),
      ...[..."WIPO2019"].map(() => "Source Serif 4"),
    ]);
  });
});

table("ja", [
  ["句読点 begin no line", "特|許、|商|標。|出|願"],
  ["small kana begin no line", "キャッ|シュ", "あっ|た", "デー|タ|ベー|ス"],
  ["repetition and lengthening marks begin no line", "日々|の", "人々|が", "コ|ン|ピュー|ター"],
  ["中点類 begin no line", "特|許・|商|標", "午|前|10：30"],
  ["！ and ？ begin no line", "特|許！|商|標", "特|許？|商|標"],
  ["brackets", "特|許|「出|願」|の"],
  ["分離禁止文字 are one mark", "特|許|……|商|標", "特|許|――|商|標"],
  ["a number stays with its counter", "第3回|会|議", "約|120万件|の"],
  [
    "full-width digits are one number",
    "約|１２３４５件|の",
    "第１２回|会|議",
    "約|１，２３４．５％|の",
    "１０時、|２０時",
  ],
  ["a list is none", "は|2019，|2020"],
]);

table("zh-Hant", [
  ["點號 begin no line", "保|護，|保|護。|保|護"],
  ["brackets", "保|護|「智|慧」|財|產"],
  ["a number stays with what it counts", "達|17.36萬件，|成"],
]);

table("fr", [
  [
    "high marks stay, with or without their space",
    "brevets ; |marques",
    "brevets; |marques",
    "quoi ? |oui",
    "ainsi : |non",
  ],
  ["guillemets hold their words", "le |« brevet » |et", "le |«brevet» |et"],
  ["a number stays with its unit", "de |3,5 % |et", "de |5 millions |et"],
]);

table("unknown Han", [
  ["full-width digits are one number", "达|１２３４件"],
  ["UAX #14 knows what begins no line", "日々|は", "コ|ン|ピュー|ター", "保|护，|保|护"],
]);
table("unknown Latin", [["UAX #14 alone", "un |plan, |(deux) |et", "by |3.97% |or"]]);
table("Greek", [["UAX #14 alone", "το |νέο |σχέδιο, |(και)"]]);
table("Korean", [["UAX #14 alone", "지|식 |재|산|권, |보|호"]]);

describe("what authors write for line ends", () => {
  it("a soft hyphen and a zero-width space allow one, a word joiner forbids it; none is drawn", () => {
    expect(marked([run("mono\u00adpolka")], "en")).toBe("mono|polka");
    expect(marked([run("mono\u200bpolka")], "en")).toBe("mono|polka");
    expect(marked([run("保\u2060护")], "zh")).toBe("保护");
  });
  it("no-break spaces forbid one", () => {
    expect(marked([run("Art.\u00a05 of\u202fit")], "en")).toBe("Art.\u00a05 |of\u202fit");
  });
});
