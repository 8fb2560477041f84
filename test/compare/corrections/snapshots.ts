import { createHash } from "node:crypto";
import { changesBetween } from "../../../src/compare/corrections/index.ts";
import type { Cause, Change } from "../../../src/model/change.ts";
import type { Json } from "../../../src/model/document.ts";
import type { Language } from "../../../src/model/language.ts";
import { type Snapshot, snapshotOf } from "../../../src/model/release.ts";
import { composed, sourceOf } from "../../compose/composing.ts";

/** A small publication: templates by file name, data, charts. */
export type Small = {
  readonly templates: Readonly<Record<string, string>>;
  readonly data: string;
  readonly charts?: Readonly<Record<string, Json>>;
  readonly language?: Language;
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The snapshot of a small publication without pages; findings of the rules are meant. */
export const stateOf = ({ templates, data, charts = {}, language }: Small, meant: readonly string[] = []): Snapshot => {
  const source = sourceOf(templates, data, charts, language);
  const document = composed(source, meant);
  const own = source.languages.get("en")?.language;
  const inputs = new Map([
    ...Object.entries(templates).map(([file, text]) => [file, sha256(text)] as const),
    ...Object.entries(charts).map(([name, spec]) => [`charts/${name}.vl.json`, sha256(JSON.stringify(spec))] as const),
    ["data.yaml", sha256(data)] as const,
    ["templates/2030/en/language.yaml", sha256(JSON.stringify(own))] as const,
  ]);
  return snapshotOf(source, new Map([["en", document]]), inputs);
};

const causeText = (cause: Cause): string =>
  cause.kind === "figure"
    ? cause.key
    : cause.kind === "text"
      ? `text ${cause.block}`
      : cause.kind === "file"
        ? `file ${cause.place.file}`
        : cause.kind;

/** "changed sentence creation.p1: before → after [cause, cause]" */
export const changeText = ({ action, thing, block, within, before, after, causes }: Change): string =>
  `${action} ${thing} ${within ?? block}: ${[before?.text, after?.text]
    .filter((text) => text !== undefined)
    .join(" → ")} [${causes.map(causeText).join(", ")}]`;

/** What changes from one small publication to another, a line a change. */
export const changesFrom = (before: Small, after: Small, meant: readonly string[] = []): readonly string[] =>
  changesBetween(stateOf(before, meant), stateOf(after, meant)).map(changeText);
