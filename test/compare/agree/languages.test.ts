import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { agree, languageOfDocument, splitByLanguage } from "../../../src/compare/agree/index.ts";
import { readNumerals } from "../../../src/compare/agree/read/index.ts";
import type { Deviation } from "../../../src/model/deviation.ts";
import type { Language } from "../../../src/model/language.ts";
import { language } from "../../languages.ts";
import { en, textOf, zh } from "./comparing.ts";
import { readPairs } from "./corpus.ts";

/** Languages that the tool has never seen are read by what their language.yaml says, and by nothing else. */

const folder = "test/compare/agree/languages";

const languageIn = (id: string, script: string): Language => {
  const { numbers, ...more } = parse(readFileSync(`${folder}/${id}.yaml`, "utf8")) as Record<string, unknown>;
  return language(id, numbers, { script, ...more });
};

const french = languageIn("fr", "Latn");
const japanese = languageIn("ja", "Jpan");

const differences = (one: Language, other: Language, first: string, second: string): readonly Deviation[] => {
  const found: Deviation[] = [];
  agree({ text: textOf(one.id, first), language: one }, { text: textOf(other.id, second), language: other }, (each) =>
    found.push(each),
  );
  return found.filter(({ severity }) => severity !== "note");
};

describe.each([
  ["English and French", "fr", en, french],
  ["Chinese and Japanese", "ja", zh, japanese],
] as const)("%s", (_, id, one, other) => {
  const pairs = readPairs(`${folder}/${id}.txt`);
  const texts = [...new Set(pairs.map(({ kind }) => kind))].filter((kind) => kind !== "wrong");

  it.each(texts)("say the same: %s", (kind) => {
    const own = pairs.filter((pair) => pair.kind === kind);
    const [first, second] = [own.map((pair) => pair.first), own.map((pair) => pair.second)];
    expect(differences(one, other, first.join("\n\n"), second.join("\n\n")).map(({ message }) => message)).toEqual([]);
  });

  it.each(pairs.filter(({ kind }) => kind === "wrong"))("do not: $first", ({ first, second, rule }) => {
    expect(differences(one, other, first, second).map((found) => found.rule)).toContain(rule);
  });
});

const values = (text: string, of: Language) =>
  readNumerals(text, of).map(({ readings: [{ kind, value }] }) => `${kind} ${value}`);

describe("French", () => {
  it.each([
    ["173 600 demandes", ["count 173600"]],
    ["1,4726 million de marques", ["count 1472600"]],
    ["une hausse de 15,54 % et 8,79 %", ["count 1", "percent 15.54", "percent 8.79"]],
    ["1,358 milliard de yuans", ["money 1358000000"]],
    ["la 21e édition", ["ordinal 21"]],
    ["vingt-deux experts", ["count 22"]],
    ["quatre-vingt-onze mille deux cents", ["count 91200"]],
    ["vingt-trois virgule cinq", ["count 23.5"]],
    ["2,5 points de pourcentage", ["points 2.5"]],
    ["en avril 2020", ["month 4", "year 2020"]],
  ])("%s", (text, expected) => {
    expect(values(text, french)).toEqual(expected);
  });

  it("is compared with Chinese", () => {
    const rules = (chinese: string, other: string) =>
      differences(zh, french, chinese, other).map((found) => found.rule);
    expect(rules("商标147.26万件，增长28.13%。", "1,4726 million de marques, en hausse de 28,13 %.")).toEqual([]);
    expect(rules("商标147.26万件，增长28.13%。", "1,4736 million de marques, en hausse de 28,13 %.")).toEqual([
      "figures-disagree",
    ]);
    expect(rules("收缴21万余件。", "210 000 articles ont été saisis.")).toEqual(["approximation-disagrees"]);
    expect(rules("收缴21万余件。", "Plus de 210 000 articles ont été saisis.")).toEqual([]);
  });

  it("is not told from English by its script, and Chinese is", () => {
    const text = textOf("a", "Plus de 210 000 articles ont été saisis.");
    expect(languageOfDocument(text, [en, french])).toBeUndefined();
    expect(languageOfDocument(text, [zh, french])).toBe(french);
    expect(splitByLanguage(text, [zh, french])).toBeUndefined();
  });
});

describe("Japanese", () => {
  it.each([
    ["1億2,000万円", ["money 120000000"]],
    ["三割五分", ["percent 35"]],
    ["令和2年4月", ["year 2020", "month 4"]],
    ["第3四半期", ["period 7-9"]],
    ["午後3時15分", ["time 915"]],
  ])("%s", (text, expected) => {
    expect(values(text, japanese)).toEqual(expected);
  });
});
