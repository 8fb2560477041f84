import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Artwork, ImageFile } from "../../../src/model/image.ts";
import { write } from "./judges.ts";
import { edition, english, figure, part, place, section } from "./make.ts";
import { all, openPackage } from "./package.ts";

const photo: ImageFile = {
  file: "images/photo.jpg",
  format: "jpeg",
  bytes: readFileSync("test/images/rgb.jpg"),
  width: 80,
  height: 40,
  colour: "rgb",
  transparent: false,
};
const images = new Map<string, Artwork>([["photo", { name: "photo", screen: photo, press: photo }]]);

it("places an image in its width, with the text for those who cannot see it", async () => {
  const body = { type: "image", name: "photo", place, width: 60 } as const;
  const quay = figure("quay", "The quay", { body, alt: "Ships at the quay" });
  const { bytes, findings } = await write(edition([part(english, [section("one", "First", [quay])], { images })]));
  expect(findings).toEqual([]);
  const { files, xml } = openPackage(bytes);
  const media = Object.entries(files).filter(([name]) => name.startsWith("word/media/"));
  expect(media.map(([, one]) => Buffer.from(one).equals(photo.bytes))).toEqual([true]);
  const [drawing] = all(xml("word/document.xml"), "wp:docPr").filter((one) => one.getAttribute("descr"));
  expect(drawing?.getAttribute("descr")).toBe("Ships at the quay");
  // 60 mm in EMU of 1/914400 inch, to the pixel.
  const extent = all(xml("word/document.xml"), "wp:extent").find((one) => Number(one.getAttribute("cy")) > 1e6);
  expect(Number(extent?.getAttribute("cx")) / 36000).toBeCloseTo(60, 0);
  expect(Number(extent?.getAttribute("cy")) / 36000).toBeCloseTo(30, 0);
});
