import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasValidator, sdkErrors } from "../write/docx/judges.ts";
import { type FrenchProject, frenchProject, record, source, target } from "./french/project.ts";
import { french } from "./french/words.ts";

/** The same units as a Word table: what a translator types into its right column comes back by the same import. */

const hasOffice = spawnSync("soffice", ["--version"]).status === 0;

let project: FrenchProject;
let sent: string;
const folder = "tables";
const name = "01-registry.docx";
const path = (): string => join(project.root, folder, name);
beforeAll(async () => {
  project = await frenchProject();
  const { code, stderr } = await project.whitepaper(
    "translate",
    "export",
    "fr",
    "--docx",
    "--out",
    join(project.root, folder),
  );
  expect({ code, stderr }).toMatchObject({ code: 0 });
  sent = strFromU8(unzipSync(readFileSync(path()))["word/document.xml"] as Uint8Array);
});
afterEach(() => project.restore());
afterAll(() => project.remove());

/** The table with another document in its package. */
const comesBack = (document: string): string => {
  for (const file of [target, record]) project.write(file, project.read(file));
  const parts = unzipSync(readFileSync(path()));
  const back = join(project.root, "back.docx");
  writeFileSync(back, zipSync({ ...parts, "word/document.xml": strToU8(document) }));
  return back;
};

const text = (words: string): string =>
  `<w:r><w:t xml:space="preserve">${words.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</w:t></w:r>`;
/** The rows of the table, each with its unit's name. */
const rows = /<w:tr>(?:(?!<\/w:tr>)[\s\S])*?<w:t xml:space="preserve">([\w.-]+) · [0-9a-f]{10}[\s\S]*?<\/w:tr>/g;
/** What a translator types: the words, with codes by their numbers as they stand on the left. */
const typed = (
  document: string,
  words: Readonly<Record<string, string>>,
  type: (said: string) => string = text,
): string =>
  document.replace(rows, (row, id: string) => {
    const said = words[id];
    if (said === undefined) return row;
    const numbers = new Map(orderOf[id]?.map((code, index) => [code, index + 1] as const));
    const own = said.replace(/\{(\/?)([^{}]+)\}/g, (_, close: string, code: string) => {
      const number = numbers.get(code);
      const isPair = said.includes(`{/${code}}`);
      return close ? `{<${number}}` : isPair ? `{${number}>}` : `{${number}}`;
    });
    return row.replace(
      /(<w:pStyle w:val="(?:Open|Translation)"\/><\/w:pPr>)[\s\S]*?(<\/w:p>)/,
      (__, open, end) => open + type(own) + end,
    );
  });
/** The codes of each unit in the order of its source. */
const orderOf: Readonly<Record<string, readonly string[]>> = {
  "registry.2": ["period", "patents.applications.total", "strong"],
  "registry.3": [
    "courts.cases.accepted",
    "direction:courts.cases.accepted.growth",
    "courts.cases.accepted.growth",
    "courts.cases.concluded",
    "note:1",
    "if:courts.cases.concluded",
    "end-if",
  ],
  "tables.2": ["ref:registry", "emphasis"],
  "sums.1": ["courts.cases.accepted"],
  "tables.3": ["link:https:-example.org-courts"],
};

describe("a Word table", () => {
  it("shows the units side by side, codes by number with what they print", () => {
    expect(sent.match(rows)).toHaveLength(11);
    expect(sent.includes("{2: 173,600 | 173\u202f600}")).toBe(true);
    expect(sent.includes("{3&gt;}")).toBe(true);
    expect(sent.includes('<w:lock w:val="contentLocked"/>')).toBe(true);
  });

  it.skipIf(!hasValidator)("is a sound Word file (needs the OOXML validator)", async () =>
    expect(await sdkErrors(readFileSync(path()))).toEqual([]),
  );

  it("changes nothing where nothing was typed", async () => {
    const before = [project.read(target), project.read(record)];
    const { stderr } = await project.whitepaper("translate", "import", comesBack(sent));
    expect(stderr).toContain("0 taken, 0 confirmed, 0 refused, 11 as they were; 0 files written");
    expect([project.read(target), project.read(record)]).toEqual(before);
  });

  const whole = async (document: string): Promise<string> => {
    const { stdout, stderr } = await project.whitepaper("translate", "import", comesBack(document));
    expect(stdout).toBe("");
    expect(stderr).toContain("11 taken, 0 confirmed, 0 refused");
    return project.read(target);
  };

  it("takes what was typed, in one run or many, with changes tracked or none", async () => {
    const plain = await whole(typed(sent, french));
    expect(plain).toContain("# Le registre");
    expect(plain).toContain("pour un **brevet**.");
    project.restore();
    const pieces = (said: string): string =>
      (said.match(/.{1,7}/gu) ?? []).map(text).join('<w:proofErr w:type="spellStart"/>');
    expect(await whole(typed(sent, french, pieces))).toBe(plain);
    project.restore();
    const tracked = (said: string): string =>
      `<w:del w:id="1" w:author="t"><w:r><w:delText>old words</w:delText></w:r></w:del><w:ins w:id="2" w:author="t">${text(said)}</w:ins>`;
    expect(await whole(typed(sent, french, tracked))).toBe(plain);
  });

  it.each([
    ["a lost figure", "{2}", "173 600", "lost-code"],
    ["a figure twice", "{2}", "{2} et {2}", "doubled-code"],
    ["a number without a code", "{2}", "{9}", "changed-code"],
    ["a pair that does not close", "{<3}", "", "lost-code"],
    ["a typed number", "l’office", "les 12 offices", "typed-numeral"],
  ])("finds %s", async (_, from, to, rule) => {
    const document = typed(sent, french, (said) => text(said.startsWith("En {1}") ? said.replace(from, to) : said));
    const found = await project.findings("translate", "import", comesBack(document));
    expect(found.filter(({ severity }) => severity === "error")).toEqual([expect.objectContaining({ rule })]);
    expect(found[0]?.place.line).toBeGreaterThan(5);
    expect(project.read(target)).toContain("In {{period}}, there were");
  });

  it("refuses a unit whose source changed, even where its words are the same", async () => {
    const back = comesBack(typed(sent, french));
    project.replace(source, "there were {{patents.applications.total}}", "there were {{courts.cases.concluded}}");
    const found = await project.findings("translate", "import", back);
    expect(found.map(({ rule }) => rule)).toEqual(["source-changed"]);
  });

  it("refuses documents without its table", async () => {
    const document = sent.replace(/<w:tbl>[\s\S]*<\/w:tbl>/, "");
    expect((await project.findings("translate", "import", comesBack(document))).map(({ rule }) => rule)).toEqual([
      "foreign-format",
    ]);
    const torn = join(project.root, "torn.docx");
    writeFileSync(torn, readFileSync(path()).subarray(0, 900));
    expect((await project.findings("translate", "import", torn)).map(({ rule }) => rule)).toEqual(["foreign-format"]);
  });

  it.skipIf(!hasOffice)(
    "comes back from LibreOffice as it went (needs soffice)",
    async () => {
      const out = mkdtempSync(join(tmpdir(), "tables-"));
      const back = comesBack(typed(sent, french));
      const office = spawnSync("soffice", [
        `-env:UserInstallation=file://${out}/profile`,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        out,
        back,
      ]);
      expect(office.status).toBe(0);
      const { stdout, stderr } = await project.whitepaper("translate", "import", join(out, "back.docx"));
      rmSync(out, { recursive: true, force: true });
      expect(stdout).toBe("");
      expect(stderr).toContain("11 taken, 0 confirmed, 0 refused");
    },
    120_000,
  );
});
