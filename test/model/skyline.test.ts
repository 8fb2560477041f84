import { describe, expect, it } from "vitest";
import type { Document } from "../../src/model/document.ts";
import type { Part } from "../../src/model/edition.ts";
import type { ChartPanel } from "../../src/model/picture.ts";
import { housesOf } from "../../src/model/skyline.ts";

const panel = (...series: (readonly (number | null)[])[]): ChartPanel => ({
  title: "",
  unit: "",
  scale: 1,
  categories: (series[0] ?? []).map((_, index) => `c${index}`),
  series: series.map((values) => ({
    name: "",
    colour: "#000000",
    values,
    texts: values.map(String),
    keys: values.map(() => null),
  })),
});

const part = (panels: readonly ChartPanel[]): Part =>
  ({
    document: { sections: [{ type: "figure", id: "f", caption: [] }] } as unknown as Document,
    pictures: { f: { model: { title: "", kind: "bar", panels } } },
  }) as unknown as Part;

describe("the skyline", () => {
  it("is as high as the chart: values of a panel keep their proportion", () => {
    expect(housesOf(part([panel([50, 100], [100, 200])]))).toEqual([
      [
        { share: 0.25, latest: false },
        { share: 0.5, latest: true },
      ],
      [
        { share: 0.5, latest: false },
        { share: 1, latest: true },
      ],
    ]);
  });

  it("leaves out what is not published, and changes with a corrected figure", () => {
    const [house] = housesOf(part([panel([null], [100])]));
    expect(house).toEqual([{ share: 1, latest: true }]);
    expect(housesOf(part([panel([80, 100])]))).not.toEqual(housesOf(part([panel([81, 100])])));
  });

  it("sets panels lower whose figures are of a smaller order", () => {
    const [small, large] = housesOf(part([panel([10]), panel([1000])]));
    expect(small?.[0]?.share).toBeLessThan(large?.[0]?.share ?? 0);
    expect(large?.[0]?.share).toBe(1);
  });

  it("is empty where a document has no charts", () => {
    expect(housesOf(part([]))).toEqual([]);
    expect(housesOf(part([panel([0, null])]))).toEqual([]);
  });

  it("stays as it was released where nobody would see a difference, and no longer", () => {
    const released = housesOf(part([panel([100_000, 60_000])]));
    const now = (...values: number[]) => housesOf({ ...part([panel(values)]), released });
    expect(now(100_000, 60_100)).toBe(released);
    expect(now(100_000, 61_000)).not.toEqual(released);
    expect(now(100_000, 60_000, 50)).toHaveLength(3);
    expect(now(100_000)).toHaveLength(1);
  });
});
