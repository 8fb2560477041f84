import { beforeAll, describe, expect, it } from "vitest";
import { Drawing } from "../../src/preflight/drawing/content.ts";
import { Digests } from "../../src/preflight/drawing/digest.ts";
import { type DrawnPage, drawnPages } from "../../src/preflight/drawing/index.ts";
import { type PdfFile, readPdf } from "../../src/preflight/reader/file.ts";
import { isArray, isStream, type PdfDict, type PdfObject, type PdfStream } from "../../src/preflight/reader/object.ts";
import { type Page, pagesOf } from "../../src/preflight/reader/pages.ts";
import { decode } from "../../src/preflight/reader/stream.ts";
import { dict, edit, entries, name, type Parts, rewritten } from "./rewrite.ts";
import { image, makeFiles, sections, smallEdition } from "./small-edition.ts";

/**
 * Two pages count as the same only if both draw the same: whatever is changed in what is drawn must be seen, on its page
 * and on no other; whatever nobody sees must not.
 */

let screen: Uint8Array;
let press: Uint8Array;
// The first chapter: in print a blank page stands before it.
const [onScreen, inPrint] = [3, 4];
beforeAll(async () => {
  const made = await makeFiles(await smallEdition());
  screen = made.screen;
  press = made.press as Uint8Array;
}, 60_000);

/** 0-based numbers of the pages that draw otherwise. */
const differing = (one: readonly DrawnPage[], other: readonly DrawnPage[]): readonly number[] => {
  expect(other).toHaveLength(one.length);
  return one.flatMap(({ drawing }, index) => (drawing === other[index]?.drawing ? [] : [index]));
};
const spoilt = (bytes: Uint8Array, change: (parts: Parts) => void): readonly number[] =>
  differing(drawnPages(bytes), drawnPages(rewritten(bytes, change)));

const pageIn = (file: PdfFile, page: number): Page => pagesOf(file)[page] as Page;
const pageEntries = ({ file }: Parts, page: number) => entries(file, pageIn(file, page).ref);
const editPage = (page: number, change: (text: string) => string) => (parts: Parts) =>
  edit(parts, pageIn(parts.file, page).dict.entries.get("Contents"), (text) => {
    const changed = change(text);
    if (changed === text) throw new Error("nothing was changed");
    return changed;
  });

/** Changes one bit of a stream. */
const spoilBytes = (number: number, at: number) => (parts: Parts) =>
  edit(parts, { type: "ref", number, generation: 0 }, (text) => {
    const code = text.charCodeAt(at) ^ 1;
    return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
  });
const nameIs = (object: PdfObject | undefined, wanted: string): boolean =>
  typeof object === "object" && object !== null && "type" in object && object.type === "name" && object.name === wanted;
const numberOf = (file: PdfFile, holds: (stream: PdfStream) => boolean): number => {
  const found = [...file.objects].find(([, object]) => isStream(object) && holds(object));
  if (!found) throw new Error("there is no such stream");
  return found[0];
};
/** Dictionaries of a kind, to be changed in place. */
const dicts = ({ file }: Parts, holds: (of: Map<string, PdfObject>) => boolean): readonly Map<string, PdfObject>[] =>
  [...file.objects.values()].flatMap((object) => {
    const found = object as PdfDict | null;
    if (typeof found !== "object" || found === null || found.type !== "dict") return [];
    return holds(found.entries as Map<string, PdfObject>) ? [found.entries as Map<string, PdfObject>] : [];
  });

/** Draws a page's content with one match of a pattern after another replaced; the matches whose replacement nobody saw. */
const unnoticed = (bytes: Uint8Array, number: number, pattern: RegExp, replace: (match: string) => string) => {
  const file = readPdf(bytes);
  const { content, resources } = pageIn(file, number);
  const text = Buffer.from(content ?? "").toString("latin1");
  const drawing = new Drawing(new Digests(file));
  const draw = (changed: string): string => drawing.of(Buffer.from(changed, "latin1"), resources);
  const before = draw(text);
  const matches = [...text.matchAll(pattern)];
  return {
    tried: matches.length,
    missed: matches.filter(({ index, 0: match }) => {
      const changed = text.slice(0, index) + replace(match) + text.slice(index + match.length);
      return draw(changed) === before;
    }),
  };
};

