import { describe, expect, it } from "vitest";
import { compose } from "../../src/compose/index.ts";
import { withLastingIds } from "../../src/compose/lasting/index.ts";
import type { Block, Document } from "../../src/model/document.ts";
import type { Source } from "../../src/model/source.ts";
import { inlineText } from "../../src/model/text.ts";
import { inlinesOf, walkBlocks, walkInlines } from "../../src/model/walk.ts";
import { readSource } from "../../src/read/index.ts";
import { composed, sourceOf } from "./composing.ts";

type Documents = ReadonlyMap<string, Document>;
const data = (total = 1200) => `
courts: { total: { value: ${total}, unit: case }, won: { value: 700, unit: case }, lost: { value: 30, unit: case } }
`;
const document = (prose: string, total?: number): Document =>
  composed(sourceOf({ "01-courts.md.hbs": `# Courts {#courts}\n\n${prose}\n` }, data(total)), ["empty-section"]);
const documents = (prose: Readonly<Record<string, string>>, total?: number): Documents =>
  new Map(Object.entries(prose).map(([lang, text]) => [lang, document(text, total)]));
/** As a release keeps it. */
const kept = (all: Documents): Documents => new Map(JSON.parse(JSON.stringify([...all])));

/** Ids of what is named by its place, each with what it says. */
const names = (of: Document | undefined): readonly string[] => {
  const found: string[] = [];
  const visit = (block: Block): void => {
    if (block.type === "paragraph") found.push(`${block.id} ${inlineText(block.children)}`);
    if (block.type === "list" || block.type === "quote") found.push(block.id);
    if (block.type === "list")
      for (const item of block.items) {
        found.push(item.id);
        for (const child of item.children) visit(child);
      }
    if (block.type === "section" || block.type === "quote") for (const child of block.children) visit(child);
    if (block.type === "table")
      for (const row of [...block.head, ...block.rows])
        found.push(`${row.id} ${row.cells.map((cell) => `${cell.id}=${inlineText(cell.children)}`).join(" ")}`);
    for (const inline of walkInlines(inlinesOf(block))) if (inline.type === "note") found.push(inline.id);
  };
  for (const section of of?.sections ?? []) visit(section);
  return found;
};
const afterwards = (before: string, now: string, total?: number): readonly string[] =>
  names(withLastingIds(documents({ en: now }, total), kept(documents({ en: before }))).get("en"));

const one = "The courts accepted {{courts.total}} in the year under review.";
const two = "Of these, {{courts.won}} were won by those who had brought them.";
const three = "Judges of three instances heard the parties in public sessions.";
const fresh = "A new chamber took up its work.";
const said = (prose: string): string =>
  prose.replace("{{courts.total}}", "1,200 cases").replace("{{courts.won}}", "700 cases");
const prose = (...paragraphs: readonly string[]): string => paragraphs.join("\n\n");

describe("a paragraph keeps its id", () => {
  const before = prose(one, two, three);
  it.each<[string, string, readonly string[]]>([
    ["when nothing changes", before, [`courts.p1 ${one}`, `courts.p2 ${two}`, `courts.p3 ${three}`]],
    [
      "when another is inserted before it",
      prose(one, fresh, two, three),
      [`courts.p1 ${one}`, `courts.p4 ${fresh}`, `courts.p2 ${two}`, `courts.p3 ${three}`],
    ],
    ["when another is taken away", prose(two, three), [`courts.p2 ${two}`, `courts.p3 ${three}`]],
    [
      "when the two beside it are swapped",
      prose(two, one, three),
      [`courts.p2 ${two}`, `courts.p1 ${one}`, `courts.p3 ${three}`],
    ],
    [
      "when it is edited",
      prose(one, "Of these, {{courts.won}} were lost.", three),
      [`courts.p1 ${one}`, "courts.p2 Of these, {{courts.won}} were lost.", `courts.p3 ${three}`],
    ],
    [
      "when it is edited and others come, go and move beside it",
      prose(fresh, three, "Of these, {{courts.won}} were lost."),
      [`courts.p4 ${fresh}`, `courts.p3 ${three}`, "courts.p2 Of these, {{courts.won}} were lost."],
    ],
    [
      "when it goes to another section",
      `${prose(one, three)}\n\n## Judges {#judges}\n\n${prose(fresh, two)}`,
      [`courts.p1 ${one}`, `courts.p3 ${three}`, `judges.p1 ${fresh}`, `courts.p2 ${two}`],
    ],
    [
      "when it goes to another section and is edited there",
      `${prose(one, three)}\n\n## Judges {#judges}\n\n${prose(fresh, two.replace("those", "men"))}`,
      [`courts.p1 ${one}`, `courts.p3 ${three}`, `judges.p1 ${fresh}`, `courts.p2 ${two.replace("those", "men")}`],
    ],
    [
      "when one that says the same is put beside it",
      prose(one, two, three, three),
      [`courts.p1 ${one}`, `courts.p2 ${two}`, `courts.p3 ${three}`, `courts.p4 ${three}`],
    ],
  ])("%s", (_, now, expected) => expect(afterwards(before, now)).toEqual(expected.map(said)));

  it("when its figure is corrected", () =>
    expect(afterwards(prose(one, two), prose(fresh, one, two), 1300)).toEqual([
      `courts.p3 ${fresh}`,
      "courts.p1 The courts accepted 1,300 cases in the year under review.",
      `courts.p2 ${said(two)}`,
    ]));
});

