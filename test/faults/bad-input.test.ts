import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { check } from "../../src/commands/check.ts";
import type { Finding } from "../../src/model/finding.ts";
import { type Expected, expectFindings } from "../findings.ts";
import { copyProject, type Project } from "../project.ts";

/** Each fault is put into a copy of the real project; what `check` says must name the place at which it was made. */

const data = "data/2019.yaml";
const english = "templates/2019/en/01-creation.md.hbs";
const chinese = "templates/2019/zh/01-creation.md.hbs";
const rules = "templates/2019/en/language.yaml";
const chart = "templates/2019/charts/ip-creation.vl.json";

let project: Project;
beforeAll(() => {
  project = copyProject();
});
afterEach(() => project.restore());
afterAll(() => project.remove());

const findings = (): Promise<readonly Finding[]> =>
  check({ root: project.root, issue: "2019", progress: () => {}, epoch: undefined });

type Fault = readonly [name: string, spoil: (p: Project) => void, ...expected: Expected[]];

const cases = (faults: readonly Fault[]): void => {
  it.each(faults.map(([name, spoil, ...expected]) => ({ name, spoil, expected })))(
    "$name",
    async ({ spoil, expected }) => {
      spoil(project);
      expectFindings(project, await findings(), expected);
    },
  );
};

it("the untouched project has no findings", async () => expect(await findings()).toEqual([]));

it("neither has it while one of its languages rests", async () => {
  project.replace(data, "editions: [[zh], [en], [zh, en]]", "editions: [[zh]]");
  expect(await findings()).toEqual([]);
});

describe("data", () => {
  cases([
    [
      "a misspelt key of a figure",
      (p) => p.replace(data, "value: 173600,", "vlaue: 173600,"),
      { rule: "unknown-key", at: [data, "vlaue"], says: /did you mean value/ },
    ],
    [
      "a figure renamed",
      (p) => p.replace(data, "      total: { value: 173600", "      totals: { value: 173600"),
      {
        rule: "unknown-figure",
        at: [english, "{{patents.applications.total}}"],
        says: /did you mean patents\.applications\.totals/,
      },
    ],
    [
      "a number as text",
      (p) => p.replace(data, "value: 173600,", 'value: "173600",'),
      { rule: "wrong-type", at: [data, '"173600"'], says: /number as text/ },
    ],
    [
      "a unit inside the number",
      (p) => p.replace(data, "value: 173600,", "value: 17.36万,"),
      { rule: "wrong-type", at: [data, "17.36万,"] },
    ],
    [
      "a duplicate key",
      (p) =>
        p.replace(
          data,
          "      pct:\n        value: 3200",
          "      total: { value: 1, unit: application }\n      pct:\n        value: 3200",
        ),
      { rule: "duplicate-key", at: [data, "total: { value: 1,"] },
    ],
    [
      "an exponent",
      (p) => p.replace(data, "value: 173600,", "value: 1.736e5,"),
      { rule: "number-form", at: [data, "1.736e5"] },
    ],
    [
      "a leading zero",
      (p) => p.replace(data, "value: 173600,", "value: 0173600,"),
      { rule: "number-form", at: [data, "0173600"], says: /leading zeros/ },
    ],
    ["infinity", (p) => p.replace(data, "value: 173600,", "value: .inf,"), { rule: "number-form", at: [data, ".inf"] }],
    [
      "an alias",
      (p) => p.replace(data, "value: 173600,", "value: &a 173600,"),
      { rule: "yaml-alias", at: [data, "173600, unit"] },
    ],
    ["a tag", (p) => p.replace(data, "value: 173600,", "value: !!float 173600,"), { rule: "yaml-tag" }],
    ["YAML that does not parse", (p) => p.replace(data, "value: 173600,", "value: {173600,"), { rule: "yaml-syntax" }],
    [
      "an unknown unit",
      (p) => p.replace(data, "value: 173600, unit: application", "value: 173600, unit: aplication"),
      { rule: "unknown-unit", at: [data, "aplication"], says: /did you mean application/ },
    ],
    [
      "a value finer than its step",
      (p) => p.replace(data, "value: 173600,", "value: 173650,"),
      { rule: "value-finer-than-step", at: [data, "173650"] },
    ],
    [
      "a negative count",
      (p) => p.replace(data, "value: 173600,", "value: -173600,"),
      { rule: "value-of-kind", at: [data, "-173600"] },
    ],
    [
      "a figure nobody uses",
      (p) =>
        p.replace(
          data,
          "      pct:\n        value: 3200",
          "      spare: { value: 5, unit: application }\n      pct:\n        value: 3200",
        ),
      { rule: "unused-figure", at: [data, "spare:"], says: /patents\.applications\.spare/ },
    ],
    [
      "a zero-width space",
      (p) => p.replace(data, "value: 173600,", "value: 173\u200B600,"),
      { rule: "hidden-character", at: [data, "\u200B"], says: /U\+200B/ },
    ],
    [
      "an erratum of no figure",
      (p) => p.write(data, p.read(data).replace("figure: trademarks.in_force", "figure: trademarks.in_farce")),
      { rule: "unknown-figure", says: /did you mean trademarks\.in_force/ },
    ],
    [
      "an edition in a language that is not there",
      (p) => p.write(data, p.read(data).replace(/editions:[\s\S]*?\n\n/, "editions: [[zh], [en], [fr]]\n\n")),
      { rule: "missing-language", says: /"fr"/ },
    ],
    [
      "two faults at once",
      (p) => {
        p.replace(data, "value: 173600,", "value: 1e3,");
        p.replace(english, "{{trademarks.applications}}", "{{trademarks.aplications}}");
      },
      { rule: "number-form" },
      {
        rule: "unknown-figure",
        at: [english, "{{trademarks.aplications}}"],
        says: /did you mean trademarks\.applications/,
      },
    ],
  ]);
});

