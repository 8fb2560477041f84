import { describe, expect, it } from "vitest";
import { screenBreaches } from "../../src/preflight/screen/index.ts";
import { type LaidOut, layOut, render } from "../../src/write/pdf/index.ts";
import type { Element } from "../../src/write/pdf/structure.ts";
import { drawScreen } from "../write/pdf/make.ts";
import { volume } from "../write/pdf/volume.ts";

/** Each promise of the screen file, broken on purpose. */

type Open<T> = { -readonly [K in keyof T]: T[K] };

const first = (element: Element, role: Element["role"]): Open<Element> => {
  const found = find(element, role);
  if (!found) throw new Error(`there is no ${role}`);
  return found;
};
const find = (element: Element, role: Element["role"]): Open<Element> | undefined =>
  element.role === role ? element : element.children.map((child) => find(child, role)).find((one) => one);

const rulesOf = async (spoil: (laid: LaidOut) => void): Promise<readonly string[]> => {
  const { bytes } = await drawScreen(volume(), spoil);
  return [...new Set(screenBreaches(bytes).map(({ rule, message }) => `${rule}: ${message}`))];
};

describe("a screen file is refused", () => {
  it("with words that belong to nothing", async () => {
    const spoil = ({ structure }: LaidOut) => void first(structure, "BlockQuote").children.splice(0);
    // However many stretches the quotation is drawn in.
    const messages = (await rulesOf(spoil)).map((message) => message.replace(/\d+/, "n"));
    expect([...new Set(messages)]).toEqual(["screen-unmarked: content n is not in the tree"]);
  });

  it("with a head that skips a level", async () => {
    const spoil = ({ structure }: LaidOut) => {
      first(structure, "H2").role = "H3";
    };
    expect(await rulesOf(spoil)).toEqual(["screen-headings: a head of level 3 follows one of level 1"]);
  });

  it("with a figure without a text alternative", async () => {
    const spoil = ({ structure }: LaidOut) => {
      first(structure, "Figure").attributes = { alt: " " };
    };
    expect(await rulesOf(spoil)).toEqual(["screen-alternative: a figure has no text alternative"]);
  });

  it("with a table whose heads head nothing, or whose rows have holes", async () => {
    const spoil = ({ structure }: LaidOut) => {
      first(structure, "TH").attributes = {};
    };
    expect(await rulesOf(spoil)).toEqual(["screen-table: a head of a table does not say whose it is"]);
    const hole = ({ structure }: LaidOut) => void first(structure, "TR").children.shift();
    expect(await rulesOf(hole)).toContain("screen-table: the rows of a table do not have the same number of cells");
  });

  it("with a link that says nothing", async () => {
    const spoil = ({ sheets }: LaidOut) => {
      for (const { column } of sheets)
        for (const mark of column)
          if (mark.kind === "text")
            for (const tag of mark.line.tags) if (tag.target) (tag as Open<typeof tag>).says = " ";
    };
    expect(await rulesOf(spoil)).toEqual(["screen-link: a link does not say where it leads"]);
  });

  it("without its claims", async () => {
    const laid = await layOut(volume(), () => {});
    const bytes = await render(laid, () => {}, []);
    expect(screenBreaches(bytes).map(({ message }) => message)).toEqual([
      "the metadata do not say part 1",
      "the metadata do not say part 2",
      "the metadata do not say conformance A",
    ]);
  });

  it("with a character in a picture that its face has not", async () => {
    const spoil = ({ sheets }: LaidOut) => {
      for (const { column } of sheets)
        for (const mark of column)
          if (mark.kind === "picture") (mark as Open<typeof mark>).svg = mark.svg.replace(">120<", ">一<");
    };
    expect(await rulesOf(spoil)).toEqual([
      expect.stringMatching(/^screen-glyph: a character is not in \w+\+SourceSans3/),
    ]);
  });

  it("that cannot be read back", () => {
    expect(screenBreaches(Buffer.from("%PDF-1.7\nnothing")).map(({ rule }) => rule)).toEqual(["screen-structure"]);
  });
});
