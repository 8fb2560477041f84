import { describe, expect, it } from "vitest";
import { readDocx } from "../../../src/read/finished/docx.ts";
import { docxOf, paragraph, run } from "./docx-fixture.ts";

const texts = (body: string, parts = {}) => readDocx(docxOf(body, parts)).map(({ role, text }) => [role, text]);

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
