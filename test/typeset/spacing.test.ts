import { beforeAll, describe, expect, it } from "vitest";
import type { Run, Setting } from "../../src/typeset/index.ts";
import { linesOf, run, set, setting, stubSetting, textOf, widthOf } from "./setting.ts";

/** Widths in em: what marks take beside one another and at the edges of lines (clreq 3.1.6, JLREQ 3.1.4). */

let by: Readonly<Record<string, Setting>>;
beforeAll(async () => {
  by = {
    zh: await setting("zh-CN", "Hani", linesOf("zh")),
    mainland: await stubSetting("zh-CN", "Hani", "mainland", linesOf("zh")),
    taiwan: await stubSetting("zh-Hant-TW", "Hani", "taiwan", linesOf("zh-Hant")),
    japanese: await stubSetting("ja", "Hani", "mainland", linesOf("ja")),
    french: await stubSetting("fr", "Latn", "mainland", linesOf("fr")),
    english: await setting("en-US", "Latn"),
  };
});
const raised = { ...run("").style, size: 6.2, raise: 3.6 };
const em = (text: string, language: string): number => widthOf(text, by[language] as Setting);

/** A mark between two characters of an em each takes what is given; two marks share their blank. */
const pairs: readonly (readonly [string, number])[] = [
  ["，", 1],
  ["。", 1],
  ["（", 1],
  ["》", 1],
  ["。”", 1.5],
  ["》。", 1.5],
  ["）；", 1.5],
  ["，“", 1.5],
  ["》（", 1.5],
  ["：“", 1.5],
  ["“《", 1.5],
  ["）”", 1.5],
  ["”）。", 2],
  ["！”", 1.5],
  ["——", 2],
  // One character, as wide as —— (clreq 3.1.5.1).
  ["⸺", 2],
  ["……", 2],
  // Half an em (GB/T 15834 5.1.7), however narrow the face draws it.
  ["·", 0.5],
  ["……”", 3],
];

describe.each(["zh", "mainland"])("marks beside one another (%s)", (language) => {
  it.each(pairs)("国%s国: %d em between", (marks, width) => {
    expect(em(`国${marks}国`, language) - 2).toBeCloseTo(width, 2);
  });
});

describe("marks of traditional Chinese stand in the middle of their square", () => {
  it.each([
    ["，", 1],
    ["。", 1],
    // Half an em is shared, or what blank there is between the two.
    ["。」", 1.75],
    ["，「", 1.5],
    ["」（", 1.5],
    ["：「", 1.5],
  ] as const)("國%s國: %d em between", (marks, width) => {
    expect(em(`國${marks}國`, "taiwan") - 2).toBeCloseTo(width, 2);
  });
  it("and do not shrink to fill a line, as those of the mainland do", () => {
    // Twelve em of text for a line of eleven and a half.
    const first = (language: string) =>
      textOf(set("國國，國國，國國，國國，國國國國國國國國", 115, by[language] as Setting)[0] as never);
    expect([...first("mainland")]).toHaveLength(12);
    expect([...first("taiwan")].length).toBeLessThan(12);
  });
  it("and keep their blank at the end of a line", () => {
    const at = (language: string) => set("國國國國，國國國國國國國", 50, by[language] as Setting)[0];
    const ink = (language: string) => {
      const line = at(language) as NonNullable<ReturnType<typeof at>>;
      const last = line.pieces.at(-1) as (typeof line.pieces)[number];
      return [textOf(line), (last.x + 10 * (last.shaped.advance / 1000)) / 10];
    };
    expect(ink("taiwan")).toEqual(["國國國國，", 5]);
  });
});

describe("Japanese", () => {
  it.each([
    ["、", 1],
    ["。」", 1.5],
    ["「『", 1.5],
    ["・", 1],
    // ！ and ？ keep their square.
    ["！", 1],
    ["！」", 2],
  ] as const)("国%s国: %d em between", (marks, width) => {
    expect(em(`国${marks}国`, "japanese") - 2).toBeCloseTo(width, 2);
  });
});