describe("what is seen is told", () => {
  it("each glyph", () => {
    const other = (code: string): string => (code === "0041" ? "0042" : "0041");
    const { tried, missed } = unnoticed(press, inPrint, /(?<=[<0-9a-f])[0-9a-f]{4}(?=(?:[0-9a-f]{4})*>)/g, other);
    expect(tried).toBeGreaterThan(40);
    expect(missed).toEqual([]);
  });

  it("each number: places, sizes, inks", () => {
    const more = (match: string): string => String(Number(match) + 0.25);
    const { tried, missed } = unnoticed(press, inPrint, /(?<=^|[\s[>])-?\d+(?:\.\d+)?(?=[\s\]<])/gm, more);
    expect(tried).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });

  it("each operator", () => {
    const { tried, missed } = unnoticed(press, inPrint, /(?<=\s)(?:f|S|n|W|re|l|m|Tj|TJ|Tm|cm|gs|q)(?=\n)/g, () => "i");
    expect(tried).toBeGreaterThan(50);
    expect(missed).toEqual([]);
  });

  it("something more, and something less", () => {
    expect(
      spoilt(
        press,
        editPage(inPrint, (text) => `${text}\n0 0 9 9 re f`),
      ),
    ).toEqual([inPrint]);
    expect(
      spoilt(
        press,
        editPage(inPrint, (text) => text.replace(/\n[^\n]*TJ/, "")),
      ),
    ).toEqual([inPrint]);
  });

  it.each(["MediaBox", "BleedBox", "TrimBox", "CropBox", "ArtBox"])("the page's %s", (box) => {
    expect(spoilt(press, (parts) => void pageEntries(parts, inPrint).set(box, [0, 0, 300, 301]))).toEqual([inPrint]);
  });

  it("its rotation", () => {
    expect(spoilt(press, (parts) => void pageEntries(parts, inPrint).set("Rotate", 90))).toEqual([inPrint]);
  });

  it("the outline of each glyph, by any of its bytes", () => {
    const file = readPdf(press);
    const programs = [...file.objects].filter(([, object]) => isStream(object) && isProgram(file, object));
    expect(programs.length).toBeGreaterThan(1);
    for (const [number, object] of programs) {
      const bytes = Buffer.from(decode(file, object as PdfStream) as Uint8Array);
      const glyphs = glyphRanges(bytes);
      expect(glyphs.length).toBeGreaterThan(5);
      for (const [start, end] of glyphs.slice(1)) {
        const at = start + Math.floor((end - start) / 2);
        expect(spoilt(press, spoilBytes(number, at)).length, `${number} ${start}`).toBeGreaterThan(0);
      }
    }
  }, 60_000);

  it("another advance", () => {
    const wider = (parts: Parts): void => {
      for (const descendant of dicts(parts, (of) => of.has("W"))) {
        const list = parts.file.resolve(descendant.get("W"));
        if (!isArray(list)) throw new Error("no widths");
        descendant.set(
          "W",
          list.map((item) => (isArray(item) ? item.map((width) => (width as number) + 1) : item)),
        );
      }
    };
    expect(spoilt(press, wider)).toContain(inPrint);
  });

  it("a picture of pixels, bit by bit and as a whole", async () => {
    const pixels = numberOf(readPdf(press), ({ dict: { entries: of } }) => nameIs(of.get("Subtype"), "Image"));
    expect(spoilt(press, spoilBytes(pixels, 40))).toEqual([inPrint]);
    const other = await makeFiles(await smallEdition({ quay: image("grey.jpg") }));
    expect(differing(drawnPages(screen), drawnPages(other.screen))).toEqual([onScreen]);
  });

  it("overprinting, and what the inks mean", () => {
    const knocked = (parts: Parts): void => {
      for (const state of dicts(parts, (of) => of.get("op") === true)) state.set("op", false);
    };
    expect(spoilt(press, knocked)).toContain(inPrint);
    const profile = numberOf(readPdf(press), ({ dict: { entries: of } }) => of.get("N") === 4);
    expect(spoilt(press, spoilBytes(profile, 400))).toEqual(drawnPages(press).map((_, index) => index));
  });

  it("a comment on the page, a frame around a link", () => {
    const note = dict({ Type: name("Annot"), Subtype: name("Square"), Rect: [0, 0, 9, 9] });
    expect(spoilt(screen, (parts) => void pageEntries(parts, onScreen).set("Annots", [note]))).toEqual([onScreen]);
    const framed = (parts: Parts): void => {
      for (const link of dicts(parts, (of) => nameIs(of.get("Subtype"), "Link"))) link.set("Border", [0, 0, 1]);
    };
    expect(spoilt(screen, framed)).toContain(onScreen);
  });
});

