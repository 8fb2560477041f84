import { beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "../../src/model/edition.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Style, TypeStyle } from "../../src/model/style.ts";
import { violationRules } from "../../src/model/violations.ts";
import { editionsOf, type Prepared, prepare } from "../../src/pipeline.ts";
import { type LaidOut, layOut, type Settings } from "../../src/write/pdf/index.ts";

/** The publication is set in other sizes and on other pages: no rule of lines and pages may break in any of them. */

const pages = [
  { name: "A4", width: 210, height: 297 },
  { name: "210 × 285 mm", width: 210, height: 285 },
  // 大16开 of Chinese books.
  { name: "185 × 260 mm", width: 185, height: 260 },
] as const;
const sizes = [9, 10, 11, 12, 13];

/** Leading of Han and of western text as a share of the size. */
const leading = { Hani: 1.7, Latn: 1.45 };
const resized = <T extends object>(type: T, size: number, share: number): T & Pick<TypeStyle, "size" | "leading"> => ({
  ...type,
  size,
  leading: Math.round(size * share * 2) / 2,
});

const styleFor = (style: Style, page: (typeof pages)[number], size: number): Style => {
  const latin = style.scripts.Latn ?? {};
  const names = ["body", "runIn", "quote"] as const;
  const base = names.map((name) => [name, resized(style.type[name], size, leading.Hani)]);
  const western = names.map((name) => [name, resized(latin[name] ?? {}, size, leading.Latn)]);
  const margins = page.width < 200 ? { top: 26, bottom: 25, inner: 22, outer: 22 } : style.page.margins;
  return {
    ...style,
    page: { ...style.page, width: page.width, height: page.height, margins },
    type: { ...style.type, ...Object.fromEntries(base) },
    scripts: { ...style.scripts, Latn: { ...latin, ...Object.fromEntries(western) } },
  };
};

let prepared: Prepared;
let editions: readonly Edition[];
beforeAll(async () => {
  const drawn = new Map<string, Uint8Array>();
  const cache = {
    get: async (key: string) => drawn.get(key),
    set: async (key: string, bytes: Uint8Array) => void drawn.set(key, bytes),
  };
  prepared = (await prepare(".", "2019", { cache, report: () => {}, progress: () => {} })) as Prepared;
  editions = editionsOf(prepared, new Date(0));
}, 120_000);

describe.each(pages)("$name", (page) => {
  it.each(sizes)("%d pt: nothing is overfull, loose, torn, stranded or apart in zh, en and zh-en", async (size) => {
    const style = styleFor(prepared.source.style, page, size);
    const settings: Settings = new Map();
    const findings: Finding[] = [];
    for (const edition of editions) {
      const { violations } = await layOut({ ...edition, style }, (one) => void findings.push(one), settings);
      expect(Object.keys(violations)).toEqual([...violationRules]);
      expect(violations, edition.id).toEqual(Object.fromEntries(violationRules.map((rule) => [rule, 0])));
    }
    expect(editions.map(({ id }) => id)).toEqual(["zh", "en", "zh-en"]);
    expect(findings).toEqual([]);
  });
});

describe("lines are shared", () => {
  const bodyOf = ({ sheets }: LaidOut, part: number) =>
    sheets
      .filter((sheet) => sheet.kind === "body" && sheet.part === part)
      .flatMap(({ column }) => column.flatMap((mark) => (mark.kind === "text" ? [mark.line] : [])));
  it("a volume of both languages breaks no paragraph of their bodies again", async () => {
    const settings: Settings = new Map();
    const laid: LaidOut[] = [];
    const known: number[] = [];
    for (const edition of editions) {
      laid.push(await layOut(edition, () => {}, settings));
      known.push((await Promise.all(settings.values())).reduce((sum, { known: all }) => sum + all.size, 0));
    }
    const [zh, en, both] = laid as [LaidOut, LaidOut, LaidOut];
    expect(settings.size).toBe(2);
    // New in the volume is what its cover, its contents' page numbers and its folios say.
    expect((known[2] as number) - (known[1] as number)).toBeLessThan(40);
    for (const [alone, part] of [
      [zh, 0],
      [en, 1],
    ] as const) {
      const lines = bodyOf(alone, 0);
      const shared = bodyOf(both, part);
      expect(shared.length).toBe(lines.length);
      for (const [index, line] of lines.entries())
        expect(shared[index]?.pieces.map(({ shaped }) => shaped)).toEqual(line.pieces.map(({ shaped }) => shaped));
      expect(shared.every((line, index) => line.pieces[0]?.shaped === lines[index]?.pieces[0]?.shaped)).toBe(true);
    }
  });
});