describe("marks at the edges of lines", () => {
  const edges = (text: string, width: number) => {
    const line = set(text, width, by.mainland as Setting)[1] as ReturnType<typeof set>[number];
    const [first, last] = [line.pieces[0], line.pieces.at(-1)];
    return { text: textOf(line), left: first?.x, right: (last?.x ?? 0) + 10 };
  };
  it("closing marks and stops give up the blank after them", () => {
    // Five squares and half a mark fill 55 pt.
    expect(textOf(set("国国国国国，国国国国", 55, by.mainland as Setting)[0] as never)).toBe("国国国国国，");
    expect(set("国国国国国，国国国国", 55, by.mainland as Setting)[0]?.ratio).toBeCloseTo(0, 6);
  });
  it("opening marks give up the blank before them", () => {
    expect(edges("国国国国国《国国国国》国国", 50)).toMatchObject({ text: "《国国国国》", left: -5 });
  });
  it("at the start of an indented paragraph as the style asks", () => {
    const left = (flushFirst: boolean) =>
      set("《国》国国国国国国", 70, by.mainland as Setting, { indent: 20, flushFirst })[0]?.pieces[0]?.x;
    expect(left(true)).toBe(-5);
    expect(left(false)).toBe(0);
  });
  it("hang outside only where the style asks", () => {
    const first = (hanging: boolean) =>
      textOf(set("国国国国国，国国国国", 50, by.mainland as Setting, { hanging })[0] as never);
    expect(first(false)).toBe("国国国国");
    expect(first(true)).toBe("国国国国国，");
    const english = (hanging: boolean) =>
      set("One line, then another, and so on, line by line, to the end, at last.", 88, by.english as Setting, {
        hanging,
      })
        .slice(0, -1)
        .filter((line) => /[,.]\s*$/.test(textOf(line)));
    expect(english(true).length).toBeGreaterThan(0);
    for (const line of english(true)) {
      const comma = line.pieces.findLast((piece) => piece.text.trim() !== "");
      expect((comma?.x ?? 0) + (comma?.advance ?? 0)).toBeGreaterThan(88.5);
    }
    for (const line of english(false)) expect(line.width).toBeLessThan(88.01);
  });
});

describe("Han and western text", () => {
  it.each([
    ["支持WIPO项目", 2],
    ["共22名", 2],
    ["增长3.97%，", 1],
    ["（WIPO）", 0],
    ["“WIPO”", 0],
    ["约5℃左右", 2],
    ["——WIPO", 0],
    ["在WIPO、EU及", 2],
  ])("%s has %d gaps of a fifth of an em, and no character in them", (text, gaps) => {
    const zh = by.zh as Setting;
    const [line] = set(text, 1e5, zh, { alignment: "start" });
    expect(textOf(line as never)).toBe(text);
    const alone = set(
      text,
      1e5,
      { ...zh, known: new Map(), rules: { ...zh.rules, gap: 0 } },
      { alignment: "start" },
    )[0];
    expect(((line?.width ?? 0) - (alone?.width ?? 0)) / 10).toBeCloseTo(gaps * 0.2, 6);
  });
  it.each<readonly [string, readonly Run[], number]>([
    ["a note's mark", [run("丙"), run("1", { style: raised, bound: true }), run("丁")], 0],
    ["a note's mark behind a number", [run("量17"), run("1", { style: raised, bound: true }), run("丁")], 1],
    ["raised Han text", [run("标W"), run("乙", { style: raised }), run("为")], 1],
    ["lowered Han text", [run("H"), run("甲", { style: { ...raised, raise: -2 } }), run("O国")], 1],
    ["letters in raised text, which stand on a line of their own", [run("标乙"), run("乙W", { style: raised })], 0.62],
  ])("the gap is for what stands on the line: %s", (_, runs, gaps) => {
    const zh = by.zh as Setting;
    const width = (gap: number) =>
      set(runs, 1e5, { ...zh, known: new Map(), rules: { ...zh.rules, gap } }, { alignment: "start" })[0]?.width ?? 0;
    expect((width(0.2) - width(0)) / 10).toBeCloseTo(gaps * 0.2, 6);
  });
  it("stand a quarter of an em apart where the language says so", () => {
    expect(em("国WIPO国", "japanese")).toBeCloseTo(2 + 4 * 0.5 + 2 * 0.25, 6);
  });
});

describe("French marks", () => {
  it.each([
    ["oui;", 2 + 0.17],
    ["oui ;", 2 + 0.17],
    ["oui\u202f;", 2 + 0.17],
    ["oui :", 2 + 0.24],
    ["«oui»", 2.5 + 2 * 0.24],
    ["« oui »", 2.5 + 2 * 0.24],
    ["oui ?!", 2.5 + 0.17],
    ["oui, non", 3.5 + 0.25],
    // A mark behind another has its space, but for ?!
    ["12,88 % ; on", 4.5 + 0.17 + 0.17 + 0.25],
    ["12,88 %; on", 4.5 + 0.17 + 0.17 + 0.25],
    ["« oui » : non", 4.5 + 3 * 0.24 + 0.25],
    ["«oui»: non", 4.5 + 3 * 0.24 + 0.25],
    ["oui ! ?", 2.5 + 2 * 0.17],
  ])("%s takes %d em, typed with a space or without", (text, width) => {
    expect(em(text, "french")).toBeCloseTo(width, 6);
    expect(textOf(set(text, 1e5, by.french as Setting)[0] as never)).toBe(text);
  });
});

describe("spaces of a fixed width", () => {
  it.each([
    ["a\u2003b", 1],
    ["a\u2009b", 0.2],
    ["a\u202fb", 0.2],
    ["a\u00a0b", 0.25],
    ["a b", 0.25],
  ])("%j", (text, width) => {
    expect(em(text, "french") - 1).toBeCloseTo(width, 6);
  });
});
