import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, lightness } from "../../src/model/contrast.ts";
import type { Finding } from "../../src/model/finding.ts";
import { styleSchema } from "../../src/model/style.ts";
import { checkContrast } from "../../src/read/contrast.ts";
import { readYaml } from "../../src/read/yaml.ts";

/** The project's own tokens, each spoilt in one place. */

const file = "templates/2019/style.yaml";
const text = readFileSync(file, "utf8");

/** What is found after one text of the file was replaced: rule, line and column, message. */
const found = (from = "", to = ""): readonly string[] => {
  expect(text.split(from || text)).toHaveLength(2);
  const spoilt = text.replace(from, () => to);
  const findings: Finding[] = [];
  const located = readYaml(file, spoilt, () => {});
  if (!located) throw new Error("no YAML");
  checkContrast(styleSchema.parse(located.value), located, (finding) => findings.push(finding));
  return findings.map(({ rule, message, place }) => {
    const line = spoilt.split("\n")[(place?.line ?? 0) - 1] as string;
    return `${rule} at "${line.slice((place?.column ?? 0) - 1).replace(/[ ,}\]].*$/, "")}": ${message}`;
  });
};

describe("WCAG 2.2", () => {
  it("counts contrast from 1 to 21", () => {
    expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 10);
    expect(contrast("#777777", "#777777")).toBe(1);
    // The two greys around 4.5 on white that the guidelines' tools all name.
    expect(contrast("#767676", "#ffffff")).toBeGreaterThan(4.5);
    expect(contrast("rgb(119, 119, 119)", "#ffffff")).toBeLessThan(4.5);
    expect(lightness("#777777")).toBeCloseTo(50, 0);
  });
});

describe("colours of the style", () => {
  it("stand out, those of the project", () => expect(found()).toEqual([]));

  it("are too faint for words on paper, at the type that names them", () => {
    expect(found("lead: { role: body, size: 14,", "lead: { role: body, size: 12, colour: primary-mid,")).toEqual([
      'faint-colour at "primary-mid": the colour "primary-mid" (#7A9CC6) has a contrast of 2.8 on #FFFFFF; 4.5 is the least for text (lead)',
    ]);
  });

  it("are too faint in one script only, at that script", () => {
    expect(found("    note: { size: 9,", "    note: { colour: rule, size: 9,")).toEqual([
      expect.stringMatching(/^faint-colour at "rule": .* on #FFFFFF; 4\.5 is the least for text \(note\)$/),
    ]);
  });

  it("need less where words are large, and nothing more", () => {
    const grey = (at: string) => at.replace("colour: primary-deep", "colour: ochre");
    const head = "- { role: head, size: 20, leading: 30, weight: 700, colour: primary-deep";
    expect(found(head, grey(head))).toEqual([]);
    const caption = "caption: { role: head, size: 10, leading: 15, weight: 700, colour: primary-deep";
    expect(found(caption, grey(caption))).toEqual([
      expect.stringMatching(/contrast of 3\.2 .*4\.5 is the least for text \(caption\)$/),
    ]);
  });

  it("are too faint on the ground of the cover, where the same are not on paper", () => {
    expect(
      found(
        "colours: { ground: paper, panel: primary-deep, imprint: paper }",
        "colours: { ground: primary, panel: primary-deep, imprint: muted }",
      ),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^faint-colour at "primary-deep": .* on #1B4F8A; 3 is the least for text \(title\)/),
        expect.stringMatching(/^faint-colour at "muted": .* on #12335C; 4\.5 is the least for text \(subtitle\)/),
      ]),
    );
  });

  it("are too faint for words and marks of charts", () => {
    expect(found("    muted: muted\n", "    muted: rule\n")).toEqual([
      expect.stringMatching(/^faint-colour at "rule": .*4\.5 is the least for words of charts$/),
    ]);
    expect(found("    current: primary\n", "    current: primary-wash\n")).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^faint-colour at "primary-wash": .*3 is the least for marks of charts$/),
      ]),
    );
  });

  it("are told apart by hue alone", () => {
    const series = "series: [primary, ochre, wine, teal, primary-pale]";
    expect(found(series, "series: [primary, accent]")).toEqual([
      'colour-alone at "accent": the colours "primary" and "accent" of series are told apart by their hue alone: lightness 33 and 36',
    ]);
  });
});
