import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../../src/model/finding.ts";
import type { ImageFile } from "../../../src/model/image.ts";
import { write } from "../../../src/pipeline.ts";
import { examinePress, jobTicket } from "../../../src/preflight/press/index.ts";
import { signatures } from "../../../src/write/pdf/press/signatures.ts";
import type { Sheet } from "../../../src/write/pdf/sheet.ts";
import { readPdf } from "../../finished/pdf-text.ts";
import { image, makeFiles, sections, smallEdition, svgImage } from "../../preflight/small-edition.ts";
import { paragraph, place, section } from "../docx/make.ts";

type Files = Awaited<ReturnType<typeof makeFiles>>;

/** A picture that must not be printed is a finding at its figure, and there is no print file; the screen file is made. */
describe("a press does not get", () => {
  const found = async (quay: ImageFile, width?: number) => {
    const { findings, press, screen } = await makeFiles(await smallEdition({ quay, sections: sections(width) }));
    expect(press === undefined).toBe(findings.length > 0);
    expect(screen.length).toBeGreaterThan(0);
    for (const finding of findings) expect(finding).toMatchObject({ severity: "error", place });
    return findings.map(({ rule }) => rule);
  };

  it.each<[string, ImageFile, string]>([
    ["an image in RGB", image("rgb.png", { colour: "rgb" }), "rgb-image"],
    ["a photograph in RGB", image("rgb.jpg", { colour: "rgb" }), "rgb-image"],
    ["an image with a transparent ground", image("grey.png", { transparent: true }), "transparent-image"],
    ["a translucent mark", svgImage('<rect width="9" height="9" fill="#1B4F8A" opacity="0.5"/>'), "transparent-vector"],
    [
      "a translucent fill",
      svgImage('<rect width="9" height="9" style="fill:#1B4F8A;fill-opacity:.5"/>'),
      "transparent-vector",
    ],
    ["a translucent colour", svgImage('<rect width="9" height="9" fill="rgba(27,79,138,0.4)"/>'), "transparent-vector"],
    [
      "a mark that is cut by another",
      svgImage(
        '<defs><clipPath id="c"><rect width="5" height="5"/></clipPath></defs><rect width="9" height="9" clip-path="url(#c)"/>',
      ),
      "transparent-vector",
    ],
    [
      "a line that is too thin",
      svgImage('<g stroke="#1B4F8A" stroke-width="0.8"><path d="M0 0H9" fill="none"/></g>'),
      "thin-line",
    ],
    ["a colour that no token names", svgImage('<rect width="9" height="9" fill="#FF00FF"/>'), "colour-without-ink"],
    ["a colour by a name", svgImage('<rect width="9" height="9" fill="red"/>'), "colour-without-ink"],
  ])("%s", async (_, quay, rule) => {
    expect(await found(quay)).toEqual([rule]);
  });

  it("a picture of 72 dots to the inch", async () => {
    // 80 dots on 28.2 mm; on 6 mm they are 339 to the inch.
    expect(await found(image("grey.png"), 28.2)).toEqual(["low-resolution"]);
    expect(await found(image("grey.png"), 6)).toEqual([]);
  });

  it("a gradient in other than inks: between tokens it is printed", async () => {
    const stops = '<stop offset="0" stop-color="#1B4F8A"/><stop offset="1" stop-color="#FFFFFF"/>';
    const svg = `<defs><linearGradient id="g">${stops}</linearGradient></defs><rect width="60" height="30" fill="url(#g)"/>`;
    expect(await found(svgImage(svg))).toEqual([]);
    const { press, style } = await makeFiles(await smallEdition({ quay: svgImage(svg) }));
    expect(examinePress(press as Uint8Array, style).breaches).toEqual([]);
    expect(await found(svgImage(svg.replace("#FFFFFF", "#FF00FF")))).toEqual(["colour-without-ink"]);
  });

  it("anything else: greys, separations, and the colours of tokens are printed", async () => {
    expect(await found(image("grey.jpg"))).toEqual([]);
    expect(await found(image("cmyk.jpg", { colour: "cmyk" }))).toEqual([]);
    expect(
      await found(svgImage('<rect width="9" height="9" fill="#1b4f8a" stroke="black" stroke-width="2"/>')),
    ).toEqual([]);
  });
});

it("a print file that breaks a promise is not written, whatever was asked for", async () => {
  // Scaled thin inside the picture, which only the finished file shows.
  const thin = svgImage('<g transform="scale(0.01)"><path d="M0 0H900" stroke="#1B4F8A" stroke-width="2"/></g>');
  const findings: Finding[] = [];
  const edition = await smallEdition({ quay: thin });
  const { files } = await write(
    edition,
    ["pdf", "print"],
    (finding) => void findings.push(finding),
    () => {},
  );
  expect(files.map(({ name }) => name)).toEqual(["whitepaper-2030.en.pdf"]);
  expect(findings).toMatchObject([
    { rule: "press-hairline", place: { file: "whitepaper-2030.en.print.pdf", page: 5 } },
  ]);
});

it("a press that holds no thin lines gets its marks thicker", async () => {
  const edition = await smallEdition();
  const coarse = { ...edition, style: { ...edition.style, print: { ...edition.style.print, line: 0.5 } } };
  const { findings, press } = await makeFiles(coarse);
  expect(findings).toEqual([]);
  expect(examinePress(press as Uint8Array, coarse.style).breaches).toEqual([]);
});

