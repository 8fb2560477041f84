import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { documentSchema } from "../../src/model/document-schema.ts";
import { mm, typeFor } from "../../src/model/style.ts";
import { renderPress } from "../../src/write/pdf/press/render-press.ts";
import { type Located, locate, notesOf, unitsOf } from "./located.ts";
import { type MadeEdition, makeEdition, type Size } from "./make.ts";
import { type ReadEdition, readEdition, type Stretch } from "./reading.ts";

/** Small publications set on pages of several sizes, read back, and held to what a typesetter would check with a ruler. */

const a4: Size = [210, 297];
const names = readdirSync("test/editions").filter((name) => !name.includes("."));
/** Every edition on A4; two of them on other pages too. */
const cases = [
  ...names.map((name) => ({ name, size: a4 })),
  { name: "handbook", size: [210, 285] as Size },
  { name: "parts", size: [176, 250] as Size },
].map((one) => ({ ...one, page: one.size.join(" × ") }));

const pictureWords = /^(head|foot) of w\d+h\d+$/;

describe.each(cases)("$name on $page mm", ({ name, size }) => {
  let made: MadeEdition;
  let read: ReadEdition;
  let parts: readonly {
    readonly located: readonly Located[];
    readonly missing: readonly string[];
    readonly rest: string;
    readonly notes: readonly Stretch[];
    readonly leading: number;
    readonly bodySize: number;
  }[];
  const partOf = (page: number): number => made.laid.sheets[page]?.part ?? 0;
  const kindOf = (page: number) => made.laid.sheets[page]?.kind;

  beforeAll(async () => {
    made = await makeEdition(name, size);
    read = await readEdition(made.pdf);
    parts = made.edition.parts.map((part, index) => {
      const { script } = part.language;
      const { style } = made.edition;
      const noteSize = typeFor(style, "note", script).size;
      const isNote = (one: Stretch) => one.font.includes("Serif") && one.size < noteSize * 1.06;
      const own = read.stretches.filter(
        ({ page, artifact, text }) =>
          !artifact && partOf(page) === index && kindOf(page) === "body" && !pictureWords.test(text.trim()),
      );
      const smallest = noteSize * 0.9;
      const words = own.filter((one) => one.size > smallest && !isNote(one));
      const { leading, size: bodySize } = typeFor(style, "body", script);
      const notes = own.filter((one) => one.size > smallest && isNote(one));
      return { ...locate(words, unitsOf(part.document.sections)), notes, leading, bodySize };
    });
  });

  it("has no findings but those that it is made for", () => {
    expect([...new Set(made.findings.map(({ rule }) => rule))]).toEqual(made.expected);
  });

  it("is made of documents that pass unchanged through JSON and their schema", () => {
    for (const { document } of made.edition.parts)
      expect(documentSchema.parse(JSON.parse(JSON.stringify(document)))).toStrictEqual(document);
  });

  it("says what its documents say, letter for letter, with marks of lists and nothing else between", () => {
    for (const { missing, rest } of parts) {
      const marks = /[•–]|\d+\./gu;
      // A row that is divided is drawn line by line over all its cells: its letters are there in another order.
      const divided = made.expected.includes("row-too-high")
        ? missing.filter((text) => text.startsWith("Endless"))
        : [];
      expect(missing).toEqual(divided);
      const letters = (text: string) => [...text.replace(/\s/gu, "")].toSorted().join("");
      expect(letters(rest.replace(marks, ""))).toBe(letters(divided.join("")));
    }
  });

  it("sets the body on one grid of baselines, the same on every page", () => {
    const top = made.edition.style.page.margins.top * mm;
    for (const { located, leading, bodySize } of parts) {
      const body = located
        .filter(({ kind }) => kind === "paragraph")
        .flatMap(({ lines }) => lines)
        .filter((line) => Math.abs(line.size - bodySize) < 0.01);
      expect(body.length).toBeGreaterThan(20);
      const first = (body[0]?.y ?? 0) - top;
      const places = new Set(
        body.map(({ y }) => {
          const off = (y - top - first) / leading;
          return Math.abs(off - Math.round(off)) < 0.01 ? 0 : y;
        }),
      );
      expect([...places]).toEqual([0]);
    }
  });

  it("leaves no line of a paragraph alone at the foot or the head of a page", () => {
    for (const { located } of parts)
      for (const { id, lines } of located.filter(({ kind }) => kind === "paragraph")) {
        const counts = new Map<number, number>();
        for (const { page } of lines) counts.set(page, (counts.get(page) ?? 0) + 1);
        if (counts.size > 1) expect(Math.min(...counts.values()), id).toBeGreaterThan(1);
      }
  });

  it("keeps a head with two lines of what follows", () => {
    for (const { located } of parts)
      for (const [index, unit] of located.entries()) {
        if (unit.kind !== "head") continue;
        const page = unit.lines.at(-1)?.page;
        expect(new Set(unit.lines.map((line) => line.page)).size, unit.text).toBe(1);
        const next = located.slice(index + 1).find(({ kind }) => kind !== "head");
        const lines = next?.lines.filter((line) => line.page === page) ?? [];
        // What has fewer lines, a caption of a figure or a short paragraph, stands there whole.
        expect(lines.length, unit.text).toBeGreaterThanOrEqual(Math.min(2, next?.lines.length ?? 0));
      }
  });

  it("sets each caption below its figure, on the same page, with its note and source", () => {
    const figures = made.edition.parts.flatMap((part, index) =>
      unitsOf(part.document.sections)
        .filter(({ kind }) => kind === "caption")
        .map(({ id }) => ({ id, part: index })),
    );
    expect(figures.length).toBeGreaterThan(0);
    for (const { id, part } of figures) {
      const located = parts[part]?.located ?? [];
      const caption = located.find((unit) => unit.kind === "caption" && unit.id === id)?.lines ?? [];
      const [first] = caption;
      const picture = read.stretches.filter((one) => one.page === first?.page && pictureWords.test(one.text.trim()));
      const foot = picture.filter((one) => one.text.startsWith("foot") && one.y < (first?.y ?? 0)).at(-1);
      const head = picture.filter((one) => one.text.startsWith("head") && one.y < (foot?.y ?? 0)).at(-1);
      expect(head && foot, id).toBeTruthy();
      expect((first?.y ?? 0) - (foot?.y ?? 0), id).toBeLessThan(40);
      expect(new Set(caption.map((line) => line.page)).size, id).toBe(1);
      let above = caption.at(-1);
      for (const credit of located.filter((unit) => unit.kind === "credit" && unit.id === id)) {
        expect(
          credit.lines.every((line) => line.page === above?.page),
          id,
        ).toBe(true);
        expect(credit.lines[0]?.y, id).toBeGreaterThan(above?.y ?? 0);
        above = credit.lines.at(-1);
      }
    }
  });

  it("repeats the head of a table on each of its pages and tears no row that fits a page", () => {
    for (const [part, { located }] of parts.entries()) {
      const tables = located.filter(({ kind }) => kind === "table-head");
      expect(tables.length).toBeGreaterThan(0);
      for (const head of tables) {
        const rows = located.filter((unit) => unit.kind === "row" && unit.id === head.id);
        const caption = located.find((unit) => unit.kind === "table-caption" && unit.id === head.id);
        expect(caption?.lines.at(-1)?.page).toBe(head.lines[0]?.page);
        expect(rows[0]?.lines[0]?.page).toBe(head.lines[0]?.page);
        const torn = rows.filter((row) => new Set(row.lines.map((line) => line.page)).size > 1);
        expect(torn.length).toBeLessThanOrEqual(made.expected.includes("row-too-high") && head.id === "high" ? 1 : 0);
        const later = new Set(rows.flatMap((row) => row.lines.map((line) => line.page)));
        later.delete(head.lines[0]?.page ?? -1);
        for (const page of later) {
          const repeated = read.stretches.filter((one) => one.page === page && one.artifact && partOf(page) === part);
          const printed = repeated.map((one) => one.text.replace(/\s/gu, "")).join("");
          expect(printed).toContain(head.printed);
          const heads = repeated.filter((one) => head.printed.startsWith(one.text.replace(/\s/gu, "")));
          const below = rows.flatMap((row) => row.lines).filter((line) => line.page === page);
          expect(Math.max(...heads.map((one) => one.y))).toBeLessThan(Math.min(...below.map((line) => line.y)));
        }
      }
    }
  });

  it("sets notes at the foot of the page that calls them", () => {
    for (const [index, part] of made.edition.parts.entries()) {
      const { notes, located } = parts[index] as (typeof parts)[number];
      const printed = notes.map((one) => one.text.replace(/[\s\u00AD]/gu, "")).join("");
      expect(printed).toBe(notesOf(part.document).join("").replace(/\s/gu, ""));
      const small = typeFor(made.edition.style, "note", part.language.script).size * 0.9;
      for (const page of new Set(notes.map((one) => one.page))) {
        const called = read.stretches.filter(
          (one) => one.page === page && one.size < small && /^\d+$/.test(one.text.trim()),
        );
        const numbers = notes.filter((one) => one.page === page && /^\d+$/.test(one.text.trim()));
        expect(numbers.map((one) => one.text.trim())).toEqual(called.map((one) => one.text.trim()));
        const words = located.flatMap(({ lines }) => lines).filter((line) => line.page === page);
        const top = Math.min(...notes.filter((one) => one.page === page).map((one) => one.y));
        expect(Math.max(...words.map((line) => line.y))).toBeLessThan(top);
      }
    }
  });

  it("prints the page labels of what cross-references point to", () => {
    for (const { located } of parts)
      for (const unit of located) {
        if (!unit.text.includes("\uFFFC")) continue;
        const [before = "", ...others] = unit.text.replace(/\s/gu, "").split("\uFFFC");
        let rest = unit.printed.slice(before.length);
        for (const following of others) {
          const number = following === "" ? rest : rest.slice(0, rest.indexOf(following));
          rest = rest.slice(number.length + following.length);
          expect(read.labels, unit.id).toContain(number);
        }
      }
    const printed = [...parts.flatMap(({ located }) => located)].map(({ printed }) => printed).join("\n");
    const pageOf = (part: number, id: string) =>
      read.labels[parts[part]?.located.find((unit) => unit.id === id && unit.kind !== "row")?.lines[0]?.page ?? -1];
    if (name === "handbook") {
      expect(printed).toContain(`ChapterIIonpage${pageOf(0, "figures")}`);
      expect(printed).toContain(`Table1onpage${pageOf(0, "entries")}`);
      expect(printed).toContain(`Figure6onpage${pageOf(0, "fig5")}`);
    }
    if (name === "register") expect(printed).toContain(`第二章（第${pageOf(0, "figs")}页）`);
    if (name === "parts") expect(printed).toContain(`SieheSeite${pageOf(0, "numbers")}`);
  });

  it("numbers the pages in front in Roman numerals, the body in Arabic, and prints folios outside", () => {
    const body = made.laid.sheets.findIndex(({ kind }) => kind === "body");
    expect(read.labels[body]).toBe("1");
    for (const label of read.labels.slice(0, body)) expect(label).toMatch(/^[ivxlc]+$/);
    for (const label of read.labels.slice(body)) expect(label).toMatch(/^\d+$/);
    const height = size[1] * mm;
    for (const [page, label] of read.labels.entries()) {
      const foot = read.stretches.filter(
        (one) => one.page === page && one.artifact && one.y > height - made.edition.style.page.margins.bottom * mm,
      );
      if (kindOf(page) !== "body" && kindOf(page) !== "contents") {
        expect(foot).toEqual([]);
        continue;
      }
      expect(foot.map((one) => one.text)).toEqual([label]);
      const recto = (made.laid.sheets[page]?.position ?? 0) % 2 === 1;
      const [folio] = foot as [Stretch];
      const middle = folio.x + folio.width / 2;
      expect(middle > (size[0] * mm) / 2).toBe(recto);
    }
  });

  it("prints the title over versos, the chapter over rectos, and nothing over openers", () => {
    for (const [page, sheet] of made.laid.sheets.entries()) {
      const head = read.stretches.filter(
        (one) => one.page === page && one.artifact && one.y < made.edition.style.page.margins.top * mm - 8,
      );
      const text = head.map((one) => one.text).join("");
      const { document } = made.edition.parts[sheet.part] as (typeof made.edition.parts)[number];
      const begins = parts[sheet.part]?.located.some(
        (unit) => unit.kind === "head" && unit.lines[0]?.page === page && unit.lines[0].size > 18,
      );
      if (sheet.kind !== "body" || begins || read.labels[page] === "1") expect(text).toBe("");
      else if (sheet.position % 2 === 0) expect(text).toBe(document.title);
      else {
        const chapters = unitsOf(document.sections).filter(({ kind }) => kind === "head");
        // A title longer than the line is cut between words.
        const short = text.endsWith("…") ? text.slice(0, -1) : undefined;
        const named = chapters.some((head) => head.text === text || (short && head.text.startsWith(`${short} `)));
        expect(named, text).toBe(true);
      }
    }
    if (name === "handbook") expect(read.stretches.some((one) => one.artifact && one.text.endsWith("…"))).toBe(true);
  });

  it("begins each chapter on a recto", () => {
    const openers = parts.flatMap(({ located }) =>
      located.filter(({ kind, lines }) => kind === "head" && (lines[0]?.size ?? 0) > 18),
    );
    expect(openers.length).toBeGreaterThanOrEqual(made.edition.parts.length);
    for (const { lines, text } of openers)
      expect((made.laid.sheets[lines[0]?.page ?? -1]?.position ?? 0) % 2, text).toBe(1);
  });
});

