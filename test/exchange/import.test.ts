import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { exported, type FrenchProject, frenchProject, record, source, target } from "./french/project.ts";
import { inUnit, translated } from "./french/translator.ts";
import { french } from "./french/words.ts";

/** What comes back from a translator: what is good is written, what is not is found with its place and left as it was. */

let project: FrenchProject;
let sent: string;
const file = `${exported}/01-registry.xlf`;
beforeAll(async () => {
  project = await frenchProject();
  sent = project.read(file);
});
afterEach(() => project.restore());
afterAll(() => project.remove());

const comesBack = (text: string): string => {
  for (const path of [target, record, `${exported}/export.json`]) project.write(path, project.read(path));
  project.write(file, text);
  return project.file("01-registry.xlf");
};
const all = translated("", {}) === "" ? french : french;
const template = (): string => project.read(target);
/** file:line:column of a text in a file, counted here. */
const placeIn = (text: string, marker: string) => {
  const before = text.slice(0, text.indexOf(marker)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

describe("a translation that comes back", () => {
  it("is written into the template beside its comments, line ends and markup", async () => {
    const { code, stderr } = await project.whitepaper("translate", "import", comesBack(translated(sent, all)));
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stderr).toContain("fr: 11 taken, 0 confirmed, 0 refused, 0 as they were; 2 files written");
    expect(template()).toBe(
      [
        "# Le registre {#registry}",
        "",
        "En {{period}}, l’office a reçu {{patents.applications.total}} pour un **brevet**.",
        'Les tribunaux ont reçu {{courts.cases.accepted}}, soit {{courts.cases.accepted.growth sign="said"}} {{direction courts.cases.accepted.growth}}, {{!-- ask the courts --}}et en ont jugé {{courts.cases.concluded}}[^1].{{#if courts.cases.concluded}} On les connaît.{{/if}}',
        "",
        "::figure[Les affaires devant les tribunaux]{#court-cases chart=court-cases}",
        "",
        "## Tableaux {#tables .run-in}",
        "",
        "Voir :ref{to=registry} & la *loi*.",
        "",
        ":::table[Affaires, {{courts.cases.accepted}} en tout]{#sums}",
        "| Nature     | Nombre                   |",
        "| -------- | ------------------------ |",
        "| Reçues | {{courts.cases.accepted}} |",
        ":::",
        "",
        "[^1]: Comme le disent les [tribunaux](https://example.org/courts).",
        "",
      ].join("\n"),
    );
    expect(
      JSON.parse((await project.whitepaper("translate", "status", "fr", "--format", "json")).stdout).languages[0]
        .chapters[2],
    ).toMatchObject({
      name: "registry",
      counts: { translated: 11, stale: 0, missing: 0, extra: 0 },
    });
  });

  it("changes nothing where nothing was translated", async () => {
    const before = [template(), project.read(record)];
    const { stderr } = await project.whitepaper("translate", "import", comesBack(sent));
    expect(stderr).toContain("0 taken, 0 confirmed, 0 refused, 11 as they were; 0 files written");
    expect([template(), project.read(record)]).toEqual(before);
  });

  it("is taken in once, and may be sent out again over itself", async () => {
    await project.whitepaper("translate", "import", comesBack(translated(sent, all)));
    const done = template();
    expect((await project.whitepaper("translate", "import", project.file("01-registry.xlf"))).stderr).toContain(
      "0 taken, 0 confirmed, 0 refused, 11 as",
    );
    const { code, stderr } = await project.whitepaper("translate", "export", "fr");
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(project.read(file)).toContain('<target state="translated">Le registre</target>');
    expect((await project.whitepaper("translate", "import", project.file("01-registry.xlf"))).stderr).toContain(
      "0 files written",
    );
    expect(template()).toBe(done);
  });

  it("is not written over by an export before it was taken in", async () => {
    const work = translated(sent, all);
    comesBack(work);
    const found = await project.findings("translate", "export", "fr");
    expect(found).toEqual([expect.objectContaining({ rule: "export-changed", place: { file, line: 1, column: 1 } })]);
    expect(project.read(file)).toBe(work);
  });

  it("keeps what was edited by hand meanwhile", async () => {
    await project.whitepaper("translate", "import", comesBack(translated(sent, all)));
    await project.whitepaper("translate", "export", "fr");
    const again = project.read(file);
    project.write(target, template().replace("la *loi*", "la **loi**").replace("Le registre", "Le Registre"));
    const edited = template();
    // Untouched by the translator: the edit stays.
    expect((await project.whitepaper("translate", "import", project.file("01-registry.xlf"))).stderr).toContain(
      "11 as they were",
    );
    const found = await project.findings(
      "translate",
      "import",
      comesBack(translated(again, { "registry.1": "Registre" })),
    );
    expect(found).toEqual([expect.objectContaining({ rule: "edited-meanwhile" })]);
    expect(template()).toBe(edited);
  });

  it("confirms a stale translation that its translator calls done, and takes equal words when they are meant", async () => {
    await project.whitepaper("translate", "import", comesBack(translated(sent, { ...all, "sums.2": "Kind" })));
    const counts = async () =>
      JSON.parse((await project.whitepaper("translate", "status", "fr", "--format", "json")).stdout).languages[0]
        .chapters[2].counts;
    expect(await counts()).toMatchObject({ translated: 11, missing: 0 });
    project.replace(source, "See :ref", "See also :ref");
    expect(await counts()).toMatchObject({ translated: 10, stale: 1 });
    await project.whitepaper("translate", "export", "fr");
    const stale = project.read(file);
    expect(stale).toContain('state="needs-adaptation"');
    expect(stale).toContain(
      '<note from="change">See {+also +}{ref:registry} &amp; the {emphasis}law{/emphasis}.</note>',
    );
    expect(stale).toMatch(/<alt-trans alttranstype="previous-version">\s*<source>See <x id="ref:registry"/);
    await project.whitepaper("translate", "import", comesBack(stale.replace("needs-adaptation", "translated")));
    expect(await counts()).toMatchObject({ translated: 11, stale: 0 });
  });
});

/** What a translator or a tool may do to a unit, and what must be found; the code of the figure in registry.2. */
const x = /<x id="patents.applications.total"[^>]*>/;
const inTarget = (unit: string, change: (target: string) => string): string =>
  unit.replace(/<target[^>]*>[\s\S]*?<\/target>/, change);
const faults: readonly (readonly [what: string, unit: string, change: (unit: string) => string, rule: string])[] = [
  ["a lost figure", "registry.2", (unit) => inTarget(unit, (t) => t.replace(x, "173 600")), "lost-code"],
  [
    "a figure of another unit",
    "registry.2",
    (unit) => inTarget(unit, (t) => t.replace("</target>", '<x id="courts.cases.accepted"/></target>')),
    "added-code",
  ],
  [
    "a doubled figure",
    "registry.2",
    (unit) => inTarget(unit, (t) => t.replace(x, (code) => code + code)),
    "doubled-code",
  ],
  [
    "a figure that became another",
    "registry.2",
    (unit) => inTarget(unit, (t) => t.replace('"patents.applications.total"', '"patents.applications.sum"')),
    "changed-code",
  ],
  ["a lost emphasis", "registry.2", (unit) => inTarget(unit, (t) => t.replace(/<g [^>]*>|<\/g>/g, "")), "lost-code"],
  [
    "tags swapped",
    "registry.3",
    (unit) => inTarget(unit, (t) => t.replace(/(<x id="if:[^>]*>)(.*)(<x id="end-if"[^>]*>)/, "$3$2$1")),
    "torn-pair",
  ],
  [
    "a typed number",
    "registry.2",
    (unit) => inTarget(unit, (t) => t.replace("l’office", "l’office, au nombre de 12,")),
    "typed-numeral",
  ],
  ["a missing term", "registry.2", (unit) => inTarget(unit, (t) => t.replace("brevet", "titre")), "missing-term"],
  ["a forbidden term", "registry.2", (unit) => inTarget(unit, (t) => t.replace("brevet", "patente")), "forbidden-term"],
  [
    "a typed mark of the template",
    "registry.2",
    (unit) => inTarget(unit, (t) => t.replace("l’office", "{{office}}")),
    "typed-code",
  ],
  [
    "an invisible character",
    "registry.2",
    (unit) => inTarget(unit, (t) => t.replace("l’office", "l’of\u200Bfice")),
    "hidden-character",
  ],
  [
    "a sentence without end",
    "registry.2",
    (unit) => inTarget(unit, (t) => t.replace(".</target>", "</target>")),
    "open-sentence",
  ],
  [
    "an unknown unit",
    "registry.2",
    (unit) => unit.replace('id="registry.2"', 'id="registry.99"').replace("there were", "there had been"),
    "unknown-translation-unit",
  ],
  ["a source that was changed", "registry.2", (unit) => unit.replace("there were", "there had been"), "source-changed"],
];

describe("seeded faults", () => {
  it.each(faults)("%s is found at its place, and everything else is taken", async (_, id, change, rule) => {
    const text = inUnit(translated(sent, all), id, change);
    const before = template();
    const found = await project.findings("translate", "import", comesBack(text));
    const path = project.file("01-registry.xlf");
    expect(found.filter(({ severity }) => severity === "error")).toEqual([expect.objectContaining({ rule })]);
    const [finding] = found;
    const start = text.indexOf(`id="${rule === "unknown-translation-unit" ? "registry.99" : id}"`);
    expect(finding?.place).toEqual({
      file: path,
      ...placeIn(text.slice(0, start) + text.slice(start).replace("<target", "\u0000"), "\u0000"),
    });
    if (rule !== "unknown-translation-unit") {
      expect(finding?.related?.[0]).toMatchObject({ message: "its source", place: { file: source } });
      expect(finding?.texts?.fr).toBeDefined();
    }
    // The unit stays in the words of the source; the others are French.
    const line = before
      .split("\n")
      .find((own) => own.includes(id === "registry.2" ? "there were" : "Courts accepted")) as string;
    expect(template()).toContain(line);
    expect(template()).toContain("# Le registre");
    expect(template()).toContain("Voir :ref{to=registry}");
  });

  it("says in a warning that figures changed places, and takes them", async () => {
    const text = translated(sent, {
      ...all,
      "registry.3":
        french["registry.3"]
          ?.replace("{courts.cases.accepted}", "{A}")
          .replace("{courts.cases.concluded}{note:1}", "{courts.cases.accepted}{note:1}")
          .replace("{A}", "{courts.cases.concluded}") ?? "",
    });
    const found = await project.findings("translate", "import", comesBack(text));
    expect(found).toEqual([expect.objectContaining({ rule: "figures-reordered", severity: "warning" })]);
    expect(template()).toContain("Les tribunaux ont reçu {{courts.cases.concluded}}");
  });
});

describe("files that cannot be taken", () => {
  const only = async (text: string) => project.findings("translate", "import", comesBack(text));

  it("torn: found where it breaks, nothing taken", async () => {
    const before = template();
    const text = translated(sent, all);
    const cut = text.slice(0, text.indexOf("Tableaux"));
    const found = await only(cut);
    expect(found).toEqual([expect.objectContaining({ rule: "xliff-torn" })]);
    expect(found[0]?.place.line).toBeGreaterThan(20);
    expect(template()).toBe(before);
  });

  it("of another project: one finding for all of it", async () => {
    const other = translated(sent, all)
      .replace(/id="(registry|court-cases|tables|sums)\./g, 'id="other.')
      .replace(/<source>/g, "<source>Another ");
    expect(await only(other)).toEqual([expect.objectContaining({ rule: "foreign-file" })]);
  });

  it.each([
    ["another version", (text: string) => text.replace('version="1.2"', 'version="1.1"'), "xliff-version"],
    [
      "another language",
      (text: string) => text.replace('target-language="fr"', 'target-language="it"'),
      "wrong-language",
    ],
    [
      "another source",
      (text: string) => text.replace('source-language="en-US"', 'source-language="de"'),
      "wrong-language",
    ],
    ["no XLIFF", () => "<html/>", "foreign-format"],
    ["entities", (text: string) => text.replace("<xliff", '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff'), "xliff-torn"],
  ] as const)("%s", async (_, change, rule) =>
    expect(await only(change(translated(sent, all)))).toEqual([expect.objectContaining({ rule })]),
  );

  it("not there, or in another encoding", async () => {
    expect(await project.findings("translate", "import", "nowhere.xlf")).toEqual([
      expect.objectContaining({ rule: "file-missing" }),
    ]);
    const path = comesBack(sent);
    writeFileSync(path, Buffer.from(readFileSync(path, "utf8").replace("registry", "registré"), "latin1"));
    expect(await project.findings("translate", "import", path)).toEqual([
      expect.objectContaining({ rule: "not-utf-8" }),
    ]);
  });

  it("with ten thousand units, most of them unknown: told in some words, the known ones taken", async () => {
    const one = /<trans-unit id="registry\.1"[\s\S]*?<\/trans-unit>\n/.exec(sent)?.[0] ?? "";
    const many = Array.from({ length: 10_000 }, (_, n) =>
      one.replace('"registry.1"', `"gone.${n}"`).replace(/The registry/g, `Gone ${n}`),
    ).join("");
    const text = translated(sent, all).replace("    </body>", () => `${many}    </body>`);
    const found = await only(text);
    expect(found).toHaveLength(21);
    expect(found.at(-1)?.message).toMatch(/^9980 more units/);
    expect(template()).toContain("# Le registre");
  });
});

describe("units that the source has gained", () => {
  it("go where the source has them: a sentence, a row, a section; nothing else moves", async () => {
    await project.whitepaper("translate", "import", comesBack(translated(sent, all)));
    project.write(
      source,
      project
        .read(source)
        .replace("at the office.\n", "at the office.\nMany came by post.\n")
        .replace("| Accepted |", "| Pending | {{courts.cases.concluded}} |\n| Accepted |")
        .replace("[^1]: As", "# Outlook {#outlook}\n\nMore are expected.\n\n- This year\n- Next year\n\n[^1]: As"),
    );
    const before = template();
    await project.whitepaper("translate", "export", "fr");
    const words = {
      "registry.4": "Beaucoup sont venues par la poste.",
      "sums.5": "En cours",
      "outlook.1": "Perspectives",
      "outlook.2": "On en attend davantage.",
      "outlook.4": "L’an prochain",
    };
    const { stderr, stdout } = await project.whitepaper(
      "translate",
      "import",
      comesBack(translated(project.read(file), words)),
    );
    expect(stdout).toBe("");
    expect(stderr).toContain("5 taken");
    expect(template()).toBe(
      before
        .replace("**brevet**.\n", "**brevet**.\nBeaucoup sont venues par la poste.\n")
        .replace("| Reçues |", "| En cours | {{courts.cases.concluded}} |\n| Reçues |")
        .replace(
          "\n[^1]: Comme",
          "\n# Perspectives {#outlook}\n\nOn en attend davantage.\n\n- This year\n- L’an prochain\n\n[^1]: Comme",
        ),
    );
    const { counts } = JSON.parse((await project.whitepaper("translate", "status", "fr", "--format", "json")).stdout)
      .languages[0].chapters[2];
    expect(counts).toEqual({ translated: 16, stale: 0, missing: 1, extra: 0 });
  });
});
