import { readFileSync } from "node:fs";
import type { Inline, Section } from "../../src/model/document.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Artwork, ImageFile } from "../../src/model/image.ts";
import type { Source } from "../../src/model/source.ts";
import { readSource } from "../../src/read/index.ts";
import { layOut, render, renderPress } from "../../src/write/pdf/index.ts";
import { document, edition, figure, paragraph, picture, place, section, text } from "../write/docx/make.ts";

/** A publication of a few pages in the faces, the style and the English of the project, for tests of finished PDFs. */

let source: Source | undefined;
const readOnce = async (): Promise<Source> => {
  source ??= await readSource(".", "2019", (finding) => {
    throw new Error(finding.message);
  });
  if (!source) throw new Error("the project cannot be read");
  return source;
};

/** A picture file of the tests; its pixels are said to be more or fewer than they are where a test needs it. */
export const image = (name: string, more: Partial<ImageFile> = {}): ImageFile => ({
  file: `images/${name}`,
  format: name.endsWith(".png") ? "png" : "jpeg",
  bytes: readFileSync(`test/images/${name}`),
  width: 80,
  height: 40,
  colour: "grey",
  transparent: false,
  ...more,
});
export const svgImage = (body: string): ImageFile => ({
  file: "images/drawing.svg",
  format: "svg",
  bytes: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="80pt" height="40pt" viewBox="0 0 80 40">${body}</svg>`,
  ),
  width: 80,
  height: 40,
  colour: "rgb",
  transparent: false,
});

const link: Inline = { type: "link", place, url: "https://example.org/", children: [text("a link")] };

/** 80 dots on 6 mm are 339 dots to the inch. */
export const sections = (width = 6): readonly Section[] => [
  section("one", "First chapter", [
    paragraph("one.p1", [text("Words in black ink, and "), link, text(" that paper has not.")]),
    figure("quay", "The quay", { body: { type: "image", name: "quay", place, width }, alt: "Ships at the quay" }),
    figure("drawn", "A chart"),
    section("one-one", "A part", [paragraph("one-one.p1", "More words.")], { level: 2 }),
  ]),
  section("two", "Second chapter", [paragraph("two.p1", "The end.")]),
];

export const smallEdition = async (
  more: { readonly title?: string; readonly quay?: ImageFile; readonly sections?: readonly Section[] } = {},
): Promise<Edition> => {
  const { style, faces, profile, languages } = await readOnce();
  const language = languages.get("en")?.language;
  if (!language || !profile) throw new Error("the project has no English or no profile");
  const quay = more.quay ?? image("grey.png");
  const images = new Map<string, Artwork>([["quay", { name: "quay", screen: quay, press: quay }]]);
  const drawn = {
    ...picture(),
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200"><rect width="90" height="20" fill="#1B4F8A"/><path d="M0 50H90" stroke="#1C1D1F" stroke-width="0.5"/></svg>',
  };
  const made = document("en", more.sections ?? sections());
  const part = {
    document: { ...made, title: more.title ?? made.title },
    language,
    pictures: { drawn },
    images,
  };
  return edition([part], { style, faces, profile });
};

/** Both files of an edition, where they could be made, and what was found. */
export const makeFiles = async (edition: Edition) => {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const laid = await layOut(edition, report);
  const screen = await render(laid, report);
  const pressed = edition.profile && (await renderPress(laid, edition.profile, report));
  return { findings, screen, press: pressed?.bytes, style: edition.style };
};
