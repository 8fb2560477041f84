import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { preflightRules } from "../../src/model/rules/preflight.ts";
import type { Style } from "../../src/model/style.ts";
import type { Breach } from "../../src/preflight/breach.ts";
import { examinePress, pressPromises } from "../../src/preflight/press/index.ts";
import type { PdfObject } from "../../src/preflight/reader/object.ts";
import { pagesOf } from "../../src/preflight/reader/pages.ts";
import { screenBreaches } from "../../src/preflight/screen/index.ts";
import { dict, edit, entries, name, type Parts, rewritten, string } from "./rewrite.ts";
import { makeFiles, smallEdition } from "./small-edition.ts";

/** Each promise is broken by a file that breaks it, and only that. */

let press: Uint8Array;
let screen: Uint8Array;
let style: Style;
beforeAll(async () => {
  const made = await makeFiles(await smallEdition());
  expect(made.findings).toEqual([]);
  if (!made.press) throw new Error("there is no print file");
  ({ screen, style } = made);
  press = made.press;
});

const judge = (bytes: Uint8Array): readonly Breach[] => examinePress(bytes, style).breaches;
const rulesOf = (breaches: readonly Breach[]): readonly string[] => [...new Set(breaches.map(({ rule }) => rule))];

// Page 3 of the small edition is its inner title, page 5 the first chapter.
const chapter = 5;
const pageOf = ({ file }: Parts, number = chapter) => {
  const page = pagesOf(file)[number - 1];
  if (!page) throw new Error(`no page ${number}`);
  return page;
};
const root = (parts: Parts) => entries(parts.file, parts.trailer.get("Root"));
const info = (parts: Parts) => entries(parts.file, parts.trailer.get("Info"));
const onPage =
  (change: (content: string) => string, page = chapter) =>
  (parts: Parts): void => {
    const { dict: found } = pageOf(parts, page);
    edit(parts, found.entries.get("Contents"), change);
  };
const paint = (operators: string) => onPage((content) => `${content}\nq ${operators} Q\n`);
const ground = (operators: string) => onPage((content) => `q ${operators} Q\n${content}`);
/** Every dictionary of a file that has a key. */
const withKey = ({ objects, file }: Parts, key: string) =>
  [...objects.values()].filter((object) => file.get(object, key) !== null).map((object) => entries(file, object));
const inXmp = (change: (text: string) => string) => (parts: Parts) => edit(parts, root(parts).get("Metadata"), change);
const setPage =
  (key: string, value: PdfObject) =>
  (parts: Parts): void =>
    void entries(parts.file, pageOf(parts).ref).set(key, value);
/** Both read the XMP: without it, a file names no standard either. */
const together = ["pdf-metadata", "press-standard"];

type Case = readonly [rule: string, what: string, change: (parts: Parts) => void];