describe("templates", () => {
  const tail = (text: string) => (p: Project) => p.write(english, `${p.read(english)}\n${text}\n`);
  cases([
    [
      "a misspelt figure",
      (p) => p.replace(english, "{{trademarks.applications}}", "{{trademark.applications}}"),
      {
        rule: "unknown-figure",
        at: [english, "{{trademark.applications}}"],
        says: /did you mean trademarks\.applications/,
      },
    ],
    ["a block that is not closed", tail("{{#if patents}}open"), { rule: "template-syntax" }],
    ["a mustache that is not closed", tail("{{patents.applications.total"), { rule: "template-syntax" }],
    [
      "an unknown name in #if",
      tail("{{#if patents.nothing}}x{{/if}}"),
      { rule: "unknown-figure", at: [english, "patents.nothing"] },
    ],
    [
      "an unknown name in #each",
      tail("{{#each patents.nothing}}x{{/each}}"),
      { rule: "unknown-figure", at: [english, "patents.nothing"] },
    ],
    [
      "an unknown name inside #each",
      tail("{{#each patents.grants}}{{this.groth}}{{/each}}"),
      { rule: "unknown-figure", at: [english, "{{this.groth}}"] },
    ],
    [
      "an unknown helper",
      tail("{{derection patents.applications.total.growth}}"),
      { rule: "unknown-helper", at: [english, "{{derection"], says: /did you mean direction/ },
    ],
    [
      "an unknown option",
      tail('{{patents.applications.total from="words"}}'),
      { rule: "unknown-option", at: [english, 'from="words"'], says: /did you mean form/ },
    ],
    [
      "a group printed",
      tail("{{patents.applications}}"),
      { rule: "not-a-figure", at: [english, "{{patents.applications}}"] },
    ],
    [
      "a field printed",
      tail("{{patents.applications.total.value}}"),
      { rule: "not-a-figure", at: [english, "{{patents.applications.total.value}}"] },
    ],
    [
      "a prototype's member",
      tail("{{patents.constructor}}"),
      { rule: "unknown-figure", at: [english, "{{patents.constructor}}"] },
    ],
    [
      "a partial that includes itself",
      (p) => {
        p.write("templates/2019/en/_loop.md.hbs", "{{> loop}}");
        tail("{{> loop}}")(p);
      },
      { rule: "partial-cycle" },
    ],
    ["a partial that is not there", tail("{{> nowhere}}"), { rule: "unknown-partial", says: /nowhere/ }],
    [
      "a phrase for another value",
      tail('{{patents.applications.pct form="inaugural"}}'),
      { rule: "form-does-not-fit", at: [english, '{{patents.applications.pct form="inaugural"}}'] },
    ],
    [
      "one number for two unequal figures",
      tail("{{same patents.applications.pct patents.grants.total}}"),
      { rule: "unequal-figures", at: [english, "{{same "] },
    ],
    [
      "one word for two directions",
      (p) => p.replace(data, "step: 100, growth: 8.79", "step: 100, growth: -8.79"),
      { rule: "mixed-directions", at: [english, "{{direction patents.applications.total.growth patents.grants"] },
      { rule: "mixed-directions", at: [chinese, "{{direction patents.applications.total.growth patents.grants"] },
    ],
    [
      "a growth that was not published",
      (p) => p.replace(data, "step: 100, growth: 8.79", "step: 100, growth: null"),
      { rule: "not-published", says: /patents\.grants\.total\.growth/ },
    ],
    ["HTML", tail("text <b>bold</b>"), { rule: "unsupported-markdown", at: [english, "<b>"] }],
    ["an image by path", tail("![x](/etc/passwd)"), { rule: "unsupported-markdown", at: [english, "![x]"] }],
    ["a link to a local file", tail("[x](file:///etc/passwd)"), { rule: "bad-link", at: [english, "[x](file"] }],
    ["a script link", tail("[x](javascript:alert(1))"), { rule: "bad-link" }],
    [
      "an unknown directive",
      tail("::figur[Caption]{#x}"),
      { rule: "unknown-directive", at: [english, "::figur["], says: /did you mean figure/ },
    ],
    [
      "a figure of a chart that is not there",
      (p) => p.replace(english, "chart=ip-creation", "chart=ip-creations"),
      { rule: "unknown-chart", at: [english, "::figure["], says: /did you mean ip-creation/ },
    ],
    [
      "a reference to nothing",
      tail("see :ref{to=nowhere}"),
      { rule: "unknown-reference", at: [english, ":ref{to=nowhere}"] },
    ],
    ["a note without text", tail("word[^7]"), { rule: "stray-markup", at: [english, "[^7]"] }],
    ["bold that does not close", tail("a **b。**c"), { rule: "stray-markup" }],
    ["a table without caption", tail("| a | b |\n| - | - |\n| 1 | 2 |"), { rule: "missing-caption" }],
    ["an id twice", tail("## Again {#creation}"), { rule: "duplicate-id", at: [english, "## Again"] }],
    ["a heading without id", tail("## Head"), { rule: "missing-id", at: [english, "## Head"] }],
    [
      "a heading with nothing below it",
      tail("# Nothing {#nothing}"),
      { rule: "empty-section", at: [english, "# Nothing"] },
    ],
    ["a level left out", tail("### Deep {#deep}"), { rule: "heading-level", at: [english, "### Deep"] }],
    [
      "a bidirectional override",
      tail("abc\u202Edef"),
      { rule: "hidden-character", at: [english, "\u202E"], says: /U\+202E/ },
    ],
    ["a NUL", tail("1\u00002"), { rule: "hidden-character", says: /U\+0000/ }],
    [
      "a character that no font has",
      tail("One line\nand 𓀀 in the next"),
      { rule: "missing-glyph", at: [english, "𓀀"], says: /U\+13000/ },
    ],
  ]);
});