describe("what stands in blocks keeps its id", () => {
  it("items of lists, and what is in them", () =>
    expect(afterwards(`- ${one}\n- ${two}`, `- ${fresh}\n- ${two}\n- ${one}\n`)).toEqual([
      "courts.l1",
      ...["courts.l1.i3", `courts.l1.i3.p1 ${fresh}`],
      ...["courts.l1.i2", `courts.l1.i2.p1 ${said(two)}`],
      ...["courts.l1.i1", `courts.l1.i1.p1 ${said(one)}`],
    ]));

  const table = (head: string, ...rows: readonly string[]): string =>
    [":::table[T]{#tab}", head, head.replace(/[^|]+/g, "---"), ...rows, ":::"].join("\n");
  it("rows and columns of tables", () =>
    expect(
      afterwards(
        table("| Court | Cases |", "| upper | {{courts.won}} |", "| lower | {{courts.lost}} |"),
        table(
          "| Court | Share | Cases |",
          "| middle | 1 | 2 |",
          "| upper | 3 | {{courts.won}} |",
          "| lower | 4 | {{courts.lost}} |",
        ),
      ),
    ).toEqual([
      "tab.h1 tab.h1.c1=Court tab.h1.c3=Share tab.h1.c2=Cases",
      "tab.r3 tab.r3.c1=middle tab.r3.c3=1 tab.r3.c2=2",
      "tab.r1 tab.r1.c1=upper tab.r1.c3=3 tab.r1.c2=700 cases",
      "tab.r2 tab.r2.c1=lower tab.r2.c3=4 tab.r2.c2=30 cases",
    ]));

  it("notes", () =>
    expect(
      afterwards(
        `${one}[^a]\n\n[^a]: ${three}`,
        `${fresh}[^b]\n\nThe courts[^c] accepted {{courts.total}} in the year under review.[^a]\n\n[^a]: ${three}\n\n[^b]: ${two}\n\n[^c]: ${two}`,
      ),
    ).toEqual([
      `courts.p2 ${fresh}`,
      "courts.p2.n1",
      "courts.p1 The courts accepted 1,200 cases in the year under review.",
      "courts.p1.n2",
      "courts.p1.n1",
    ]));

  it("printed figures follow their block, choices too", () => {
    const before = documents({ en: prose(one, `${two}{{#if courts.lost}} Others were not.{{/if}}`) });
    const now = documents({ en: prose(fresh, one, `${two}{{#if courts.lost}} Others were not.{{/if}}`) });
    const lasting = withLastingIds(now, kept(before)).get("en");
    const values = [...walkBlocks(lasting?.sections ?? [])].flatMap((block) =>
      [...walkInlines(inlinesOf(block))].flatMap((inline) => (inline.type === "value" ? [inline.id] : [])),
    );
    expect(values).toEqual(["courts.p1:courts.total", "courts.p2:courts.won"]);
    expect(lasting?.choices.map(({ blocks }) => blocks)).toEqual([["courts.p2"]]);
  });
});

