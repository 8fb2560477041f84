import { readFileSync } from "node:fs";

/** A step of a walk-through, as it stands in a document: a call with what it prints, an edit by hand, or what somebody else does. */
export type Step =
  | {
      readonly kind: "call";
      readonly command: readonly string[];
      readonly prints: readonly string[];
      readonly line: number;
    }
  | { readonly kind: "edit"; readonly file: string; readonly from: string; readonly to: string; readonly line: number }
  | { readonly kind: "remark"; readonly text: string; readonly line: number };

/** Calls of a console block: lines that begin with "$ whitepaper", each with the lines below it. */
const callsOf = (block: string, line: number): readonly Step[] => {
  const steps: { kind: "call"; command: readonly string[]; prints: string[]; line: number }[] = [];
  for (const [index, text] of block.split("\n").entries()) {
    const [, command] = /^\$ whitepaper (.*)$/.exec(text) ?? [];
    if (command !== undefined)
      steps.push({ kind: "call", command: command.split(" "), prints: [], line: line + index });
    else steps.at(-1)?.prints.push(text);
  }
  return steps;
};

/** Edits of a diff block: lines to take out, each run with those that take its place; the file is named above them. */
const editsOf = (block: string, line: number): readonly Step[] => {
  const steps: Step[] = [];
  let file = "";
  let [from, to]: [string[], string[]] = [[], []];
  const close = (at: number): void => {
    if (from.length > 0) steps.push({ kind: "edit", file, from: from.join("\n"), to: to.join("\n"), line: at });
    [from, to] = [[], []];
  };
  for (const [index, text] of block.split("\n").entries()) {
    if (text.startsWith("--- ")) file = text.slice(4);
    else if (text.startsWith("-")) {
      if (to.length > 0) close(line + index);
      from.push(text.slice(1));
    } else if (text.startsWith("+")) to.push(text.slice(1));
  }
  close(line);
  return steps;
};

/** The steps of a section of a document, in order. */
export const stepsOf = (path: string, heading: string): readonly Step[] => {
  const text = readFileSync(path, "utf8");
  const start = text.indexOf(`## ${heading}\n`);
  if (start < 0) throw new Error(`${path} has no section "${heading}"`);
  const end = text.indexOf("\n## ", start);
  const section = text.slice(start, end < 0 ? text.length : end);
  const before = text.slice(0, start).split("\n").length;
  return [...section.matchAll(/```(console|diff)\n([\s\S]*?)\n```|<!-- ([\s\S]*?) -->/g)].flatMap(
    (match): readonly Step[] => {
      const line = before + section.slice(0, match.index).split("\n").length;
      const [, kind, block = "", remark] = match;
      if (remark !== undefined) return [{ kind: "remark", text: remark, line }];
      return kind === "console" ? callsOf(block, line) : editsOf(block, line);
    },
  );
};

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a step says that is printed, as a pattern: "…" alone in a line stands for any lines, elsewhere for anything in its line. */
export const patternOf = (prints: readonly string[]): RegExp =>
  new RegExp(
    `^${prints.map((line) => (line === "…" ? "(?:.*\\n)*?" : `${line.split("…").map(literal).join(".*")}\\n`)).join("")}$`,
  );