describe("languages", () => {
  cases([
    [
      "a section missing in one language",
      (p) => p.replace(english, "{#creation}", "{#kreation}"),
      { rule: "missing-in-language", at: [english, "# Improvement"], says: /did you mean creation/ },
      { rule: "missing-in-language", at: [chinese, "# "], says: /"creation" is missing in en/ },
    ],
    [
      "a figure missing in one language",
      (p) => p.write(english, p.read(english).replace(/::figure.*\n/, "")),
      { rule: "missing-in-language", at: [chinese, "::figure"], says: /"ip-creation" is missing in en/ },
    ],
    [
      "a number left out in one language",
      (p) => p.write(english, p.read(english).replace("{{plant_varieties.rights_granted}}", "some")),
      { rule: "figure-not-in-language", at: [data, "rights_granted"], says: /not printed in en/ },
    ],
    [
      "no template at all",
      (p) => {
        for (const name of [
          "00-preface",
          "01-creation",
          "02-reform",
          "03-protection",
          "04-utilization",
          "05-services",
          "06-environment",
        ])
          p.write(`templates/2019/en/${name}.md.hbs`, undefined);
      },
      { rule: "no-templates", says: /templates\/2019\/en/ },
    ],
    [
      "a unit without counter",
      (p) => p.write(rules, p.read(rules).replace(/^ {2}CNY:.*\n/m, "")),
      { rule: "missing-unit", says: /CNY/ },
    ],
    [
      "a misspelt key",
      (p) => p.replace(rules, "\nscript:", "\nscrpt:"),
      { rule: "unknown-key", at: [rules, "scrpt:"], says: /did you mean script/ },
    ],
    [
      "a family that is not there",
      (p) => p.write(rules, p.read(rules).replaceAll("Source Serif 4", "Source Serif 5")),
      { rule: "unknown-font", says: /did you mean Source Serif 4/ },
    ],
    [
      "a message missing",
      (p) => p.write(rules, p.read(rules).replace(/^ {2}contents:.*\n/m, "")),
      { rule: "missing-message", says: /messages\.contents/ },
    ],
  ]);
});

