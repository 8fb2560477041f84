import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, beforeEach, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { openFiles } from "../../src/read/files.ts";
import { readImages } from "../../src/read/images.ts";

const root = mkdtempSync(join(tmpdir(), "whitepaper-"));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  rmSync(join(root, "images"), { recursive: true, force: true });
  mkdirSync(join(root, "images"));
});

const sample = (name: string): Buffer => readFileSync(`test/images/${name}`);
const put = (name: string, bytes: Buffer | string): void => writeFileSync(join(root, "images", name), bytes);

const read = async () => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const hashes = new Map<string, string>();
  const images = await readImages(await openFiles(root, report, hashes), "images", report);
  return { images, hashes, found: findings.map(({ rule, place }) => `${place?.file} ${rule}`), findings };
};

it("reads the size and the colours of PNG, JPEG and SVG", async () => {
  for (const name of ["grey.png", "tokens.svg"]) put(name, sample(name));
  put("photo.png", sample("rgb.png"));
  put("still.jpg", sample("grey.jpg"));
  put("sources.md", "Where they come from.");
  const { images, hashes, found } = await read();
  expect(found).toEqual([]);
  const summary = [...images.values()].map(
    ({ name, screen }) =>
      `${name} ${screen.format} ${screen.colour} ${Math.round(screen.width)}×${Math.round(screen.height)}`,
  );
  // 80 × 40 mm are 227 × 113 pt.
  expect(summary.toSorted()).toEqual([
    "grey png grey 80×40",
    "photo png rgb 80×40",
    "still jpeg grey 80×40",
    "tokens svg rgb 227×113",
  ]);
  expect(hashes.get("images/grey.png")).toMatch(/^[0-9a-f]{64}$/);
});

it("keeps the separation for the press beside the picture for the screen", async () => {
  put("photo.jpg", sample("rgb.jpg"));
  put("photo.print.jpg", sample("cmyk.jpg"));
  const { images, found } = await read();
  expect(found).toEqual([]);
  expect(images.get("photo")).toMatchObject({ screen: { colour: "rgb" }, press: { colour: "cmyk" } });
});

const spoiled = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] as number) ^ 0xff;
  return copy;
};

const svg = (body: string, attributes = 'viewBox="0 0 10 10"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;

it.each<[string, Buffer | string, RegExp]>([
  ["half.png", sample("rgb.png").subarray(0, 900), /ends too soon/],
  ["half.jpg", sample("rgb.jpg").subarray(0, 700), /ends too soon/],
  ["damaged.png", spoiled(sample("rgb.png"), 1500), /damaged/],
  ["no-picture.png", "GIF89a", /no PNG/],
  ["no-picture.jpg", "GIF89a", /no JPEG/],
  ["inks.jpg", Buffer.concat([Buffer.from("ffd8", "hex"), sample("cmyk.jpg").subarray(18)]), /which way its inks/],
  ["no-picture.svg", "<html/>", /no SVG/],
  ["torn.svg", svg("<g>"), /not well-formed/],
  ["endless.svg", svg("", ""), /neither a size nor a viewBox/],
  ["lettering.svg", svg("<text>17.36</text>"), /holds text/],
])("refuses %s", async (name, bytes, message) => {
  put(name, bytes);
  const { images, findings } = await read();
  expect(findings).toMatchObject([{ rule: "unreadable-image", severity: "error", place: { file: `images/${name}` } }]);
  expect(findings[0]?.message).toMatch(message);
  expect(images.size).toBe(0);
});

it("refuses names that are none, and two pictures of one name", async () => {
  put("Photo 1.png", sample("rgb.png"));
  put("scan.tif", "II*");
  put("quay.jpg", sample("rgb.jpg"));
  put("quay.png", sample("rgb.png"));
  expect((await read()).found.toSorted()).toEqual([
    "images/Photo 1.png bad-image-name",
    "images/quay.png duplicate-image",
    "images/scan.tif bad-image-name",
  ]);
});

it("refuses a photograph that has to be turned first", async () => {
  const jpeg = sample("rgb.jpg");
  // Exif with one entry: orientation 6.
  const tiff = Buffer.from("4d4d002a00000008000101120003000000010006000000000000", "hex");
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  put("turned.jpg", Buffer.concat([jpeg.subarray(0, 2), marker, exif, jpeg.subarray(2)]));
  expect((await read()).findings).toMatchObject([
    { rule: "unreadable-image", message: expect.stringContaining("turned") },
  ]);
});

it("refuses a picture in CMYK where there is none for the screen", async () => {
  put("quay.jpg", sample("cmyk.jpg"));
  put("tower.print.jpg", sample("cmyk.jpg"));
  put("tower.jpg", sample("rgb.jpg"));
  expect((await read()).found).toEqual(["images/quay.jpg cmyk-image"]);
});

it("finds in a drawing what cannot be drawn, where it stands", async () => {
  const inner = '\n  <rect width="-4" height="2"/>\n  <circle r="1" fill="url(#gone)"/>\n';
  put("drawing.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5">${inner}</svg>`);
  const { images, findings } = await read();
  expect(images.size).toBe(0);
  expect(findings.map(({ rule, place, message }) => `${place?.line}:${place?.column} ${rule} ${message}`)).toEqual([
    '2:3 unprintable-picture <rect> cannot be drawn: width="-4" is below zero',
    '3:3 unprintable-picture <circle> refers to "gone", which is not there',
  ]);
});

it("reads a drawing of groups in groups to its end", async () => {
  const deep = "<g>".repeat(5000) + "</g>".repeat(5000);
  put("deep.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5">${deep}</svg>`);
  expect((await read()).found).toEqual(["images/deep.svg unprintable-picture"]);
});

it("refuses a picture of more pixels than are printed", async () => {
  const png = sample("grey.png");
  // The header says so; nothing else of the picture is looked at.
  png.writeUInt32BE(12_000, 16);
  png.writeUInt32BE(12_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  put("huge.png", png);
  expect((await read()).found).toEqual(["images/huge.png image-too-large"]);
});
