import { describe, expect, it } from "vitest";
import { readDocx } from "../../../src/read/finished/docx.ts";
import { docxOf, paragraph, run } from "./docx-fixture.ts";

const texts = (body: string, parts = {}) => readDocx(docxOf(body, parts)).blocks.map(({ role, text }) => [role, text]);

const styles =
  '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Mine"><w:name w:val="My Head"/><w:basedOn w:val="H1"/></w:style>' +
  '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="C"><w:name w:val="caption"/></w:style>';

describe("a Word file", () => {
  it("gives heads, paragraphs and captions by their styles, and no contents", () => {
    const body = [
      paragraph(run("Chapter One ... 3"), "T1"),
      paragraph(run("Chapter One"), "Mine"),
      paragraph(run("Text of 12 words.")),
      paragraph(run("Figure 1"), "C"),
    ].join("");
    expect(texts(body, { styles })).toEqual([
      ["head", "Chapter One"],
      ["body", "Text of 12 words."],
      ["caption", "Figure 1"],
    ]);
  });

  it("puts the runs of a number together, whatever stands between them", () => {
    const body = paragraph(
      `${run("There were 17")}<w:bookmarkStart w:id="1"/>${run("3,6")}<w:proofErr/>${run("00")}<w:r><w:noBreakHyphen/></w:r>${run("cases")}`,
    );
    expect(texts(body)).toEqual([["body", "There were 173,600-cases"]]);
  });

  it("reads tracked changes as accepted, fields by their results, and no hidden text", () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ 99</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      `${run("7")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = paragraph(
      `${run("a ")}<w:del><w:r><w:delText>14</w:delText></w:r></w:del><w:ins>${run("15 ")}</w:ins>${field}${run(" b")}${run("88", "<w:vanish/>")}`,
    );
    expect(texts(body)).toEqual([["body", "a 15 7 b"]]);
  });

  it("leaves out raised note marks and reads notes behind their paragraph", () => {
    const body = paragraph(
      `${run("There were 17")}${run("3", '<w:vertAlign w:val="superscript"/>')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(" cases.")}`,
    );
    const footnotes = `<w:footnote w:id="0" w:type="separator">${paragraph("")}</w:footnote><w:footnote w:id="2">${paragraph(run("Of which 5 were old."))}</w:footnote>`;
    expect(texts(body, { footnotes })).toEqual([
      ["body", "There were 17 cases."],
      ["body", "Of which 5 were old."],
    ]);
  });

  it("reads tables by their rows, content controls and run-in heads in place", () => {
    const cell = (text: string): string => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const head =
      '<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Head. </w:t></w:r></w:p>';
    const body = `${head}${paragraph(run("Text."))}<w:tbl><w:tblPr/><w:tr>${cell("2019")}${cell("23,580")}</w:tr><w:sdt><w:sdtContent><w:tr>${cell("2018")}${cell("22,680")}</w:tr></w:sdtContent></w:sdt></w:tbl>`;
    expect(texts(body)).toEqual([
      ["body", "Head. Text."],
      ["row", "2019 | 23,580"],
      ["row", "2018 | 22,680"],
    ]);
  });

  it("reads a text box once and a picture's alternative", () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>${box("In a box: 5")}</mc:Choice><mc:Fallback>${box("In a box: 5")}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing><wp:docPr xmlns:wp="urn:x" descr="Bars: 12 and 13"/></w:drawing></w:r></w:p>`;
    expect(texts(body)).toEqual([
      ["alternative", "Bars: 12 and 13"],
      ["body", "In a box: 5"],
    ]);
  });
});

describe("a Word file's numbers", () => {
  const level = (ilvl: number, format: string, text: string, more = ""): string =>
    `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="7">${level(0, "chineseCounting", "第%1章")}${level(1, "decimal", "%1.%2", "<w:isLgl/>")}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="8">${level(0, "bullet", "•")}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>';
  const numbered = (text: string, list: number, ilvl = 0): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;

  it("are those that Word counts, by paragraph or by style; bullets count nothing", () => {
    const head =
      '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = [
      paragraph(run("概况"), "H1"),
      numbered("人口", 1, 1),
      numbered("面积", 1, 1),
      paragraph(run("经济"), "H1"),
      numbered("总量", 1, 1),
      numbered("其他", 2),
    ].join("");
    expect(texts(body, { numbering, styles: head }).map(([, text]) => text)).toEqual([
      "第一章概况",
      "1.1人口",
      "1.2面积",
      "第二章经济",
      "2.1总量",
      "其他",
    ]);
  });
});

describe("a chart whose text alternative is gone", () => {
  const c =
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const points = (values: readonly (string | number)[]): string =>
    values.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join("");
  const series = (name: string, format: string, values: readonly number[]): string =>
    `<c:ser><c:tx><c:strRef><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx><c:dLbls><c:numFmt formatCode="${format}"/></c:dLbls>` +
    `<c:cat><c:strRef><c:strCache>${points(["Steel", "Cotton"])}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`;
  const q = "&quot;";
  const grouped = `[&gt;=1000][$-40C]0${q}\u202f${q}000.0${q} kt${q};[$-40C]0.0${q} kt${q}`;
  const chart =
    `<c:chartSpace ${c}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Output (million tons)</a:t></a:r></a:p></c:rich></c:tx></c:title>` +
    `<c:plotArea><c:barChart>${series("2029", "0.00", [1.5, 2.25])}${series("Change", "\\+0.0\\%;\\−0.0\\%", [3.25, -2])}${series("Stock", grouped, [150200, 7])}</c:barChart></c:plotArea></c:chart></c:chartSpace>`;
  const drawing = (attributes: string): string =>
    `<w:r><w:drawing><wp:inline xmlns:wp="urn:x"><wp:docPr id="1" ${attributes}/><c:chart ${c} xmlns:r="urn:r" r:id="rId5"/></wp:inline></w:drawing></w:r>`;
  const read = (attributes: string) =>
    readDocx(
      docxOf(
        paragraph(drawing(attributes)),
        {},
        {
          "word/charts/chart1.xml": chart,
          "word/_rels/document.xml.rels":
            '<Relationships><Relationship Id="rId5" Type="chart" Target="charts/chart1.xml"/></Relationships>',
        },
      ),
    );

  it("is read by what it holds, in the format of its labels, and the loss is told", () => {
    const { blocks, remarks } = read('name="Object1"');
    expect(blocks.map(({ role, text }) => [role, text])).toEqual([
      [
        "alternative",
        "Output (million tons) | Steel 2029 1.50 | Change +3.3% | Stock 150200.0 kt | Cotton 2029 2.25 | Change −2.0% | Stock 7.0 kt",
      ],
    ]);
    expect(remarks).toEqual([expect.objectContaining({ rule: "alternative-lost" })]);
  });

  it("is not, where the alternative is there", () => {
    const { blocks, remarks } = read('descr="Steel 1.75"');
    expect([blocks.map(({ text }) => text), remarks]).toEqual([["Steel 1.75"], []]);
  });
});
