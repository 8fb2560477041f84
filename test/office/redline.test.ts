import { describe, expect, it } from "vitest";
import type { Inline } from "../../src/model/document.ts";
import { list, paragraph, place, quote, runIn, section, table, text, value } from "../write/docx/make.ts";
import { changes, fileOf, proved, revisionsIn } from "./redlines.ts";

const p = (id: string, words: string | readonly Inline[]) => paragraph(id, words);
const total = (printed: string) => value("patents.total", printed);
const note = (words: string | readonly Inline[], id = ""): Inline => ({
  type: "note",
  place,
  id,
  number: 1,
  children: typeof words === "string" ? [text(words)] : words,
});

describe("words", () => {
  it("strikes a changed figure and nothing beside it", async () => {
    const line = (printed: string) => [
      p("one.p1", [text("专利申请量"), total(printed), text("，专利授权量10.06万件。")]),
    ];
    expect(await changes(line("17.36万件"), line("17.37万件"))).toEqual(["-17.36万件", "+17.37万件"]);
  });

  it("leaves unchanged figures in their controls", async () => {
    const line = (words: string) => [p("one.p1", [text(words), total("173,600"), text(" patents.")])];
    const [old, own] = await Promise.all([
      fileOf([section("one", "First", line("In all "))]),
      fileOf([section("one", "First", line("Altogether "))]),
    ]);
    const { bytes } = await proved(old, own);
    expect(revisionsIn(bytes)).toEqual(["-In all", "+Altogether"]);
    expect(new TextDecoder().decode((await import("fflate")).unzipSync(bytes)["word/document.xml"])).toContain(
      "w:dataBinding",
    );
  });

  it("tells changed words one by one, and figures each by itself", async () => {
    expect(
      await changes(
        [p("one.p1", "The number of grants rose slowly to 12.5% in March.")],
        [p("one.p1", "The number of grants fell quickly to 13.5% in April.")],
      ),
    ).toEqual(["-rose slowly", "+fell quickly", "-12.5%", "+13.5%", "-March", "+April"]);
    expect(
      await changes(
        [p("one.p1", [total("15.54%"), text(" "), value("b", "8.79%")])],
        [p("one.p1", [total("15.6%"), text(" "), value("b", "8.8%")])],
      ),
    ).toEqual(["-15.54%", "+15.6%", "-8.79%", "+8.8%"]);
  });

  it("never strikes a part of a number", async () => {
    expect(await changes([p("one.p1", "Some 1,234,567 people")], [p("one.p1", "Some 1,234,568 people")])).toEqual([
      "-1,234,567",
      "+1,234,568",
    ]);
  });

  it("sees no change where a typed number is printed from a figure now", async () => {
    expect(
      await changes(
        [p("one.p1", "Grants: 173,600 in all.")],
        [p("one.p1", [text("Grants: "), total("173,600"), text(" in all.")])],
      ),
    ).toEqual([]);
  });

  it("strikes emphasis that came or went with its words", async () => {
    const strong: Inline = { type: "strong", place, children: [text("never")] };
    expect(
      await changes(
        [p("one.p1", [text("It "), text("never"), text(" ends.")])],
        [p("one.p1", [text("It "), strong, text(" ends.")])],
      ),
    ).toEqual(["-never", "+never"]);
  });

  it("keeps links and what stands in them", async () => {
    const link = (words: string, url = "https://example.org/"): Inline => ({
      type: "link",
      place,
      url,
      children: [text(words)],
    });
    expect(
      await changes(
        [p("one.p1", [text("See "), link("the old list"), text(".")])],
        [p("one.p1", [text("See "), link("the new list"), text(".")])],
      ),
    ).toEqual(["-old", "+new"]);
    expect(await changes([p("one.p1", [link("list")])], [p("one.p1", [link("list", "https://example.net/")])])).toEqual(
      ["-list", "+list"],
    );
    expect(await changes([p("one.p1", "See it.")], [p("one.p1", [text("See "), link("the list"), text(".")])])).toEqual(
      ["-it", "+the list"],
    );
  });
});