describe("charts, style and fonts", () => {
  cases([
    ["a specification that does not parse", (p) => p.write(chart, p.read(chart).slice(0, -4)), { rule: "yaml-syntax" }],
    [
      "a chart naming data that is not there",
      (p) => p.write(chart, p.read(chart).replace('"trademarks.applications"', '"trademarks.aplications"')),
      {
        rule: "unknown-figure",
        at: [chart, '"trademarks.aplications"'],
        says: /did you mean trademarks\.applications/,
      },
    ],
    [
      "a colour that is not there",
      (p) =>
        p.write(
          "templates/2019/style.yaml",
          p.read("templates/2019/style.yaml").replace(/colour: (\w+)/, "colour: nocolour"),
        ),
      { rule: "unknown-colour", at: ["templates/2019/style.yaml", "nocolour"] },
    ],
    ["a changed font file", (p) => p.write("fonts/SourceSans3_400Regular.ttf", "no font"), { rule: "font-changed" }],
    [
      "a missing font file",
      (p) =>
        p.write(
          "fonts/manifest.yaml",
          p.read("fonts/manifest.yaml").replace("SourceSans3_400Regular.ttf", "SourceSans9.ttf"),
        ),
      { rule: "file-missing", at: ["fonts/manifest.yaml", "SourceSans9.ttf"] },
    ],
    [
      "a font path out of the folder",
      (p) =>
        p.write(
          "fonts/manifest.yaml",
          p.read("fonts/manifest.yaml").replace("SourceSans3_400Regular.ttf", "../../x.ttf"),
        ),
      { rule: "wrong-value", at: ["fonts/manifest.yaml", "../../x.ttf"] },
    ],
    [
      "a link out of the project",
      (p) => p.link("templates/2019/en/07-more.md.hbs", "/etc/hostname"),
      { rule: "outside-project", says: /07-more/ },
    ],
    [
      "bytes that are not UTF-8",
      (p) => {
        p.write(english, "");
        p.write(english, undefined);
        p.link(english, "/dev/null");
      },
      { rule: "outside-project" },
    ],
  ]);
});

/** Puts a picture into the issue and places it in both languages, as `figure` says. */
const place = (p: Project, file: string, figure: string, bytes = readFileSync(`test/images/${file}`)): void => {
  p.write(`templates/2019/images/${file}`, bytes);
  for (const prose of [english, chinese]) p.write(prose, `${p.read(prose)}\n::figure[A picture]{${figure}}\n`);
};