describe("an id is never used twice", () => {
  it("also when what had it is gone since an earlier release", () => {
    const first = withLastingIds(documents({ en: prose(one, two, three) }), new Map());
    const second = withLastingIds(documents({ en: prose(one, two) }), kept(first));
    const third = withLastingIds(documents({ en: prose(one, fresh, two) }), kept(second));
    expect(names(third.get("en"))).toEqual([`courts.p1 ${said(one)}`, `courts.p4 ${fresh}`, `courts.p2 ${said(two)}`]);
    const fourth = withLastingIds(documents({ en: prose(one, two) }), kept(third));
    const fifth = withLastingIds(documents({ en: prose(three, one, two) }), kept(fourth));
    expect(names(fifth.get("en"))[0]).toBe(`courts.p5 ${three}`);
  });

  it("also when another language had it", () => {
    const before = documents({ zh: prose(one, two, three), en: prose(one, two) });
    const now = withLastingIds(documents({ zh: prose(one, two, three), en: prose(one, two, fresh) }), kept(before));
    // What stands third in one language and is missing in the other may be its counterpart; a figure says that it is not.
    expect(names(now.get("en"))[2]).toBe(`courts.p3 ${fresh}`);
    const counted = "Lost were {{courts.lost}}.";
    const first = documents({ zh: prose(one, two, counted), en: prose(one, two) });
    const second = withLastingIds(
      documents({ zh: prose(one, two, counted), en: prose(one, two, `Again ${two}`) }),
      kept(first),
    );
    expect(names(second.get("en"))[2]).toBe(`courts.p4 Again ${said(two)}`);
  });
});

describe("two languages", () => {
  const zh = ["全年受理案件{{courts.total}}。", "其中胜诉{{courts.won}}。", "三级法院公开开庭审理。"];
  const en = [one, two, three];
  const neu = "新设法庭开始工作。";
  const ids = (now: Readonly<Record<string, string>>, before = { zh: prose(...zh), en: prose(...en) }) => {
    const lasting = withLastingIds(documents(now), kept(documents(before)));
    return Object.fromEntries(
      [...lasting].map(([lang, one]) => [
        lang,
        names(one)
          .map((name) => name.split(" ")[0])
          .join(" "),
      ]),
    );
  };
  const z = (order: readonly number[]): readonly string[] => order.map((index) => zh[index] as string);
  const e = (order: readonly number[]): readonly string[] => order.map((index) => en[index] as string);
  it("have one id for what is inserted in both", () =>
    expect(ids({ zh: prose(...z([0]), neu, ...z([1, 2])), en: prose(...e([0]), fresh, ...e([1, 2])) })).toEqual({
      zh: "courts.p1 courts.p4 courts.p2 courts.p3",
      en: "courts.p1 courts.p4 courts.p2 courts.p3",
    }));
  it("keep their ids when one inserts, and the other takes that id when it follows in a later release", () => {
    expect(ids({ zh: prose(...z([0]), neu, ...z([1, 2])), en: prose(...en) })).toEqual({
      zh: "courts.p1 courts.p4 courts.p2 courts.p3",
      en: "courts.p1 courts.p2 courts.p3",
    });
    const first = kept(documents({ zh: prose(...zh), en: prose(...en) }));
    const second = withLastingIds(documents({ zh: prose(...z([0]), neu, ...z([1, 2])), en: prose(...en) }), first);
    const third = withLastingIds(
      documents({ zh: prose(...z([0]), neu, ...z([1, 2])), en: prose(...e([0]), fresh, ...e([1, 2])) }),
      kept(second),
    );
    expect(names(third.get("en"))[1]).toBe(`courts.p4 ${fresh}`);
  });
  it("insert two and one: figures say which is whose", () => {
    const extra = "败诉{{courts.lost}}。";
    expect(
      ids({
        zh: prose(...z([0]), neu, extra, ...z([1, 2])),
        en: prose(...e([0]), "Lost were {{courts.lost}}.", ...e([1, 2])),
      }),
    ).toEqual({
      zh: "courts.p1 courts.p4 courts.p5 courts.p2 courts.p3",
      en: "courts.p1 courts.p5 courts.p2 courts.p3",
    });
  });
  it("delete, move, swap and edit together and apart", () => {
    expect(ids({ zh: prose(...z([0, 2])), en: prose(...e([0, 2])) })).toEqual({
      zh: "courts.p1 courts.p3",
      en: "courts.p1 courts.p3",
    });
    expect(ids({ zh: prose(...z([1, 0, 2])), en: prose(...e([1, 0, 2])) })).toEqual({
      zh: "courts.p2 courts.p1 courts.p3",
      en: "courts.p2 courts.p1 courts.p3",
    });
    expect(ids({ zh: prose(...z([1, 0, 2])), en: prose(...en) })).toEqual({
      zh: "courts.p2 courts.p1 courts.p3",
      en: "courts.p1 courts.p2 courts.p3",
    });
    expect(ids({ zh: prose(...z([2, 0, 1])), en: prose(...e([0, 1]), "Judges heard all parties in public.") })).toEqual(
      {
        zh: "courts.p3 courts.p1 courts.p2",
        en: "courts.p1 courts.p2 courts.p3",
      },
    );
  });
  it("keep the id of what one of them words wholly anew", () =>
    expect(ids({ zh: prose(...zh), en: prose(...e([0, 1]), "Nobody complained.") })).toEqual({
      zh: "courts.p1 courts.p2 courts.p3",
      en: "courts.p1 courts.p2 courts.p3",
    }));
  it("share ids with a language that is new", () => {
    const before = kept(documents({ zh: prose(...z([0]), neu, ...z([1])) }));
    const second = withLastingIds(documents({ zh: prose(neu, ...z([0, 1])) }), before);
    const now = withLastingIds(
      documents({ zh: prose(neu, ...z([0, 1])), en: prose(fresh, ...e([0, 1])) }),
      kept(second),
    );
    const first = (lang: string) => names(now.get(lang)).map((name) => name.split(" ")[0]);
    expect(first("zh")).toEqual(["courts.p2", "courts.p1", "courts.p3"]);
    expect(first("en")).toEqual(first("zh"));
  });
});