describe("structure", () => {
  const [a, b, c] = [p("one.a", "Alpha stays."), p("one.b", "Beta comes and goes."), p("one.c", "Gamma stays.")];
  it.each([
    ["in the middle", [a, c], [a, b, c]],
    ["at the beginning", [b, c], [a, b, c]],
    ["at the end", [a, b], [a, b, c]],
  ])("a paragraph %s, in both directions", async (_, few, many) => {
    const added = many.find((one) => !few.includes(one));
    const words = added?.type === "paragraph" ? added.children[0] : undefined;
    const printed = words?.type === "text" ? words.text : "";
    expect((await changes(few, many)).filter((one) => !one.endsWith("Change")).toSorted()).toEqual(
      [`+${printed}`, "+¶"].toSorted(),
    );
    expect((await changes(many, few)).filter((one) => !one.endsWith("Change")).toSorted()).toEqual(
      [`-${printed}`, "-¶"].toSorted(),
    );
  });

  it("the only paragraph of a chapter, replaced", async () => {
    expect(await changes([p("one.x", "Before.")], [p("one.y", "After.")])).toEqual(["-Before", "+After"]);
  });

  it("paragraphs that change places go and come", async () => {
    expect((await changes([a, b, c], [b, a, c])).filter((one) => !one.endsWith("Change"))).toHaveLength(4);
  });

  it("a quote, a list, an item of a list", async () => {
    const items = (...words: string[]) =>
      list(
        "one.l",
        words.map((word) => [p(`one.l.${word}`, word)]),
        { ordered: true },
      );
    await changes([a, c], [a, quote("one.q", [b]), c]);
    await changes([a, items("red", "green", "blue"), c], [a, items("red", "blue"), c]);
    await changes([a, items("red", "blue")], [a, items("red", "green", "blue")]);
    await changes([a, items("green", "blue")], [a, items("red", "green", "blue")]);
    await changes([a, items("red", "green", "blue"), c], [a, c]);
    await changes([items("red", "green")], [items("green", "red")]);
    await changes(
      [items("red"), b, list("one.m", [[p("one.m.x", "x")]], { ordered: true })],
      [b, list("one.m", [[p("one.m.x", "x")], [p("one.m.y", "y")]], { ordered: true })],
    );
  });

  it("a section, display and run-in, and its head", async () => {
    await changes([a, runIn("two", "Second", [b])], [a, runIn("two", "Other", [b])]);
    await changes([a], [a, runIn("two", "Second", [b])]);
    await changes([a, runIn("two", "Second", [b]), runIn("three", "Third", [c])], [a, runIn("three", "Third", [c])]);
    await changes([a, runIn("two", "Second", [b])], [a, section("two", "Second", [b], { level: 2 })]);
  });

  it("chapters that come and go, first, middle and last, with contents", async () => {
    const chapters = ["one", "two", "three"].map((id) =>
      section(id, `Chapter ${id}`, [p(`${id}.p`, `Words of ${id}.`)]),
    );
    const all = await fileOf(chapters);
    for (const gone of [0, 1, 2]) {
      const few = await fileOf(chapters.filter((_, index) => index !== gone));
      await proved(all, few);
      await proved(few, all);
    }
  });

  it("a title of a chapter, in the head, the contents and the running head", async () => {
    const before = await fileOf([section("one", "First things", [a])]);
    const after = await fileOf([section("one", "Last things", [a])]);
    expect(revisionsIn((await proved(before, after)).bytes)).toEqual(["-First", "+Last", "-First", "+Last"]);
  });
});

describe("tables", () => {
  const rows = (...cells: readonly (readonly string[])[]) => table("one.t", "Table", [["Region", "Patents"]], cells);
  const [north, south, west] = [
    ["North", "10"],
    ["South", "20"],
    ["West", "30"],
  ] as const;
  it("a cell", async () => {
    expect(await changes([rows(north, south)], [rows(north, ["South", "21"])])).toEqual(["-20", "+21"]);
  });

  it.each([
    ["first", [south, west]],
    ["middle", [north, west]],
    ["last", [north, south]],
  ] as const)("the %s row, in both directions", async (_, few) => {
    const words = (sign: string) => [`${sign}row`, expect.any(String), expect.any(String)];
    expect(
      (await changes([rows(...few)], [rows(north, south, west)])).filter((one) => !one.endsWith("Change")),
    ).toEqual(words("+"));
    expect(
      (await changes([rows(north, south, west)], [rows(...few)])).filter((one) => !one.endsWith("Change")),
    ).toEqual(words("-"));
  });

  it("a row among others that changed", async () => {
    const made = await changes([rows(north, south)], [rows(["North", "11"], west, ["South", "22"])]);
    expect(made.filter((one) => !one.endsWith("Change"))).toEqual(["-10", "+11", "+row", "+West", "+30", "-20", "+22"]);
  });

  it("a whole table, with words before and behind, and alone", async () => {
    const [a, c] = [p("one.a", "Alpha."), p("one.c", "Gamma.")];
    await changes([a, c], [a, rows(north), c]);
    await changes([a, rows(north), c], [a, c]);
    await changes([a, rows(north)], [a]);
    await changes([a], [a, rows(north)]);
    await changes([rows(north)], [a]);
  });

  it("a column", async () => {
    const wide = table("one.t", "Table", [["Region", "Patents", "Marks"]], [["North", "10", "5"]]);
    await changes(
      [p("one.a", "Alpha."), rows(north), p("one.c", "Gamma.")],
      [p("one.a", "Alpha."), wide, p("one.c", "Gamma.")],
    );
  });

  it("a paragraph right before a table without caption", async () => {
    const bare = table("one.t", "", [], [["a", "b"]]);
    const [a, b] = [p("one.a", "Alpha."), p("one.b", "Beta.")];
    await changes([a, b, bare], [a, bare]);
    await changes([a, bare], [a, b, bare]);
    await changes([a, b, bare], [a, p("one.d", "Delta."), bare]);
  });
});

describe("notes", () => {
  const line = (...notes: Inline[]) => [
    p("one.p1", [text("Words"), ...notes, text(" and more.")]),
    p("one.p2", [text("Further"), note("Stays.", "one.p2.n1"), text(".")]),
  ];
  const inNotes = async (before: Parameters<typeof changes>[0], after: Parameters<typeof changes>[0]) => {
    const [old, own] = await Promise.all([
      fileOf([section("one", "First", before)]),
      fileOf([section("one", "First", after)]),
    ]);
    const { bytes } = await proved(old, own);
    return [revisionsIn(bytes), revisionsIn(bytes, "word/footnotes.xml")];
  };
  it("words and figures in a note", async () => {
    expect(
      await inNotes(
        line(note([text("Of "), total("10"), text(" in all.")], "one.p1.n1")),
        line(note([text("Of "), total("11"), text(" in all.")], "one.p1.n1")),
      ),
    ).toEqual([[], ["-10", "+11"]]);
  });
  it("a note that comes, goes, or is another", async () => {
    expect(await inNotes(line(), line(note("New.", "one.p1.n1")))).toEqual([["+[note]"], ["+ New."]]);
    expect(await inNotes(line(note("Old.", "one.p1.n1")), line())).toEqual([["-[note]"], ["- Old."]]);
    await inNotes(line(note("Old.", "one.p1.n1")), line(note("New.", "one.p1.n2")));
    await inNotes(line(), [p("one.p2", [text("Further.")])]);
  });
});
