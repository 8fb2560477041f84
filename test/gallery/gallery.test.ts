import { existsSync, readFileSync, writeFileSync } from "node:fs";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { chartTable } from "../../src/model/chart-table.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { ChartKind } from "../../src/model/picture.ts";
import { drawEverything, type Shown } from "./gallery.ts";
import { barLengths, pointCentres, textsIn } from "./marks.ts";
import { acceptedFile, rasterAtOnePerPoint } from "./raster.ts";

let shown: readonly Shown[];
let findings: readonly Finding[];
beforeAll(async () => {
  ({ shown, findings } = await drawEverything());
});

const kinds: Readonly<Record<string, ChartKind>> = {
  ...{ "ip-creation": "bar", "court-cases": "bar", "procuratorate-cases": "bar", mixed: "bar", ranking: "bar" },
  ...{ columns: "column", balance: "column", stacked: "stacked-column", share: "share" },
  ...{ lines: "line", multiples: "line", dots: "dot" },
};
const names = Object.keys(kinds).flatMap((name) => ["zh", "en"].map((lang) => [name, lang] as const));
const chart = (name: string, lang: string): Shown => {
  const found = shown.find((one) => one.name === name && one.lang === lang);
  if (!found) throw new Error(`${name} was not drawn in ${lang}`);
  return found;
};

it("everything is drawn, in both languages, with nothing found", () => {
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(shown.map(({ name, lang }) => `${name}.${lang}`).toSorted()).toEqual(
    names.map((one) => one.join(".")).toSorted(),
  );
});

/** Values of the data files, read here: key → number as written; null for what is not published. */
const stated = (): ReadonlyMap<string, number | null> => {
  const values = new Map<string, number | null>();
  const visit = (node: unknown, key: string): void => {
    if (typeof node !== "object" || node === null) return;
    if ("value" in node) values.set(key, node.value as number | null);
    for (const [name, part] of Object.entries(node)) {
      const own = key === "" ? name : `${key}.${name}`;
      if (name === "prior" || name === "growth") values.set(own, part as number | null);
      else visit(part, own);
    }
  };
  for (const file of ["data/2019.yaml", "test/gallery/gallery.yaml"])
    visit((parse(readFileSync(file, "utf8")) as { figures: unknown }).figures, "");
  return values;
};

describe.each(names)("%s in %s", (name, lang) => {
  it("looks as it was accepted", async () => {
    const one = chart(name, lang);
    const file = acceptedFile(one);
    expect(existsSync(file), `${file} is missing: look at it with npm run gallery, then -- --accept`).toBe(true);
    const [now, then] = [await rasterAtOnePerPoint(one), PNG.sync.read(readFileSync(file))];
    const { width, height } = then;
    const sameSize = now.width === width && now.height === height;
    const different = sameSize
      ? pixelmatch(now.data, then.data, undefined, width, height, { threshold: 0.15 })
      : width * height;
    if (different > width * height * 0.001 && process.env.CI !== "true")
      writeFileSync(file.replace(/\.png$/, "-changed.png"), PNG.sync.write(now));
    expect(
      different / (width * height),
      `${file} (${now.width} × ${now.height}); if the change is meant: npm run gallery -- --accept`,
    ).toBeLessThanOrEqual(0.001);
  });

  it("model = data: every figure with the value that the data file states", () => {
    const { chart: body, picture } = chart(name, lang);
    const values = stated();
    const series = picture.model.panels.flatMap((panel) => panel.series);
    const modelled = new Map(
      series.flatMap((one) => one.keys.flatMap((key, at) => (key === null ? [] : [[key, one.values[at]] as const]))),
    );
    for (const [key, value] of modelled) {
      if (!key.endsWith(".prior")) expect(value, key).toBe(values.get(key));
      else if (typeof values.get(key) === "number") expect(value, key).toBe(values.get(key));
      else {
        // Derived: within half a step of what the stated change says, or not published like the change.
        const figure = key.slice(0, -".prior".length);
        const growth = values.get(`${figure}.growth`);
        if (typeof growth !== "number") expect(value, key).toBeNull();
        else expect(Number(value) / (Number(values.get(figure)) / (1 + growth / 100)), key).toBeCloseTo(1, 2);
      }
    }
    for (const key of body.keys.filter((one) => !/\.(growth|total)$/.test(one) || values.has(`${one}.growth`)))
      if (!key.endsWith(".growth") && key !== "holders.total") expect([...modelled.keys()]).toContain(key);
  });

  it("picture = model: lengths and places in the SVG are in the proportion of the values", () => {
    const { picture } = chart(name, lang);
    const { kind, panels } = picture.model;
    expect(kind).toBe(kinds[name]);
    const byPlace = kind === "line" || kind === "dot";
    const drawn = byPlace
      ? pointCentres(picture.svg).map(([x, y]) => (kind === "dot" ? x : -y))
      : barLengths(picture.svg, kind === "bar" || kind === "share" ? "x" : "y");
    let at = 0;
    for (const { categories, series } of panels) {
      const values = categories.flatMap((_, index) =>
        series.flatMap((one) => (typeof one.values[index] === "number" ? [one.values[index]] : [])),
      );
      const own = drawn.slice(at, at + values.length);
      at += values.length;
      // Bars are as long as their values; of points, any two stand as far apart as theirs.
      const first = byPlace ? values.indexOf(Math.min(...values)) : -1;
      const [start, zero] = [own[first] ?? 0, values[first] ?? 0];
      const unit = (Math.max(...own) - start) / Math.max(...values.map((value) => Math.abs(value - zero)));
      for (const [index, value] of values.entries())
        expect((own[index] ?? Number.NaN) - start, `${value}`).toBeCloseTo(unit * Math.abs(value - zero), 1);
    }
    expect(drawn).toHaveLength(at);
  });

  it("prints every text of its model, its table and its alternative text", () => {
    const { chart: body, picture, figure, language } = chart(name, lang);
    const printed = textsIn(picture.svg);
    const { columns, groups } = chartTable(body, language);
    for (const { rows } of groups)
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        // The small line charts print first and last years and the last value, and tell the others by their axis.
        if (name !== "multiples") for (const { text } of row) expect(printed.join("\n")).toContain(text);
      }
    for (const { value, full } of body.rows) if (value !== null) expect(figure.alt).toContain(full);
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(
      picture.model.panels.flatMap((panel) => panel.categories).length,
    );
  });

  it("says what it is in its own language, and how large it is in print", () => {
    const { picture, figure, language } = chart(name, lang);
    const [head = ""] = /^<svg.*?<\/desc>/s.exec(picture.svg) ?? [];
    expect(head).toContain(`xml:lang="${language.language}"`);
    expect(head).toContain(`<desc>${figure.alt}</desc>`);
    expect(picture.svg).not.toContain("aria-");
    expect(picture.svg).toMatch(new RegExp(`^<svg [^>]*width="${picture.width}pt" height="${picture.height}pt"`));
    const png = Buffer.from(picture.png);
    expect(Math.abs(png.readUInt32BE(16) - (picture.width * 300) / 72)).toBeLessThan(1);
    expect(png.readUInt32BE(png.indexOf("pHYs") + 4)).toBe(11811);
  });
});

it("axes write numbers as their language does, though one program draws both", () => {
  expect(textsIn(chart("multiples", "zh").picture.svg)).toContain("10000");
  expect(textsIn(chart("multiples", "en").picture.svg)).toContain("10,000");
});