describe("what nobody sees is not", () => {
  it("numbers of objects, how streams are packed, names of resources", () => {
    const renamed = (parts: Parts): void => {
      const fonts = entries(parts.file, parts.file.get(pageIn(parts.file, inPrint).resources, "Font"));
      const [first = ""] = fonts.keys();
      fonts.set("Renamed", fonts.get(first) as PdfObject);
      fonts.delete(first);
      editPage(inPrint, (text) => text.replaceAll(`/${first} `, "/Renamed "))(parts);
    };
    expect(spoilt(press, () => {})).toEqual([]);
    expect(spoilt(press, renamed)).toEqual([]);
  });

  it("marks of the structure, labels of pages, what the file says of itself", () => {
    const renumbered = editPage(onScreen, (text) => text.replace(/MCID \d+/g, "MCID 7"));
    expect(spoilt(screen, renumbered)).toEqual([]);
    const bare = ({ file, trailer }: Parts): void => {
      for (const key of ["PageLabels", "StructTreeRoot", "Metadata"]) entries(file, trailer.get("Root")).delete(key);
    };
    expect(spoilt(screen, bare)).toEqual([]);
  });

  it("where a link leads", () => {
    const elsewhere = (parts: Parts): void => {
      for (const link of dicts(parts, (of) => nameIs(of.get("Subtype"), "Link"))) link.delete("Dest");
    };
    expect(spoilt(screen, elsewhere)).toEqual([]);
  });

  it("what stands on other pages, though the faces hold other glyphs then; and the bytes are the same", async () => {
    const [first, second] = sections();
    const words = "Quite other words: Zürich, Þingvellir, ŵŷ, 1234567890, QXZ @ # and so on.";
    const paragraph = { ...second?.children[0], children: [{ type: "text", place: second?.place, text: words }] };
    const edited = [first, { ...second, children: [paragraph] }] as unknown as ReturnType<typeof sections>;
    const other = await makeFiles(await smallEdition({ sections: edited }));
    const files = [
      [press, other.press as Uint8Array],
      [screen, other.screen],
    ] as const;
    for (const [one, changed] of files) {
      const [before, after] = [drawnPages(one), drawnPages(changed)];
      expect(differing(before, after)).toHaveLength(1);
      for (const [index, { drawing, stream }] of before.entries())
        expect(drawing === after[index]?.drawing).toBe(stream === after[index]?.stream);
    }
  });
});

/** A stream that a font descriptor names. */
const isProgram = (file: PdfFile, stream: PdfObject): boolean =>
  [...file.objects.values()].some((object) => file.get(object, "FontFile2") === stream);

/** Where the outlines of the glyphs of a TrueType program stand that draw something. */
const glyphRanges = (bytes: Buffer): readonly (readonly [number, number])[] => {
  const table = (tag: string): number => {
    for (let index = 0; index < bytes.readUInt16BE(4); index++)
      if (bytes.toString("latin1", 12 + 16 * index, 16 + 16 * index) === tag)
        return bytes.readUInt32BE(20 + 16 * index);
    throw new Error(tag);
  };
  const long = bytes.readInt16BE(table("head") + 50) === 1;
  const count = bytes.readUInt16BE(table("maxp") + 4);
  const at = (glyph: number): number =>
    table("glyf") +
    (long ? bytes.readUInt32BE(table("loca") + 4 * glyph) : 2 * bytes.readUInt16BE(table("loca") + 2 * glyph));
  return Array.from({ length: count }, (_, glyph) => [at(glyph), at(glyph + 1)] as const).filter(([a, b]) => b > a);
};
