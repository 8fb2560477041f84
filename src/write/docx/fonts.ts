import { tag, xmlPart } from "./markup.ts";

/**
 * What Word's font table says of a font, so that another program finds its own face of the same design
 * (ECMA-376 §17.8.3). `charset` is the Windows character set in hexadecimal.
 */
type FontEntry = {
  readonly names: readonly string[];
  readonly family: "roman" | "swiss" | "modern" | "auto";
  readonly charset: string;
  /** Made in one weight: Word would smear it to make it bold. */
  readonly singleWeight?: boolean;
};

const gb2312 = "86";
const big5 = "88";
const shiftJis = "80";
const hangul = "81";
const western = "00";

/** The faces that come with Chinese, Japanese and Korean office software, by their names in both languages, and their kin. */
const known: readonly FontEntry[] = [
  {
    names: ["宋体", "SimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC"],
    family: "roman",
    charset: gb2312,
  },
  {
    names: ["黑体", "SimHei", "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC"],
    family: "swiss",
    charset: gb2312,
    singleWeight: true,
  },
  {
    names: ["仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong"],
    family: "modern",
    charset: gb2312,
    singleWeight: true,
  },
  {
    names: ["楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312", "STKaiti", "Kaiti SC"],
    family: "modern",
    charset: gb2312,
    singleWeight: true,
  },
  { names: ["方正小标宋简体", "FZXiaoBiaoSong-B05S"], family: "roman", charset: gb2312, singleWeight: true },
  { names: ["微软雅黑", "Microsoft YaHei", "Noto Sans CJK SC"], family: "swiss", charset: gb2312 },
  { names: ["等线", "DengXian"], family: "swiss", charset: gb2312 },
  { names: ["新細明體", "PMingLiU", "Noto Serif CJK TC"], family: "roman", charset: big5 },
  { names: ["標楷體", "DFKai-SB", "BiauKai"], family: "modern", charset: big5, singleWeight: true },
  { names: ["微軟正黑體", "Microsoft JhengHei", "Noto Sans CJK TC"], family: "swiss", charset: big5 },
  {
    names: ["ＭＳ 明朝", "MS Mincho", "Hiragino Mincho ProN", "Noto Serif CJK JP"],
    family: "roman",
    charset: shiftJis,
  },
  { names: ["ＭＳ ゴシック", "MS Gothic", "Hiragino Sans", "Noto Sans CJK JP"], family: "swiss", charset: shiftJis },
  { names: ["游明朝", "Yu Mincho"], family: "roman", charset: shiftJis },
  { names: ["游ゴシック", "Yu Gothic"], family: "swiss", charset: shiftJis },
  { names: ["바탕", "Batang", "Noto Serif CJK KR"], family: "roman", charset: hangul },
  { names: ["맑은 고딕", "Malgun Gothic", "Noto Sans CJK KR"], family: "swiss", charset: hangul },
  { names: ["Times New Roman", "Liberation Serif", "Tinos"], family: "roman", charset: western },
  { names: ["Arial", "Liberation Sans", "Arimo", "Helvetica"], family: "swiss", charset: western },
  { names: ["Cambria", "Caladea"], family: "roman", charset: western },
  { names: ["Calibri", "Carlito"], family: "swiss", charset: western },
];

const entryOf = (name: string): FontEntry =>
  known.find((entry) => entry.names.includes(name)) ?? { names: [name], family: "auto", charset: "01" };

/** Whether a font exists in one weight only, so that heads in it stand out by its design and not by bold. */
export const isSingleWeight = (name: string): boolean => entryOf(name).singleWeight === true;

/** word/fontTable.xml: every font that the styles name, with the names that it goes by elsewhere (ECMA-376 §17.8.2). */
export const fontTable = (names: readonly string[]): string =>
  xmlPart(
    tag(
      "w:fonts",
      { "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
      ...[...new Set(names)].toSorted().map((name) => {
        const entry = entryOf(name);
        const others = entry.names.filter((other) => other !== name);
        return tag(
          "w:font",
          { "w:name": name },
          ...(others.length > 0 ? [tag("w:altName", { "w:val": others.join(",") })] : []),
          tag("w:charset", { "w:val": entry.charset }),
          tag("w:family", { "w:val": entry.family }),
          tag("w:pitch", { "w:val": "variable" }),
        );
      }),
    ),
  );
