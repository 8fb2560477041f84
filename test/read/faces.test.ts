import { createHash } from "node:crypto";
import { create } from "fontkit";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { readFaces } from "../../src/read/faces.ts";
import type { Files } from "../../src/read/files.ts";
import { blanked, flattened, mapped, sound, variable } from "./spoilt-face.ts";

/** One face in a project, its hash right unless said otherwise. */
const read = async (
  bytes: Buffer,
  { script = "Latn", hash = createHash("sha256").update(bytes).digest("hex") } = {},
) => {
  const manifest = `faces:
  - family: Test
    weight: 400
    style: normal
    scripts: [${script}]
    file: test.ttf
    licence: OFL.txt
    sha256: ${hash}
`;
  const files: Files = {
    text: async () => manifest,
    bytes: async () => bytes,
    sha256: () => createHash("sha256").update(bytes).digest("hex"),
    names: async () => ["OFL.txt", "manifest.yaml", "test.ttf"],
  };
  const findings: Finding[] = [];
  const faces = await readFaces(files, "fonts", (finding) => void findings.push(finding));
  return { faces, found: findings.map(({ rule, message, place }) => `${place?.line}:${rule}: ${message}`) };
};

const font = create(sound());
const glyphOf = (character: string): number => font.glyphForCodePoint(character.codePointAt(0) as number).id;

it("a sound face has no findings and is read", async () => {
  const { faces, found } = await read(sound());
  expect(found).toEqual([]);
  expect(faces.map(({ family }) => family)).toEqual(["Test"]);
});

describe("a face that prints blanks", () => {
  it.each([
    ["an empty outline", blanked],
    ["an outline of no width", flattened],
  ])("%s of a digit, a letter and a sign is told with its characters", async (_, spoil) => {
    for (const [character, name] of [
      ["7", "0037"],
      ["é", "00E9"],
      ["%", "0025"],
    ] as const) {
      const { found } = await read(spoil(sound(), glyphOf(character)));
      expect(found).toEqual([
        expect.stringContaining(`6:font-without-ink: test.ttf draws nothing for "${character}" (U+${name})`),
      ]);
    }
  });
  it("spaces draw nothing and are none", async () => {
    expect((await read(blanked(sound(), glyphOf("\u2003")))).found).toEqual([]);
  });
});

describe("a face without some digits", () => {
  const letters = [0x41, 0x5a, glyphOf("A")] as const;
  const nine = [0x30, 0x38, glyphOf("0")] as const;
  it("is told, whatever it is meant for", async () => {
    for (const script of ["Latn", "Hani"]) {
      const { found } = await read(mapped(sound(), [nine, letters]), { script });
      expect(found).toEqual([expect.stringContaining('6:font-without-digits: test.ttf lacks "9" (U+0039)')]);
    }
  });
  it("is right without all of them where another script's face has them", async () => {
    expect((await read(mapped(sound(), [letters]), { script: "Hani" })).found).toEqual([]);
    expect((await read(mapped(sound(), [letters]))).found).toEqual([expect.stringContaining("font-without-digits")]);
  });
});

it("a variable face is told", async () => {
  expect((await read(variable(sound()))).found).toEqual([expect.stringContaining("6:font-variable: test.ttf")]);
});

describe("a file that is no whole face", () => {
  it.each([
    ["text", Buffer.from("It was downloaded from the wrong address.".repeat(40)), "it is no TrueType file"],
    ["a file that was cut off", sound().subarray(0, 100_000), "it is cut off"],
    ["an empty file", Buffer.alloc(0), "it is no TrueType file"],
  ])("%s is told and left out", async (_, bytes, why) => {
    const { faces, found } = await read(bytes);
    expect(found).toEqual([`6:font-unreadable: test.ttf cannot be read: ${why}`]);
    expect(faces).toEqual([]);
  });
  it("is told once where the manifest describes another", async () => {
    const { faces, found } = await read(sound().subarray(0, 100_000), { hash: "f".repeat(64) });
    expect(found).toEqual(["8:font-changed: test.ttf is not the file that the manifest describes"]);
    expect(faces).toEqual([]);
  });
});