it("blank pages fill the sheets before the closing page", () => {
  const sheet = (kind: Sheet["kind"], position: number) => ({ kind, position }) as Sheet;
  const kinds = (pages: readonly (Sheet | undefined)[]) => pages.map((page) => page?.kind ?? "-").join(" ");
  const sheets = [sheet("cover", 1), sheet("body", 3), sheet("closing", 6)];
  expect(kinds(signatures(sheets, 4))).toBe("cover - body - - - - closing");
  expect(kinds(signatures(sheets, 2))).toBe("cover - body - - closing");
  expect(kinds(signatures(sheets.slice(0, 2), 4))).toBe("cover - body -");
});

const folder = mkdtempSync(join(tmpdir(), "whitepaper-press-"));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (program: string, args: readonly string[]) => spawnSync(program, args, { encoding: "utf8" });
const has = (program: string): boolean => run(program, ["--version"]).status === 0;
const without = (program: string): string => (has(program) ? "" : ` (skipped: there is no ${program})`);

describe("the print file", () => {
  const title = 'R&D <"1"> & more';
  let files: Files;
  let press: Uint8Array;
  const file = join(folder, "press.pdf");
  beforeAll(async () => {
    files = await makeFiles(await smallEdition({ title }));
    press = files.press as Uint8Array;
    writeFileSync(file, press);
  });

  it("has the same bytes each time", async () => {
    const again = await makeFiles(await smallEdition({ title }));
    expect(Buffer.from(again.press ?? []).equals(Buffer.from(press))).toBe(true);
  });

  it("has the text of the screen file, and nothing to click", async () => {
    const [printed, shown] = [await readPdf(press), await readPdf(files.screen)];
    expect(printed.pages.filter((text) => text !== "")).toEqual(shown.pages);
    expect(printed.pages.length % 4).toBe(0);
    expect(printed.outline).toEqual([]);
  });

  it("takes any title, and has an identity of its own", async () => {
    expect((await readPdf(press)).info.Title).toBe(title);
    expect(Buffer.from(press).toString("latin1")).toContain("R&amp;D &lt;&quot;1&quot;&gt; &amp; more");
    const id = (bytes: Uint8Array) => /\/ID \[<([0-9a-f]{32})>/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
    expect(id(press)).toMatch(/^[0-9a-f]{32}$/);
    expect(id(press)).not.toBe(id(files.screen));
  });

  it("tells the printer what was measured", async () => {
    const edition = await smallEdition({ title });
    const { survey, breaches } = examinePress(press, edition.style);
    expect(breaches).toEqual([]);
    if (!survey) throw new Error("the file was not read");
    const ticket = JSON.parse(Buffer.from(jobTicket("press.pdf", press, edition, survey)).toString("utf8"));
    expect(ticket).toMatchObject({
      standard: "PDF/X-4",
      pdfVersion: "1.6",
      titles: [{ title }],
      size: { trim: { width: 210, height: 297 }, bleed: { width: 216, beyondTrim: 3 } },
      profile: { condition: "FOGRA39", description: "ISO Coated v2 300% (basICColor)" },
      thinnestLine: { unit: "pt", value: 0.25 },
      images: [{ resolution: 339, colour: "Gray" }],
    });
    const { blank, count } = ticket.pages;
    const empty = (await readPdf(press)).pages.flatMap((text, index) => (text === "" ? [index + 1] : []));
    expect(blank).toEqual(empty);
    expect(count).toBe((await readPdf(press)).pages.length);
    expect(ticket.inks.most.percent).toBeLessThanOrEqual(ticket.inks.limit);
    expect(ticket.inks.colours.map(({ inks }: { inks: number[] }) => inks)).toContainEqual([0, 0, 0, 100]);
  });

  it.skipIf(!has("qpdf"))(`is sound${without("qpdf")}`, () => {
    const { status, stdout, stderr } = run("qpdf", ["--check", file]);
    expect([status, stdout + stderr]).toEqual([0, expect.stringContaining("No syntax or stream encoding errors")]);
  });

  it.skipIf(!has("gs"))(`lays black text on the black plate alone${without("gs")}`, async () => {
    const paragraphs = Array.from({ length: 90 }, (_, index) => paragraph(`long.p${index}`, `Paragraph ${index}.`));
    const long = await makeFiles(await smallEdition({ sections: [section("long", "Long", paragraphs)] }));
    writeFileSync(file, long.press as Uint8Array);
    // A page in the middle of the chapter: text, running head and folio.
    const page =
      (await readPdf(long.press as Uint8Array)).pages.findIndex((text) => text.includes("Paragraph 50.")) + 1;
    const pages = [`-dFirstPage=${page}`, `-dLastPage=${page}`, "-dUseTrimBox"];
    // The share of the page that each plate covers.
    const { stdout } = run("gs", ["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=inkcov", "-o", "-", ...pages, file]);
    const [cyan, magenta, yellow, black] = stdout.trim().split(/\s+/).map(Number);
    expect({ cyan, magenta, yellow }).toEqual({ cyan: 0, magenta: 0, yellow: 0 });
    expect(black).toBeGreaterThan(0);
  });
});
