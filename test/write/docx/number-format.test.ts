import { describe, expect, it } from "vitest";
import type { Language } from "../../../src/model/language.ts";
import { canFormat, numberFormat } from "../../../src/write/docx/charts/number-format.ts";
import { numberLook, signsOf } from "../../../src/write/docx/charts/number-look.ts";
import { language } from "../../languages.ts";
import { printed } from "./workbook.ts";

/** The labels of Word's charts: a format must give back what the page prints, with the language's own signs and digits. */

const word = { body: { ascii: "Arial", eastAsia: "SimSun" }, head: { ascii: "Arial", eastAsia: "SimHei" } };
const of = (tag: string, lcid?: string, numbers: object = {}): Language =>
  language(tag, { grouping: true, ...numbers }, { word: { ...word, ...(lcid && { lcid }) } });

/** What a spreadsheet makes of the format of a printed number, and of another number in it. */
const through = (text: string, lang: Language, number?: number): string | undefined => {
  const look = numberLook(text, lang);
  if (!look || !canFormat(look, lang)) return undefined;
  const { digits, decimal } = signsOf(lang);
  const format = numberFormat(look, look.grouped, lang);
  return printed(number ?? look.number, format, { digits: digits.join(""), decimal });
};

describe("a format prints the number as the page does", () => {
  it.each([
    ["en", "409", "1,500,200"],
    ["en", "409", "150,200.50"],
    ["en", "409", "7"],
    ["fr", "40C", "150\u202f200"],
    ["fr", "40C", "1\u202f500\u202f200,25"],
    ["fr", "40C", "17,36"],
    ["de", "407", "1.500.200"],
    ["hi", "439", "15,00,200"],
    ["ar-EG", "2000C01", "١٥٠٬٢٠٠٫٥"],
    ["en", "409", "+1,234.5%"],
    ["en", "409", "\u2212150,200"],
    ["zh-CN", "804", "17.36万件"],
    ["en", "409", "RMB 7,000"],
  ])("%s %s %s", (tag, lcid, text) => expect(through(text, of(tag, lcid))).toBe(text));

  it("whatever the machine says between groups, and for the number that is put in its place", () => {
    const french = of("fr", "40C");
    const look = numberLook("150\u202f200", french);
    expect(look && numberFormat(look, true, french)).toBe(
      '[>=1000000][$-40C]0"\u202f"000"\u202f"000;[>=1000][$-40C]0"\u202f"000;[$-40C]0',
    );
    expect(through("150\u202f200", french, 1500200)).toBe("1\u202f500\u202f200");
    expect(through("150\u202f200", french, 20)).toBe("20");
  });
  it("from the size on at which the language groups digits", () => {
    const look = numberLook("15.000", of("es", "C0A"));
    expect(look && numberFormat(look, true, of("es"))).toBe('[>=1000000]0"."000"."000;[>=10000]0"."000;0');
  });
  it("with the minus sign of the language file", () => {
    expect(through("+5%", of("en", "409"), -3)).toBe("\u22123%");
    expect(through("+5%", of("en", "409", { minus: "-" }), -3)).toBe("-3%");
  });
});

describe("what a format cannot print as the language does is left to the picture", () => {
  it.each([
    ["fr", "17,36"],
    ["ar-EG", "١٥٠"],
  ])("%s without its Windows code: %s", (tag, text) => expect(through(text, of(tag))).toBeUndefined());
  it("but groups need none", () => expect(through("150\u202f200", of("fr"))).toBe("150\u202f200"));
  it.each(["about two", "2 of 3", "1,23", "12,34"])("%s is no one number", (text) => {
    expect(numberLook(text, of("en"))).toBeUndefined();
  });
});