describe("the project's own publication", async () => {
  const source = await readSource(".", "2019", () => {});
  if (!source) throw new Error("the publication cannot be read");
  const all = (of: Source): Documents =>
    new Map([...of.languages.keys()].map((lang) => [lang, compose(of, lang, () => {}) as Document]));
  const earlier = kept(all(source));

  it("is named as it was while it is as it was", () => {
    const today = all(source);
    const lasting = withLastingIds(today, earlier);
    for (const [lang, made] of today) expect(lasting.get(lang)?.sections).toStrictEqual(made.sections);
  });

  it("keeps every id but one, whichever paragraph is taken away or put in", () => {
    const [[lang, from] = []] = source.languages;
    if (!lang || !from) throw new Error("there is no language");
    const before = names(earlier.get(lang));
    const changed = (file: string, text: string): readonly string[] => {
      const templates = from.templates.map((template) => (template.file === file ? { ...template, text } : template));
      const variant = { ...source, languages: new Map([...source.languages, [lang, { ...from, templates }]]) };
      const today = compose(variant, lang, () => {}) as Document;
      return names(withLastingIds(new Map([[lang, today]]), earlier).get(lang));
    };
    const longest = from.templates.toSorted((a, b) => b.text.length - a.text.length)[0];
    for (const { file, text } of longest ? [longest] : []) {
      const parts = text.trimEnd().split("\n\n");
      for (const [index, part] of parts.entries()) {
        if (/^[#:]|\n[#:]/.test(part)) continue;
        const without = changed(file, parts.toSpliced(index, 1).join("\n\n"));
        expect(without).toHaveLength(before.length - 1);
        expect(before).toEqual(expect.arrayContaining([...without]));
        const withMore = changed(file, parts.toSpliced(index, 0, "甲乙丙丁戊己。").join("\n\n"));
        const added = withMore.filter((name) => !before.includes(name));
        expect(withMore).toHaveLength(before.length + 1);
        expect(added.map((name) => name.split(" ")[1])).toEqual(["甲乙丙丁戊己。"]);
      }
    }
  }, 60_000);
});