/** A face with other embedding rights, which the manifest describes as it is. */
const withRights = (p: Project, bits: number): void => {
  const name = "SourceSans3_400Regular.ttf";
  const bytes = readFileSync(join("fonts", name));
  const entry = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + index * 16).find(
    (at) => bytes.toString("latin1", at, at + 4) === "OS/2",
  ) as number;
  bytes.writeUInt16BE(bits, bytes.readUInt32BE(entry + 8) + 8);
  const manifest = "fonts/manifest.yaml";
  const hash = (of: Uint8Array): string => createHash("sha256").update(of).digest("hex");
  p.replace(manifest, hash(readFileSync(join("fonts", name))), hash(bytes));
  p.write(`fonts/${name}`, bytes);
};

describe("pictures and the press", () => {
  cases([
    [
      "a picture without words for those who cannot see it, and one that is not there",
      (p) => {
        place(p, "grey.png", "#grey image=grey");
        place(p, "rgb.png", '#lost image=rbg alt="Two fields"');
      },
      { rule: "missing-alt-text", at: [english, "::figure[A picture]{#grey"] },
      { rule: "missing-alt-text", at: [chinese, "::figure[A picture]{#grey"] },
      { rule: "unknown-image", at: [english, "::figure[A picture]{#lost"], says: /did you mean rgb/ },
    ],
    [
      "an image in RGB, a picture of 72 dots to the inch, a translucent vector",
      (p) => {
        place(p, "rgb.png", '#rgb image=rgb alt="Two fields" width=6');
        place(p, "grey.png", '#coarse image=grey alt="Two fields" width=28.2');
        const svg = readFileSync("test/images/tokens.svg", "utf8").replace("<path", '<path opacity="0.5"');
        place(p, "tokens.svg", '#soft image=tokens alt="A triangle"', Buffer.from(svg));
      },
      { rule: "rgb-image", at: [english, "::figure[A picture]{#rgb"], says: /rgb\.print\.jpg/ },
      { rule: "low-resolution", at: [chinese, "::figure[A picture]{#coarse"], says: /72 dots.*6 mm/ },
      { rule: "transparent-vector", at: [english, "::figure[A picture]{#soft"], says: /opacity: 0\.5/ },
    ],
    [
      "a face without embedding rights",
      (p) => withRights(p, 0x0002),
      { rule: "font-embedding", at: ["fonts/manifest.yaml", "SourceSans3_400Regular.ttf"], says: /does not allow/ },
    ],
    [
      "a face that may be embedded only whole",
      (p) => withRights(p, 0x0100),
      { rule: "font-embedding", says: /only whole/ },
    ],
    [
      "more ink than the press takes, a profile of the screen and none of its licence",
      (p) => {
        const style = "templates/2019/style.yaml";
        p.write(style, p.read(style).replace(/(ochre: .*cmyk: )\[.*?\]/, "$1[90, 80, 70, 61]"));
        p.replace(style, "profile: ISOcoated_v2_300_bas.icc", "profile: screen.icc");
        const profile = readFileSync("fonts/profiles/ISOcoated_v2_300_bas.icc");
        profile.write("mntrRGB ", 12, "latin1");
        p.write("fonts/profiles/screen.icc", profile);
      },
      { rule: "too-much-ink", at: ["templates/2019/style.yaml", "[90, 80, 70, 61]"], says: /ochre.*301 %/ },
      { rule: "bad-profile", at: ["templates/2019/style.yaml", "screen.icc"], says: /no profile of a press/ },
      { rule: "profile-licence", says: /LICENCE-screen\.txt/ },
    ],
    [
      "two colours that look alike and print in different inks",
      (p) => {
        const style = "templates/2019/style.yaml";
        p.write(style, p.read(style).replace(/(ochre: \{ rgb: )"[^"]*"/, '$1"#1b4f8a"'));
      },
      { rule: "two-inks-for-one", at: ["templates/2019/style.yaml", '{ rgb: "#1b4f8a"'], says: /primary.*ochre/ },
    ],
  ]);
});

it("a finding names the figure's place in the data too", async () => {
  project.write(english, `${project.read(english)}\n{{patents.applications.pct form="inaugural"}}\n`);
  const finding = (await findings()).find(({ rule }) => rule === "form-does-not-fit");
  expect(finding?.related?.[0]?.place.file).toBe(data);
});
