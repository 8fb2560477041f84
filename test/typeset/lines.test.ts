import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Face } from "../../src/model/face.ts";
import { lineRulesSchema } from "../../src/model/line-rules.ts";
import { type Line, type Run, type Setting, setParagraph, settingOf } from "../../src/typeset/index.ts";

/** Paragraphs are set at many widths; whatever the width, no line may break a rule. */

const { faces: listed } = parse(readFileSync("fonts/manifest.yaml", "utf8")) as { faces: (Face & { file: string })[] };
const faces: readonly Face[] = listed.map((face) => ({ ...face, bytes: readFileSync(`fonts/${face.file}`) }));
const families = { body: ["Source Serif 4", "Noto Serif SC"], head: ["Source Sans 3", "Noto Sans SC"] };
const setting = (language: string, script: string): Promise<Setting> =>
  settingOf(language, script, lineRulesSchema.parse({}), { faces, families, scale: {} });

let chinese: Setting;
let english: Setting;
beforeAll(async () => {
  [chinese, english] = [await setting("zh-CN", "Hani"), await setting("en", "Latn")];
});

const style = { role: "body", size: 10, weight: 400, italic: false, colour: "text", raise: 0, features: [] } as const;
const place = { file: "x", line: 1, column: 1 };
const run = (text: string, more: Partial<Run> = {}): Run => ({ text, style, place, ...more });
const set = (runs: readonly Run[], width: number, by: Setting): readonly Line[] =>
  setParagraph(runs, { width, indent: 0, hang: 0, alignment: "justify" }, by).lines;
const textOf = (line: Line): string => line.pieces.map((piece) => piece.text).join("");
const widths = Array.from({ length: 60 }, (_, index) => 90 + index * 3.7);
const zh =
  "市知识产权局签署《长三角地区共同优化知识产权营商环境合作意向书》和《协作协议书》，“零材料”“零跑动”（试行）；通报2016—2019年情况，支持WIPO项目——国际合作……持续推进。";
const en =
  "Shanghai IP Administration strengthened the guidance for enterprises in the Science and Technology Innovation Board, marking a breakthrough of intellectual property securitization in Shanghai's internationalization.";

describe("Chinese lines (clreq 3.1.5)", () => {
  it("begin with no closing mark and end with no opening one", () => {
    for (const width of widths)
      for (const line of set([run(zh)], width, chinese)) {
        expect(textOf(line)[0], `${width}: ${textOf(line)}`).not.toMatch(/[，。、；：！？）》”’·]/u);
        expect(textOf(line).at(-1), `${width}: ${textOf(line)}`).not.toMatch(/[（《“‘]/u);
      }
  });
  it("keep ——, …… and 2016—2019 whole", () => {
    for (const width of widths) {
      const lines = set([run(zh)], width, chinese).map(textOf);
      for (const whole of ["——", "……", "2016—2019年"])
        expect(
          lines.some((line) => line.includes(whole)),
          `${width} ${whole}`,
        ).toBe(true);
    }
  });
  it("keep a number with its counter", () => {
    const runs = [
      run("上海专利申请量上海专利申请量"),
      run("17.36万件", { quantity: true }),
      run("，专利授权量同比增长。"),
    ];
    for (const width of widths)
      expect(
        set(runs, width, chinese)
          .map(textOf)
          .some((line) => line.includes("17.36万件")),
        String(width),
      ).toBe(true);
  });
  it("lose and add no character", () => {
    for (const width of widths)
      expect(
        set([run(zh)], width, chinese)
          .map(textOf)
          .join(""),
      ).toBe(zh);
  });
  it("leave no Han character alone on the last line", () => {
    for (const width of widths)
      expect([...textOf(set([run(zh)], width, chinese).at(-1) as Line)].length, String(width)).toBeGreaterThan(1);
  });
  it("share the blank of neighbouring marks", () => {
    const [apart] = set([run("意向书》。意见")], 500, chinese);
    const [plain] = set([run("意向书之一意见")], 500, chinese);
    expect((apart as Line).width).toBeLessThan((plain as Line).width - 4);
  });
  it("stand a little apart from western text, without a character between", () => {
    const [mixed] = set([run("支持WIPO项目")], 500, chinese);
    const parts = ["支持", "WIPO", "项目"].map((text) => (set([run(text)], 500, chinese)[0] as Line).width);
    expect((mixed as Line).width - parts.reduce((sum, width) => sum + width, 0)).toBeCloseTo(2 * 0.2 * 10, 1);
    expect(textOf(mixed as Line)).toBe("支持WIPO项目");
  });
});

describe("English lines", () => {
  it("fill their width, but for the last", () => {
    for (const width of widths.filter((one) => one > 220))
      for (const line of set([run(en)], width, english).slice(0, -1)) expect(line.width).toBeCloseTo(width, 1);
  });
  it("divide words with a hyphen that reads as a soft one, never three lines in a row", () => {
    let divided = 0;
    for (const width of widths) {
      const ends = set([run(en)], width, english).map((line) => textOf(line).endsWith("\u00AD"));
      divided += ends.filter(Boolean).length;
      if (width > 220) expect(ends.map(Number).join(""), String(width)).not.toContain("111");
    }
    expect(divided).toBeGreaterThan(10);
  });
  it("rejoin to the text", () => {
    for (const width of widths)
      expect(
        set([run(en)], width, english)
          .map(textOf)
          .join("")
          .replaceAll("\u00AD", ""),
      ).toBe(en);
  });
  it("keep the words of a quantity together from its number on", () => {
    const runs = [
      run("The police cracked many infringement cases involving "),
      run("more than 6.8 billion RMB", { quantity: true }),
      run(" and arrested criminal suspects."),
    ];
    for (const width of widths.filter((one) => one > 120))
      expect(
        set(runs, width, english)
          .map(textOf)
          .some((line) => line.includes("6.8 billion RMB")),
        String(width),
      ).toBe(true);
  });
});

it("a glyph reads as the characters that it stands for, however the face was asked for it before", () => {
  const [line] = set([run("People's office")], 500, english);
  const codes = (line as Line).pieces.flatMap((piece) => piece.shaped.glyphs.flatMap((glyph) => glyph.codePoints));
  expect(String.fromCodePoint(...codes)).toBe("People's office");
});

it("a character that no face has is told with its run and where it stands there", () => {
  const runs = [run("plain "), run("odd 𓀀")];
  const { unset } = setParagraph(runs, { width: 500, indent: 0, hang: 0, alignment: "justify" }, english);
  expect(unset.map(({ finding, run: of, at }) => [finding.rule, of, at])).toEqual([["missing-glyph", runs[1], 4]]);
});
