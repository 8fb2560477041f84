import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { shortName, valueTag } from "../../../src/model/word-names.ts";
import { judge, write } from "./judges.ts";
import { chinese, edition, english, paragraph, part, section, style, table, text, value } from "./make.ts";
import { all, attribute, childrenOf, first, openPackage, value as val } from "./package.ts";
import { readFile } from "./reading.ts";

const twice = part(english, [
  section("one", "First", [
    paragraph("one.p1", [text("In all "), value("a.b", "1,200"), text(", of which "), value("a.c", "30"), text(".")]),
    paragraph("one.p2", [text("Again "), value("a.b", "1,200"), text(", in words "), value("a.b", "twelve hundred")]),
    table("tab", "Table", [["Name", "Count"]], [["a", [value("a.b", "1,200")]]]),
  ]),
]);
const mixed = part(chinese, [
  section("one", "一", [
    paragraph("one.p1", [
      text("案件"),
      value("cases", "356件"),
      value("people", "697人"),
      value("growth", "增长"),
      value("growth", "15.54%"),
    ]),
  ]),
]);

const controls = (bytes: Uint8Array) => all(openPackage(bytes).xml("word/document.xml"), "w:dataBinding");

describe("printed figures", () => {
  it("are controls with their id in the tag and their key in the title, bound to one entry for each text", async () => {
    const { bytes } = await write(edition([twice]));
    const file = openPackage(bytes);
    const bound = controls(bytes).map((binding) => {
      const properties = binding.parentNode as never;
      return {
        tag: val(first(properties, "w:tag")),
        alias: val(first(properties, "w:alias")),
        lock: val(first(properties, "w:lock")),
        path: attribute(binding, "w:xpath"),
      };
    });
    const entry = (path: string, alias: string, tag: string) => ({ tag, alias, lock: "sdtLocked", path });
    expect(bound).toEqual([
      entry("/f:figures[1]/f:a.b[1]", "a.b", "en/one.p1:a.b"),
      entry("/f:figures[1]/f:a.c[1]", "a.c", "en/one.p1:a.c"),
      entry("/f:figures[1]/f:a.b[1]", "a.b", "en/one.p2:a.b"),
      entry("/f:figures[1]/f:a.b[2]", "a.b", "en/one.p2:a.b#2"),
      entry("/f:figures[1]/f:a.b[1]", "a.b", "en/tab:a.b"),
    ]);
    expect([...readFile(bytes).store.values()]).toEqual(["1,200", "30", "twelve hundred"]);
    const props = strFromU8(file.files["customXml/itemProps1.xml"] as Uint8Array);
    expect(props).toContain(attribute(controls(bytes)[0], "w:storeItemID"));
  });

  it("are plain text where the tokens say so", async () => {
    const { bytes } = await write(edition([twice], { style: { ...style, word: { ...style.word, controls: "off" } } }));
    const file = openPackage(bytes);
    expect(controls(bytes)).toEqual([]);
    expect(Object.keys(file.files).filter((path) => path.startsWith("customXml"))).toEqual([]);
    expect(readFile(bytes).paragraphs.map((one) => one.text)).toContain("In all 1,200, of which 30.");
  });

  it("go into combo boxes where LibreOffice 7 would repeat a text control, kept apart where they touch", async () => {
    const { bytes } = await write(edition([mixed]));
    const [line] = all(openPackage(bytes).xml("word/document.xml"), "w:p").filter((one) =>
      one.textContent?.startsWith("案件"),
    );
    const kinds = childrenOf(line as never).flatMap((child) =>
      child.localName === "sdt"
        ? [first(child, "w:comboBox") ? "combo" : "text"]
        : child.localName === "fldSimple"
          ? ["gap"]
          : [],
    );
    expect(kinds).toEqual(["combo", "gap", "combo", "gap", "combo", "gap", "text"]);
    expect(readFile(bytes).paragraphs.map((one) => one.text)).toContain("案件356件697人增长15.54%");
  });

  it("keep keys that are longer than Word's 64 characters apart, and whole in the list", async () => {
    const long = `group.${"x".repeat(70)}`;
    const [a, b] = [`${long}.a`, `${long}.b`];
    expect(shortName(a)).toHaveLength(64);
    expect(shortName(a)).not.toBe(shortName(b));
    expect(valueTag("en", `p:${a}`)).not.toBe(valueTag("en", `p:${b}`));
    const lines = paragraph("p", [value(a, "1"), text(" and "), value(b, "2")]);
    const { bytes } = await write(edition([part(english, [section("one", "First", [lines])])]));
    expect([...readFile(bytes).store.keys()]).toEqual([`/f:figures[1]/f:${a}[1]`, `/f:figures[1]/f:${b}[1]`]);
  });
});

it("the lint sees a control whose entry says something else", async () => {
  const { bytes } = await write(edition([twice]));
  const files = unzipSync(bytes);
  const list = strFromU8(files["customXml/item1.xml"] as Uint8Array).replace(">1,200<", ">1,201<");
  const faults = await judge(zipSync({ ...files, "customXml/item1.xml": strToU8(list) }));
  expect(faults).toContain('the control of /f:figures[1]/f:a.b[1] shows "1,200", its entry says "1,201"');
});