describe("a print file", () => {
  it("has mirrored margins; the screen file has the column in the middle of each page", async () => {
    const { laid, pdf } = await makeEdition("register", a4);
    const file = "fonts/profiles/ISOcoated_v2_300_bas.icc";
    const profile = { file, bytes: readFileSync(file), sha256: "", description: "" };
    const pressed = await renderPress(laid, profile, () => {});
    const { margins } = laid.edition.style.page;
    expect(margins.inner).not.toBe(margins.outer);
    /** Left edge of the column of each page that is full of text, by its leftmost and its rightmost stretch. */
    const edges = async (bytes: Uint8Array) => {
      const { stretches } = await readEdition(bytes);
      const pages = [...new Set(stretches.map(({ page }) => page))];
      return pages.flatMap((page) => {
        const body = stretches.filter((one) => one.page === page && one.font.includes("SerifSC"));
        return body.length < 10 ? [] : [{ page, left: Math.min(...body.map(({ x }) => x)) }];
      });
    };
    const press = await edges(pressed?.bytes ?? new Uint8Array());
    const rectos = press.filter(({ page }) => page % 2 === 0).map(({ left }) => left);
    const versos = press.filter(({ page }) => page % 2 === 1).map(({ left }) => left);
    expect(rectos.length * versos.length).toBeGreaterThan(0);
    for (const left of rectos) expect(left).toBeCloseTo(rectos[0] ?? 0, 1);
    for (const left of versos) expect(left - (rectos[0] ?? 0)).toBeCloseTo((margins.outer - margins.inner) * mm, 1);
    const screen = await edges(pdf);
    for (const { left } of screen) expect(left).toBeCloseTo(screen[0]?.left ?? 0, 1);
    expect(new Set(screen.map(({ page }) => page % 2)).size).toBe(2);
  });

  it("has blank versos without furniture", async () => {
    const { laid } = await makeEdition("register", a4);
    const file = "fonts/profiles/ISOcoated_v2_300_bas.icc";
    const profile = { file, bytes: readFileSync(file), sha256: "", description: "" };
    const pressed = await renderPress(laid, profile, () => {});
    const { stretches } = await readEdition(pressed?.bytes ?? new Uint8Array());
    const positions = new Set(laid.sheets.map(({ position }) => position));
    const blank = (pressed?.blank ?? []).filter((position) => !positions.has(position));
    expect(blank.length).toBeGreaterThan(0);
    // Printer's marks name the file and the page outside the trim.
    const inside = stretches.filter((one) => blank.includes(one.page + 1) && one.size > 7);
    expect(inside).toEqual([]);
  });
});
