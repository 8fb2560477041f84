import { readdirSync, readFileSync } from "node:fs";
import type { Font } from "fontkit";
import { beforeAll, describe, expect, it } from "vitest";
import {
  chooseFaces,
  type Line,
  type Measure,
  type Run,
  type Setting,
  type SizedFace,
  setParagraph,
} from "../../src/typeset/index.ts";
import { linesOf, place, run, set, setting, stubSetting, textOf, widths } from "./setting.ts";

/** Paragraphs are set at many widths; whatever the width, no line may break a rule. */

let chinese: Setting;
let english: Setting;
beforeAll(async () => {
  [chinese, english] = [await setting("zh-CN", "Hani", linesOf("zh")), await setting("en-US", "Latn", linesOf("en"))];
});

const zh =
  "市知识产权局签署《长三角地区共同优化知识产权营商环境合作意向书》和《协作协议书》，“零材料”“零跑动”（试行）；通报2016—2019年情况，支持WIPO项目——国际合作……持续推进。";
const en =
  "Shanghai IP Administration strengthened the guidance for enterprises in the Science and Technology Innovation Board, marking a breakthrough of intellectual property securitization in Shanghai's internationalization.";

describe("Chinese lines (clreq 3.1.5)", () => {
  it("begin with no closing mark and end with no opening one", () => {
    for (const width of widths)
      for (const line of set(zh, width, chinese)) {
        expect(textOf(line)[0], `${width}: ${textOf(line)}`).not.toMatch(/[，。、；：！？）》”’·]/u);
        expect(textOf(line).at(-1), `${width}: ${textOf(line)}`).not.toMatch(/[（《“‘]/u);
      }
  });
  it("keep ——, …… and 2016—2019 whole", () => {
    for (const width of widths) {
      const lines = set(zh, width, chinese).map(textOf);
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
    for (const width of widths) expect(set(zh, width, chinese).map(textOf).join("")).toBe(zh);
  });
  it("fill their width, but for the last", () => {
    for (const width of widths.filter((one) => one > 200))
      for (const line of set(zh, width, chinese).slice(0, -1))
        if (!line.faults.includes("loose-line")) expect(line.width, String(width)).toBeCloseTo(width, 1);
  });
  it("leave no Han character alone on the last line", () => {
    for (const width of widths)
      expect([...textOf(set(zh, width, chinese).at(-1) as Line)].length, String(width)).toBeGreaterThan(1);
  });
});

describe("Addresses", () => {
  const addresses =
    "See https://www.example.org/statistics/2030/inter-national/documentation.html?language=english&edition=international, or write to documentation.international@statistics.example.org for the administrative documentation of registrations.";
  /** The two characters at each line end that no space makes. */
  const tornAt = (width: number, text: string, by: Setting): readonly string[] => {
    let at = 0;
    return set(text, width, by).flatMap((line) => {
      const words = textOf(line);
      at += words.replace("\u00ad", "").length;
      return at < text.length && text[at - 1] !== " " ? [`${words.at(-1)}|${text[at]}`] : [];
    });
  };
  it("break behind slashes and @ and before other marks, and never take a hyphen", () => {
    const seen = new Set<string>();
    const inAddress = addresses.slice(0, addresses.indexOf(" for the"));
    for (const width of widths.filter((one) => one > 110))
      for (const torn of tornAt(width, inAddress, english)) {
        expect(torn, String(width)).toMatch(/^(?:[/@]\|[^/]|[^/]\|[.?&=#_~%-])$/u);
        seen.add(torn.replaceAll(/[a-z\d]/g, "x"));
      }
    for (const place of ["/|x", "x|.", "x|-", "x|?", "x|&", "@|x"]) expect([...seen]).toContain(place);
  });
  it("are not parted from the marks of the sentence behind them", () => {
    for (const width of widths)
      for (const torn of tornAt(width, "看（https://www.example.org/a/b/c/d），又https://e.org/f-g/h。再看", chinese))
        expect(torn, String(width)).not.toMatch(/\|[）)，。,]$|a\|\./u);
  });
  it("leave no line of Han text with wide gaps where a place to break is near", () => {
    const text =
      "详见https://registry.example.org/publications/annual-report/statistics/applications-and-grants-by-kind-and-applicant?language=zh-CN&format=pdf&section=registration-of-applications的说明，专利申请量另有说明，见登记处网站所载各年度的报告。";
    for (const width of widths.filter((one) => one > 200))
      for (const line of set(text, width, chinese)) {
        expect(line.spacing.square, `${width} ${textOf(line)}`).toBeLessThan(0.6);
        expect(line.width, `${width} ${textOf(line)}`).toBeLessThan(width + 0.01);
        expect(line.faults).not.toContain("forbidden-start");
      }
  });
});

describe("Words longer than a line", () => {
  const long = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";
  const parts = (text: string, width: number, by: Setting, measure: Partial<Measure> = {}) => {
    const lines = set(text, width, by, measure);
    for (const line of lines) expect(line.width, textOf(line)).toBeLessThan(width + 0.01);
    expect(lines.map(textOf).join("").replaceAll("\u00ad", "")).toBe(text);
    return lines;
  };
  it("are divided anywhere, with a hyphen, and told: never over the end of the line", () => {
    for (const width of widths)
      for (const alignment of ["justify", "start", "end"] as const) {
        const lines = parts(`见${long}等`, width, chinese, { alignment });
        const inside = lines.filter((line) => line.faults.includes("forced-division"));
        expect(inside.length).toBeGreaterThan(0);
        for (const line of inside) {
          expect(line.faults).toEqual(["forced-division"]);
          expect(textOf(line)).toMatch(/[a-zA-Z]{2}\u00ad$/);
        }
        for (const line of lines.filter(({ hyphen }) => !hyphen)) expect(line.faults).not.toContain("forced-division");
      }
  });
  it("get no hyphen where it would be read as theirs: codes and addresses", () => {
    for (const code of [
      "AB".repeat(40) + "7X".repeat(10),
      "ABCDEFGH".repeat(9),
      `https://e.org/${"abcdefgh".repeat(12)}`,
    ])
      for (const line of parts(code, 120, chinese)) expect(textOf(line)).not.toContain("\u00ad");
  });
  it("keep their numbers, figures and letters with marks whole", () => {
    const faults = (text: string, more: Partial<Run> = {}) =>
      set([run(text, more)], 60, chinese).flatMap((line) => line.faults);
    expect(faults("7".repeat(30))).toContain("overfull-line");
    expect(faults("1,234,567,890,123", { quantity: true })).toContain("overfull-line");
    for (const line of set("q\u0323\u0302".repeat(30), 60, chinese)) expect(textOf(line)).toMatch(/^q/);
  });
  it("are divided by the rules of their language first", () => {
    const lines = parts("internationalization", 50, english, { alignment: "start" });
    for (const line of lines) expect(line.faults).toEqual([]);
  });
  it("stand over where what they need is measured", () => {
    expect(set(long, 100, chinese, { alignment: "start", whole: true })[0]?.width).toBeGreaterThan(300);
  });
  it("take time by their length", () => {
    const text = "abcdefghij".repeat(2000);
    expect(parts(text, 400, chinese).length).toBeGreaterThan(100);
  });
});

describe("Lines that need not be filled", () => {
  it("divide no word that fits a line", () => {
    for (const width of widths) {
      if (width < 120) continue;
      for (const line of set(en, width, english, { alignment: "start" })) expect(line.hyphen, textOf(line)).toBe(false);
    }
  });
  it("divide a word that fits none", () => {
    const lines = set("internationalization", 50, english, { alignment: "start" });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => line.width <= 50.01)).toBe(true);
  });
});

describe("English lines", () => {
  it("fill their width, but for the last", () => {
    for (const width of widths.filter((one) => one > 220))
      for (const line of set(en, width, english).slice(0, -1)) expect(line.width).toBeCloseTo(width, 1);
  });
  it("divide words with a hyphen that reads as a soft one, never three lines in a row", () => {
    let divided = 0;
    for (const width of widths) {
      const ends = set(en, width, english).map((line) => textOf(line).endsWith("\u00AD"));
      divided += ends.filter(Boolean).length;
      if (width > 220) expect(ends.map(Number).join(""), String(width)).not.toContain("111");
    }
    expect(divided).toBeGreaterThan(10);
  });
  it("rejoin to the text", () => {
    for (const width of widths) expect(set(en, width, english).map(textOf).join("").replaceAll("\u00AD", "")).toBe(en);
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

describe("a number from two faces", () => {
  const unsetIn = async (text: string, lacks: string, more: Partial<Run> = {}) => {
    const by = await setting("en-US", "Latn");
    const stranger = await stubSetting("en-US", "Latn", "mainland");
    const chooseFace: Setting["chooseFace"] = (character, script, style) =>
      (lacks.includes(character) ? stranger : by).chooseFace(character, script, style);
    const runs = [run("In all "), run(text, more)];
    const { unset } = setParagraph(
      runs,
      { width: 500, indent: 0, hang: 0, alignment: "justify" },
      { ...by, chooseFace },
    );
    return unset.map(({ finding, run: of, at }) => [finding.rule, of === runs[1], at, finding.message.split(":")[0]]);
  };
  it.each([
    ["17.36 and", "7", 1, "17.36"],
    ["some 1,234", "3", 8, "1,234"],
    ["it was −7.5", "−", 7, "−7.5"],
    ["3‰ more", "‰", 1, "3‰"],
    ["1\u202f234", "234", 2, "1\u202f234"],
  ])("%j without %j is told at its place", async (text, lacks, at, words) => {
    expect(await unsetIn(text, lacks)).toEqual([["mixed-number", true, at, `"${words}" would be set from two faces`]]);
    expect(await unsetIn(text, lacks, { quantity: true })).toHaveLength(1);
  });
  it("words, and numbers from one face beside others, are none", async () => {
    expect(await unsetIn("17.36 é and 78", "é")).toEqual([]);
    expect(await unsetIn("17 and 78", "78")).toEqual([["mixed-number", true, 1, '"17" would be set from two faces']]);
    expect(await unsetIn("12 and 78", "78")).toEqual([]);
  });
});

describe("letters and the faces that have them", () => {
  const style = run("").style;
  /** A language whose first face lacks some characters: they come from a face that only measures. */
  const lacking = async (lacks: string): Promise<Setting> => {
    const by = await setting("en-US", "Latn");
    const chooser = chooseFaces({
      faces: [
        { ...(by.chooseFace("a", "Latn", style) as SizedFace).face, file: "own" },
        { ...(by.chooseFace("a", "Latn", { ...style, role: "head" }) as SizedFace).face, file: "other" },
      ],
      families: { body: ["Source Serif 4"], head: ["Source Sans 3"] },
      scale: {},
    });
    const own = chooser("a", "Latn", style)?.font as Font & { hasGlyphForCodePoint: (code: number) => boolean };
    const has = own.hasGlyphForCodePoint.bind(own);
    own.hasGlyphForCodePoint = (code) => !lacks.includes(String.fromCodePoint(code)) && has(code);
    return { ...by, chooseFace: chooser };
  };
  const told = (text: string, by: Setting) =>
    setParagraph([run(text)], { width: 500, indent: 0, hang: 0, alignment: "justify" }, by).unset.map(
      ({ finding, at }) => [finding.severity, finding.rule, at, finding.message],
    );
  it("a letter from another face than its word is told once", async () => {
    const by = await lacking("ő");
    expect(told("of Győr, in Győr", by)).toEqual([
      ["warning", "substituted-face", 5, '"ő" is not in Source Serif 4 400; it is set from Source Sans 3 400'],
    ]);
    expect(told("of Gyor in 2030 – “so”", by)).toEqual([]);
  });
  it("a letter and the marks over and under it come from one face", async () => {
    const by = await lacking("\u0323");
    const [line] = setParagraph(
      [run("aq\u0323\u0302n")],
      { width: 500, indent: 0, hang: 0, alignment: "start" },
      by,
    ).lines;
    expect(line?.pieces.map(({ text, face }) => [text, face.face.family])).toEqual([
      ["a", "Source Serif 4"],
      ["q\u0323\u0302", "Source Sans 3"],
      ["n", "Source Serif 4"],
    ]);
  });
  it("a mark that no face has with its letter is told with it, and the letter is printed", async () => {
    const by = await lacking("");
    const text = "q\u0e31n";
    expect(told(text, by).map(([severity, rule, at]) => [severity, rule, at])).toEqual([["error", "missing-glyph", 0]]);
    const [line] = setParagraph([run(text)], { width: 500, indent: 0, hang: 0, alignment: "start" }, by).lines;
    expect(textOf(line as Line)).toBe("qn");
  });
});

describe("hyphenation", () => {
  const divided = (by: Setting, words: string) =>
    words
      .split(" ")
      .map((word) => {
        const at = by.hyphenate(word);
        return [...word].map((letter, index) => (at.includes(index) ? `-${letter}` : letter)).join("");
      })
      .join(" ");
  it.each([
    ["de", "Wissenschaftsministerium Urheberrecht", "Wis-sen-schafts-mi-nis-te-ri-um Ur-he-ber-recht"],
    ["fr", "développement propriété", "dé-ve-lop-pe-ment pro-priété"],
    ["es", "propiedad intelectual", "pro-pie-dad in-te-lec-tual"],
    ["en-US", "representation", "rep-re-sen-ta-tion"],
    // The nearest patterns: those of the country before those of the language.
    ["en-GB", "representation", "rep-res-ent-a-tion"],
    ["de-AT", "Wissenschaft", "Wis-sen-schaft"],
    ["ru", "собственность", "соб-ствен-ность"],
  ])("%s comes from its patterns", async (language, words, expected) => {
    expect(divided(await setting(language, "Latn"), words)).toBe(expected);
  });
  it.each([
    ["en-US", "associate recognizance Philanthropic", "as-so-ciate re-cog-ni-zance Phil-an-thropic"],
    ["en-US", "declination obligatory present", "dec-li-na-tion oblig-a-tory present"],
    ["en-GB", "university manuscript", "uni-ver-sity ma-nu-script"],
    ["nl", "aandachtstrekker", "aan-dachts-trek-ker"],
    ["cs", "koeficient", "koe-fi-ci-ent"],
  ])("%s has TeX's exceptions, each division in its place: %s", async (language, words, expected) => {
    expect(divided(await setting(language, "Latn"), words)).toBe(expected);
  });
  it("takes a language's own exceptions first, whatever their case", async () => {
    const by = await setting("en-US", "Latn", { hyphenation: { exceptions: "prov-inces Pu-dong typesetting" } });
    expect(divided(by, "Provinces Pudong typesetting")).toBe("Prov-inces Pu-dong typesetting");
  });
  it("leaves as many letters as the language asks before and after", async () => {
    const by = await setting("en-US", "Latn", { hyphenation: { before: 4, after: 5, shortest: 8 } });
    expect(divided(by, "administration property")).toBe("admin-is-tration property");
  });
  it("leaves a language without patterns whole, and Han text to its own breaks", async () => {
    expect(divided(await setting("und", "Latn"), "representation")).toBe("representation");
    expect(divided(chinese, "zhishichanquan")).toBe("zhishichanquan");
  });
  it("leaves acronyms, numbers and parts of compounds whole", () => {
    const text = "The WIPOCNIPAPCT and 20192020201920 and science-and-technology-oriented enterprises were there.";
    for (const width of widths)
      for (const line of set(text, width, english))
        expect(textOf(line), String(width)).not.toMatch(/(?:WIPO|CNIPA|PC|\d|techno|orient|sci)\u00ad$/);
  });
  it("never ladders: no three hyphens in a row, at any width that words fit in", () => {
    for (const width of widths.filter((one) => one > 130))
      for (const line of set(en, width, english)) expect(line.faults, String(width)).not.toContain("hyphen-ladder");
  });
});

describe("the last line", () => {
  it.each(["zh", "en"])("is never a Han character or a short word alone (%s)", (language) => {
    const [text, by] = language === "zh" ? [zh, chinese] : [en, english];
    for (const width of widths.filter((one) => one > (language === "zh" ? 130 : 260)))
      for (const line of set(text, width, by, { letterFit: { width: 0.02, space: 0.01 } }))
        expect(line.faults, `${width} ${textOf(line)}`).not.toContain("short-last-line");
  });
});

describe("the last line of western text", () => {
  /** Whether the last line holds two whole words or one of five letters; counted here from the characters alone. */
  const enough = (lines: readonly Line[]): boolean => {
    const before = textOf(lines.at(-2) as Line);
    const all = textOf(lines.at(-1) as Line)
      .split(" ")
      .map((word) => word.replace(/[^\p{L}\p{Nd}]/gu, ""));
    const whole = (before.endsWith(" ") ? all : all.slice(1)).filter((word) => word !== "");
    return whole.length > 1 || whole.some((word) => word.length > 4);
  };
  const measure = { letterFit: { width: 0.02, space: 0.01 } };
  it.each([
    "Administration strengthened the guidance for enterprises in the Innovation Board and its international influence.",
    "The police cracked cases of infringement and counterfeiting in cooperation with the customs authorities of it all.",
  ])("is never the end of a divided word, nor a word of less than five letters: %s", (text) => {
    let counted = 0;
    for (const width of widths.filter((one) => one > 180)) {
      const lines = set(text, width, english, measure);
      if (lines.length < 2) continue;
      counted++;
      expect(enough(lines), `${width}: ${lines.map(textOf).join("/")}`).toBe(true);
      expect(lines.at(-1)?.faults).not.toContain("short-last-line");
    }
    expect(counted).toBeGreaterThan(20);
  });
  it("is told where it is, and only then", () => {
    const last = (text: string, width: number, measureOf: object = measure) => {
      const lines = set(text, width, english, measureOf);
      return [textOf(lines.at(-1) as Line), lines.at(-1)?.faults.includes("short-last-line")];
    };
    expect(last("international influence", 100)).toEqual(["ence", true]);
    expect(last("international influence", 100, { alignment: "start" })).toEqual(["influence", false]);
    expect(last("international\nact", 100)).toEqual(["act", false]);
  });
});

describe("letters give a little", () => {
  const letterFit = { width: 0.02, space: 0.01 };
  const worst = (lines: readonly Line[]) => Math.max(...lines.map(({ spacing }) => spacing.word));
  it("so that spaces stay narrower", () => {
    const narrow = widths.filter((width) => width > 200);
    const sum = (measure: object) =>
      narrow.reduce((total, width) => total + worst(set(en, width, english, measure)), 0);
    expect(sum({ letterFit })).toBeLessThan(0.85 * sum({}));
  });
  it("by no more than they may, and lines are as wide as before", () => {
    for (const width of widths.filter((one) => one > 220))
      for (const line of set(en, width, english, { letterFit })) {
        for (const piece of line.pieces) {
          expect(piece.scale).toBeGreaterThanOrEqual(0.98);
          expect(piece.scale).toBeLessThanOrEqual(1.02);
          expect(piece.letterspace).toBeLessThanOrEqual(0.1);
        }
        if (!line.last) expect(line.width).toBeCloseTo(width, 1);
      }
  });
  it("in justified text only", () => {
    const lines = set(en, 200, english, { letterFit, alignment: "start" });
    for (const line of lines) for (const piece of line.pieces) expect(piece.scale).toBe(1);
  });
});

describe("what lines could not avoid is told", () => {
  const faults = (lines: readonly Line[]) => lines.flatMap((line) => line.faults);
  it("a line too long for its column", () => {
    expect(faults(set("知识2016—2019年产权", 40, chinese))).toContain("overfull-line");
  });
  it("spaces wider than half an em", () => {
    expect(faults(set("of strengths strengths", 75, english))).toContain("loose-line");
  });
  it("Han characters more than a fifth of an em apart", () => {
    expect(faults(set("知识产权WIPOWIPO保护", 58, chinese))).toContain("loose-line");
    expect(faults(set("知识产权知识产权知识产权", 58, chinese))).toEqual([]);
  });
  it("a single word that cannot fill its line", () => {
    expect(faults(set("strengths strengths", 50, english))).toContain("loose-line");
  });
  it("three hyphens in a row", () => {
    const german = "Aufmerksamkeitsdefizitverwaltungsverordnungsentwurfsbesprechungsprotokollführung";
    return setting("de", "Latn").then((by) => expect(faults(set(german, 100, by))).toContain("hyphen-ladder"));
  });
  it("a short last line where there is no other way", () => {
    expect(faults(set("知识产权知识", 40, chinese))).toEqual([]);
    expect(faults(set("WIPO权", 24, chinese))).toContain("short-last-line");
  });
  it("nothing, where nothing is wrong", () => {
    expect(faults(set(zh, 440, chinese))).toEqual([]);
    expect(faults(set(en, 440, english))).toEqual([]);
  });
});

describe("work is done once", () => {
  it("each distinct word is shaped once, however often and in whatever paragraph it stands", async () => {
    const by = await stubSetting("en-US", "Latn", "mainland");
    for (const width of widths) {
      set(en, width, by);
      set(`${en} ${en}`, width, by);
    }
    expect(by.shaped.size).toBeGreaterThan(20);
    expect([...by.shaped.values()].every((times) => times === 1)).toBe(true);
  });
  it("a paragraph of the same words, style and measure is broken once, with the runs of each caller", async () => {
    const by = await stubSetting("en-US", "Latn", "mainland");
    const measure = { width: 200, indent: 0, hang: 0, alignment: "justify" } as const;
    const first = setParagraph([run("one "), run(en, { tag: "a" })], measure, by);
    const elsewhere = { file: "y", line: 7, column: 1 };
    const second = setParagraph([run("one "), run(en, { tag: "b", place: elsewhere })], measure, by);
    expect(by.known.size).toBe(1);
    expect(second.lines.map(textOf)).toEqual(first.lines.map(textOf));
    expect(second.lines[0]?.pieces[0]?.shaped).toBe(first.lines[0]?.pieces[0]?.shaped);
    expect(second.lines.at(-1)?.tags).toEqual(["b"]);
    expect(first.lines.at(-1)?.tags).toEqual(["a"]);
    expect(second.lines.at(-1)?.pieces[0]?.run.place).toBe(elsewhere);
    // A line that is set again for its page number knows the new runs too.
    const again = second.lines.at(-1)?.again((one) => (one.tag === "b" ? "42" : undefined));
    expect(again?.pieces[0]?.text).toBe("42");
    expect(again?.tags).toEqual(["b"]);
    setParagraph([run("one "), run(en)], { ...measure, width: 210 }, by);
    expect(by.known.size).toBe(2);
  });
});

it("a piece knows where its words stand in their run", () => {
  const runs = [run("知识"), run("产权WIPO保护，共22名代表出席会议并发言，会议取得圆满成功")];
  for (const line of set(runs, 100, chinese))
    for (const piece of line.pieces)
      expect(piece.run.text.slice(piece.at, piece.at + piece.text.length)).toBe(piece.text);
  expect(runs.map((one) => one.place)).toEqual([place, place]);
});

it("the line engine knows no PDF library, only fonts, line breaks and patterns", () => {
  const folder = "src/typeset";
  const packages = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [
      ...readFileSync(`${folder}/${file}`, "utf8").matchAll(/(?:\bfrom |\bimport\()["'`]([^."'`][^"'`]*)/g),
    ])
    .map(([, name]) => (name as string).split("/")[0]);
  expect([...new Set(packages)].toSorted()).toEqual(["fontkit", "hyphen", "linebreak"]);
});