const cases: readonly Case[] = [
  ["press-content", "an operator that there is not", paint("1 2 blink")],
  ["press-content", "a state saved and not restored", onPage((content) => `${content}\nq\n`)],
  ["press-content", "a font that the page has not", paint("BT /F99 10 Tf ET")],
  [
    "pdf-font-embedded",
    "faces that are left out",
    (parts) => void withKey(parts, "FontFile2").map((one) => one.delete("FontFile2")),
  ],
  [
    "press-glyph",
    "glyphs without their text",
    (parts) => void withKey(parts, "ToUnicode").map((one) => one.delete("ToUnicode")),
  ],
  ["pdf-encrypted", "encryption", (parts) => void parts.trailer.set("Encrypt", dict({ Filter: name("Standard") }))],
  ["pdf-metadata", "another title", (parts) => void info(parts).set("Title", string("Another"))],
  ["pdf-metadata", "another identity", (parts) => void parts.trailer.set("ID", [string("a"), string("a")])],
  ["pdf-metadata", "XMP that is no XML", inXmp((text) => text.replace("</rdf:RDF>", "& </rdf:RDF>"))],
  ["pdf-metadata", "no XMP", (parts) => void root(parts).delete("Metadata")],
  ["press-output-intent", "no output intent", (parts) => void root(parts).delete("OutputIntents")],
  [
    "press-output-intent",
    "no profile",
    (parts) => void withKey(parts, "DestOutputProfile").map((one) => one.delete("DestOutputProfile")),
  ],
  ["pdf-active", "something that runs when opened", (parts) => void root(parts).set("OpenAction", dict({}))],
  [
    "pdf-active",
    "a script",
    (parts) => void parts.objects.set(9999, dict({ S: name("JavaScript"), JS: string("app.alert(1)") })),
  ],
  ["press-boxes", "a page of another size", setPage("TrimBox", [0, 0, 595.28, 800])],
  ["press-boxes", "no bleed", setPage("BleedBox", [0, 0, 595.28, 841.89])],
  ["press-boxes", "a sheet without room for the bleed", setPage("MediaBox", [0, 0, 595.28, 841.89])],
  ["press-boxes", "an art box", setPage("ArtBox", [0, 0, 595.28, 841.89])],
  [
    "press-page-count",
    "a page too few",
    (parts) => {
      const pages = entries(parts.file, root(parts).get("Pages"));
      pages.set("Kids", (parts.file.resolve(pages.get("Kids")) as readonly PdfObject[]).slice(1));
    },
  ],
  ["press-marks-inside", "a mark across the page", paint("/CS0 CS 1 SCN 100 100 m 200 200 l S")],
  [
    "press-colour-space",
    "a gradient in RGB",
    (parts) => {
      paint("/Sh9 sh")(parts);
      const shading = dict({ ShadingType: 2, ColorSpace: name("DeviceRGB"), Coords: [0, 0, 1, 1] });
      entries(parts.file, pageOf(parts).resources).set("Shading", dict({ Sh9: shading }));
    },
  ],
  ["press-colour-space", "RGB", paint("1 0 0 rg 0 0 10 10 re f")],
  [
    "press-colour-space",
    "a spot colour of its own",
    (parts) => {
      paint("/Gold cs 1 scn 0 0 10 10 re f")(parts);
      const spaces = entries(parts.file, parts.file.get(pageOf(parts).resources, "ColorSpace"));
      spaces.set("Gold", [
        name("Separation"),
        name("Gold"),
        name("DeviceCMYK"),
        dict({ FunctionType: 2, N: 1, Domain: [0, 1] }),
      ]);
    },
  ],
  ["press-total-ink", "four full inks", paint("0.9 0.8 0.7 0.7 k 0 0 10 10 re f")],
  ["press-total-ink", "black text on a ground that is full", ground("0.8 0.7 0.6 0 k 0 0 600 850 re f")],
  [
    "press-rich-black",
    "text in four inks",
    onPage((content) => content.replaceAll("0 0 0 1 scn", "0.5 0.4 0.4 1 scn")),
  ],
  ["press-black-overprint", "text that knocks out", onPage((content) => content.replaceAll("/Over gs", ""))],
  [
    "press-transparency",
    "a ground that shows through",
    (parts) => void withKey(parts, "OPM").map((one) => one.set("ca", 0.5)),
  ],
  [
    "press-transparency",
    "a blend",
    (parts) => void withKey(parts, "OPM").map((one) => one.set("BM", name("Multiply"))),
  ],
  ["press-transparency", "a group", setPage("Group", dict({ S: name("Transparency") }))],
  ["press-hairline", "a line that is thin", paint("0.2 w 100 100 m 200 200 l S")],
  ["press-hairline", "a line that is scaled thin", paint("0.1 0 0 0.1 0 0 cm 1 w 100 100 m 200 200 l S")],
  ["press-image-resolution", "an image blown up", paint("500 0 0 500 0 0 cm /I1 Do")],
  ["press-standard", "another standard", inXmp((text) => text.replace("PDF/X-4", "PDF/X-3"))],
  ["press-standard", "nothing about trapping", (parts) => void info(parts).delete("Trapped")],
  ["press-standard", "a later PDF", (parts) => void Object.assign(parts, { version: "1.7" })],
  [
    "press-output-intent",
    "a profile of the screen",
    (parts) =>
      edit(
        parts,
        withKey(parts, "DestOutputProfile")[0]?.get("DestOutputProfile"),
        (text) => `${text.slice(0, 16)}RGB ${text.slice(20)}`,
      ),
  ],
  ["press-interactive", "a link", setPage("Annots", [dict({ Subtype: name("Link") })])],
  ["press-interactive", "bookmarks", (parts) => void root(parts).set("Outlines", dict({ Count: 3 }))],
];

describe("the print file", () => {
  it("keeps its promises, also when it is put together anew", () => {
    expect(judge(press)).toEqual([]);
    expect(judge(rewritten(press, () => {}))).toEqual([]);
  });

  it("that ends too soon cannot be read", () => {
    expect(rulesOf(judge(press.subarray(0, -100)))).toEqual(["press-content"]);
  });

  it.each(cases)("%s: %s", (rule, _, change) => {
    const found = rulesOf(judge(rewritten(press, change)));
    expect(found).toContain(rule);
    // Nothing else is blamed for it.
    expect(found.filter((one) => one !== rule && !together.includes(one))).toEqual([]);
  });

  it("has no promise that nothing here breaks", () => {
    const broken = cases.map(([rule]) => rule);
    expect(pressPromises.filter((rule) => !broken.includes(rule))).toEqual([]);
  });

  it("is told of by page", () => {
    const [breach] = judge(rewritten(press, paint("1 0 0 rg 0 0 10 10 re f")));
    expect(breach).toMatchObject({ rule: "press-colour-space", page: chapter });
  });
});

it("the screen file keeps what every file promises", () => {
  expect(screenBreaches(screen)).toEqual([]);
  const anothersTitle = rewritten(screen, (parts) => void info(parts).set("Author", string("Nobody")));
  expect(rulesOf(screenBreaches(anothersTitle))).toEqual(["pdf-metadata"]);
});

it("the list of promises is written down", () => {
  const page = readFileSync("src/preflight/README.md", "utf8");
  const { rules } = preflightRules;
  for (const rule of [...pressPromises, ...Object.keys(rules)]) expect(page).toContain(`\`${rule}\``);
});
