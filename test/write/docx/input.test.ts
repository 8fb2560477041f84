import { describe, expect, it } from "vitest";
import { write } from "./judges.ts";
import {
  arabic,
  chinese,
  edition,
  english,
  figure,
  paragraph,
  part,
  picture,
  section,
  table,
  text,
  value,
} from "./make.ts";
import { all, attribute, first, openPackage, value as val } from "./package.ts";
import { lines, readFile } from "./reading.ts";

/** Input that breaks Word files elsewhere. `write` holds every file to be sound. */

const one = (...children: Parameters<typeof section>[2]) =>
  edition([part(english, [section("one", "First", children)])]);

describe("characters that XML forbids", () => {
  const bell = "\u0007";
  const half = "\uD83D";

  it("are shown by their code, with a finding at their place", async () => {
    const { bytes, findings } = await write(one(paragraph("p", [text(`a${bell}b${half}c\uFFFE`)])));
    expect(lines(bytes)).toContain("a⟦U+0007⟧b⟦U+D83D⟧c⟦U+FFFE⟧");
    expect(findings.map(({ rule, severity, place }) => [rule, severity, place?.line, place?.column])).toEqual([
      ["hidden-character", "error", 3, 6],
      ["hidden-character", "error", 3, 8],
      ["hidden-character", "error", 3, 10],
    ]);
  });

  it("break neither figures, captions, alternatives, charts nor links", async () => {
    const model = {
      kind: "bar" as const,
      panels: [
        {
          title: `Panel${bell}`,
          unit: "",
          scale: 1,
          categories: [`x${bell}`],
          series: [{ name: `s${bell}`, colour: "#123456", values: [1], texts: [`1${bell}`], keys: ["a.b"] }],
        },
      ],
    };
    const volume = edition([
      part(
        english,
        [
          section("one", `First${bell}`, [
            paragraph("p", [
              value("a.b", `1${bell}`),
              {
                type: "link",
                place: { file: "f", line: 1, column: 1 },
                url: `https://a.b/${bell}`,
                children: [text("l")],
              },
            ]),
            figure("fig", `Caption${bell}`, { alt: `Alternative${bell}` }),
            table("tab", `Table${bell}`, [[`Head${bell}`]], [[`Cell${bell}`]]),
          ]),
        ],
        { pictures: { fig: picture(model) } },
      ),
    ]);
    const { bytes, findings } = await write(volume);
    expect(findings.every(({ rule }) => rule === "hidden-character")).toBe(true);
    expect(new TextDecoder().decode(openPackage(bytes).files["word/charts/chart1.xml"])).toContain("x⟦U+0007⟧");
  });
});

it("a table of 3,000 rows keeps every row and repeats its head", async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => [`Row ${index + 1}`, String(index)]);
  const { bytes } = await write(one(table("tab", "Long", [["Name", "Count"]], rows)));
  const written = all(openPackage(bytes).xml("word/document.xml"), "w:tr");
  expect(written).toHaveLength(3001);
  expect(written.findIndex((row) => first(row, "w:tblHeader"))).toBe(0);
  expect(written.filter((row) => first(row, "w:tblHeader"))).toHaveLength(1);
  expect(written.at(-1)?.textContent).toBe("Row 30002999");
});

it("a table that Word would not open shows its id, with a finding at its place", async () => {
  const wide = Array.from({ length: 64 }, (_, index) => String(index));
  const { bytes, findings } = await write(one(table("tab", "Wide", [], [wide])));
  expect(findings.map(({ rule, place }) => [rule, place?.line])).toEqual([["too-many-columns", 3]]);
  expect(lines(bytes)).toContain("[[tab]]");
});

it.each([
  [20, true],
  [500, false],
])(
  "a chart of %i categories stays on its page, and is Word's as long as its labels have room: %s",
  async (count, native) => {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    const panel = {
      title: "Many",
      unit: "",
      scale: 1,
      categories: numbers.map((number) => `Category ${number}`),
      series: [
        {
          name: "Series",
          colour: "#1B4F8A",
          values: numbers,
          texts: numbers.map(String),
          keys: numbers.map((number) => `many.n${number}`),
        },
      ],
    };
    const pictures = { fig: picture({ kind: "bar", panels: [panel] }) };
    const { bytes } = await write(
      edition([part(english, [section("one", "First", [figure("fig", "Many")])], { pictures })]),
    );
    const file = openPackage(bytes);
    expect(file.files["word/charts/chart1.xml"] !== undefined).toBe(native);
    const chart = native ? file.xml("word/charts/chart1.xml") : undefined;
    const points = chart ? all(first(chart, "c:val") as never, "c:v") : [];
    expect(points.map((point) => Number(point.textContent))).toEqual(native ? numbers : []);
    const [extent] = all(file.xml("word/document.xml"), "wp:extent");
    expect(Number(attribute(extent, "cy")) / 12_700).toBeLessThan(842 - 170);
  },
);

it("right-to-left text runs from the right, with numbers from the left", async () => {
  const words = "بلغ العدد 1,200 طلب (PCT) في 2030";
  const { bytes } = await write(edition([part(arabic, [section("one", "الأول", [paragraph("p", words)])])]));
  const file = openPackage(bytes);
  const body = all(file.xml("word/styles.xml"), "w:style").find(
    (style) => attribute(style, "w:styleId") === "BodyText",
  ) as never;
  expect(first(body, "w:bidi")).toBeDefined();
  expect(attribute(first(body, "w:lang"), "w:bidi")).toBe("ar");
  const runs = all(file.xml("word/document.xml"), "w:r").map((run) => [run.textContent, !!first(run, "w:rtl")]);
  expect(runs).toContainEqual(["1,200", false]);
  expect(runs).toContainEqual(["PCT", false]);
  expect(runs).toContainEqual(["بلغ العدد ", true]);
  expect(lines(bytes)).toContain(words);
});

it("rare characters beyond the basic plane stay whole, in the East Asian font", async () => {
  const words = "𠀋𠮷野家𪚥，𰻞𰻞面";
  const { bytes } = await write(edition([part(chinese, [section("one", words, [paragraph("p", words)])])]));
  expect(
    readFile(bytes)
      .paragraphs.filter((one) => one.text === words)
      .map((one) => one.style),
  ).toEqual(["TOC1", "Heading1", "BodyTextFirstIndent"]);
});

it("an empty document, chapter, list of rows and caption give a sound file", async () => {
  await write(edition([part(english, [])]));
  const { bytes } = await write(one(paragraph("p", []), table("tab", "", [], []), figure("fig", "")));
  expect(lines(bytes).filter((line) => line.startsWith("[["))).toEqual(["[[tab]]", "[[fig]]"]);
  expect(val(first(openPackage(bytes).xml("word/document.xml"), "w:pStyle"))).toBe("TitleRule");
});
