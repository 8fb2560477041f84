import { describe, expect, it } from "vitest";
import { agree, languageOfDocument, splitByLanguage } from "../../../src/compare/agree/index.ts";
import { readNumerals } from "../../../src/compare/agree/read/index.ts";
import type { Deviation } from "../../../src/model/deviation.ts";
import type { Language } from "../../../src/model/language.ts";
import { readingSchema } from "../../../src/model/reading.ts";
import { language } from "../../languages.ts";
import { en, textOf, zh } from "./comparing.ts";

/** A language that the tool has never seen is read by what its language.yaml says. */

const french: Language = language(
  "fr",
  {
    grouping: true,
    scales: [
      { from: 1_000_000, word: { one: " million", other: " millions" } },
      { from: 1_000_000_000, word: { one: " milliard", other: " milliards" } },
    ],
    ordinals: { one: "{n}er", other: "{n}e" },
    spellout: {
      cardinal: { 0: "zéro", 1: "un", 2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 20: "vingt[-→→]" },
      ordinal: { 1: "premier", 2: "deuxième", 3: "troisième" },
    },
    approximations: { "more-than": ["plus de {n}"], nearly: ["près de {n}"], about: ["environ {n}"] },
  },
  {
    units: { CNY: { counter: "{n} de yuans" } },
    reading: readingSchema.parse({
      percent: ["{n} %"],
      points: ["{n} points de pourcentage"],
      ranges: ["à", "-"],
      lists: ["et"],
      negative: ["moins {n}"],
      money: { CNY: ["{n} yuans", "{n} de yuans"] },
    }),
  },
);

const values = (text: string) =>
  readNumerals(text, french).map(({ readings: [{ kind, value }] }) => `${kind} ${value}`);

describe("French", () => {
  it.each([
    ["173 600 demandes", ["count 173600"]],
    ["1,4726 million de marques", ["count 1472600"]],
    ["une hausse de 15,54 % et 8,79 %", ["percent 15.54", "percent 8.79"]],
    ["1,358 milliard de yuans", ["money 1358000000"]],
    ["la 21e édition", ["ordinal 21"]],
    ["vingt-deux experts", ["count 22"]],
    ["2,5 points de pourcentage", ["points 2.5"]],
    ["en avril 2020", ["month 4", "year 2020"]],
  ])("%s", (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  const differences = (chinese: string, other: string): readonly string[] => {
    const found: Deviation[] = [];
    agree({ text: textOf("zh", chinese), language: zh }, { text: textOf("fr", other), language: french }, (one) =>
      found.push(one),
    );
    return found.map(({ rule }) => rule);
  };

  it("is compared with Chinese", () => {
    expect(differences("商标147.26万件，增长28.13%。", "1,4726 million de marques, en hausse de 28,13 %.")).toEqual([]);
    expect(differences("商标147.26万件，增长28.13%。", "1,4736 million de marques, en hausse de 28,13 %.")).toEqual([
      "figures-disagree",
    ]);
    expect(differences("收缴21万余件。", "210 000 articles ont été saisis.")).toEqual(["approximation-disagrees"]);
    expect(differences("收缴21万余件。", "Plus de 210 000 articles ont été saisis.")).toEqual([]);
  });

  it("is not told from English by its script, and Chinese is", () => {
    const text = textOf("a", "Plus de 210 000 articles ont été saisis.");
    expect(languageOfDocument(text, [en, french])).toBeUndefined();
    expect(languageOfDocument(text, [zh, french])).toBe(french);
    expect(splitByLanguage(text, [zh, french])).toBeUndefined();
  });
});
