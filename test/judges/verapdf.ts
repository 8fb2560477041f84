import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { kept, recalled } from "./verdicts.ts";

/**
 * veraPDF, which judges PDF/UA and PDF/A. It needs a JDK, the JAXB that Java no longer brings (Debian: libjaxb-java) and
 * the jar inside @opendataloader/pdf; no user of the tool needs any of them. VERAPDF_JAR names another jar.
 */

const jaxb = [
  "jaxb-runtime",
  "jaxb-impl",
  "jaxb-core",
  "jaxb-api",
  "istack-commons-runtime",
  "txw2",
  "javax.activation",
  "FastInfoset",
  "stax-ex",
];
const jaxbFolder = process.env.JAXB_DIR ?? "/usr/share/java";

const jarOf = (): string | undefined => {
  if (process.env.VERAPDF_JAR) return process.env.VERAPDF_JAR;
  try {
    const found = createRequire(import.meta.url).resolve("@opendataloader/pdf");
    return join(dirname(found), "..", "lib", "opendataloader-pdf-cli.jar");
  } catch {
    return undefined;
  }
};

const missing = (): string | undefined => {
  const jar = jarOf();
  if (!jar || !existsSync(jar)) return "@opendataloader/pdf is not installed";
  const lacking = jaxb.find((name) => !existsSync(join(jaxbFolder, `${name}.jar`)));
  if (lacking) return `${lacking}.jar is not in ${jaxbFolder} (Debian: libjaxb-java)`;
  try {
    execFileSync("javac", ["-version"], { stdio: "ignore" });
  } catch {
    return "there is no JDK";
  }
  return undefined;
};

/** Why veraPDF cannot judge here; `undefined` where it can. Where CI runs it must. */
export const whyNoVeraPdf = missing();
if (whyNoVeraPdf && process.env.CI) throw new Error(whyNoVeraPdf);

/** What veraPDF says of a file by one flavour: how much it tested, and the rules that failed. */
export type Judgement = {
  readonly file: string;
  readonly flavour: string;
  readonly assertions: number;
  readonly failed: readonly string[];
};

const program = join(import.meta.dirname, "VeraCheck.java");

/** Judges files, by name, by each flavour: "ua1", "2a". */
export const veraPdf = (files: ReadonlyMap<string, Uint8Array>, flavours: readonly string[]): readonly Judgement[] => {
  const { size } = statSync(jarOf() as string);
  const name = `veraPDF ${size} ${flavours.join()} ${readFileSync(program, "utf8")}`;
  const strange = new Map([...files].filter(([, bytes]) => !recalled(name, bytes)));
  const judged = strange.size === 0 ? [] : ask(strange, flavours);
  for (const [file, bytes] of strange)
    kept(
      name,
      bytes,
      judged.filter((one) => one.file === file),
    );
  return [...files].flatMap(([file, bytes]) =>
    (recalled<readonly Judgement[]>(name, bytes) ?? []).map((one) => ({ ...one, file })),
  );
};

const ask = (files: ReadonlyMap<string, Uint8Array>, flavours: readonly string[]): readonly Judgement[] => {
  const folder = mkdtempSync(join(tmpdir(), "verapdf-"));
  try {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const path = [jarOf() as string, ...jaxb.map((name) => join(jaxbFolder, `${name}.jar`))].join(delimiter);
    const paths = [...files.keys()].map((name) => join(folder, name));
    const out = execFileSync("java", ["-Xmx2g", "-cp", path, program, flavours.join(), ...paths], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    return out
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [flavour = "", file = "", assertions = "0", ...failed] = line.split("\t");
        return { file: file.slice(folder.length + 1), flavour, assertions: Number(assertions), failed };
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
