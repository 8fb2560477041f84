import { editsBetween } from "../compare/corrections/edits.ts";
import { byCause } from "../compare/corrections/grouping.ts";
import type { Cause, Change, ChangePages, PageComparison, PageReference, Wording } from "../model/change.ts";
import type { Inline } from "../model/document.ts";
import type { Finding } from "../model/finding.ts";
import { placeText } from "../model/place.ts";
import { inlineText } from "../model/text.ts";
import type { CorrectionsResult } from "./corrections.ts";

/** Characters of what stayed that are shown beside what changed. */
const beside = 16;

const value = (stated: { readonly value: string | null } | undefined): string =>
  stated === undefined ? "–" : (stated.value ?? "not published");

const causeLine = (cause: Cause): string => {
  const at = placeText(cause.place);
  switch (cause.kind) {
    case "figure":
      return `${cause.key}  ${value(cause.before)} → ${value(cause.after)}  ${at}`;
    case "text":
      return `text of ${cause.block}  ${at}`;
    case "file":
      return `${cause.place.file}  ${at}`;
    case "numbering":
      return "numbers and pages that moved on";
    case "tool":
      return "printed otherwise by this version, or on this machine";
  }
};

/** The middle of a text that stayed is left out. */
const shortened = (text: string, first: boolean, last: boolean): string => {
  const letters = [...text.replace(/\s+/gu, " ")];
  if (letters.length <= (first || last ? beside : 2 * beside) + 1) return letters.join("");
  const start = first ? "" : letters.slice(0, beside).join("");
  const end = last ? "" : letters.slice(-beside).join("");
  return `${start}…${end}`;
};

/** What prints a wording; its plain text where a tab or the tool itself does. */
const inlinesOf = ({ inlines, text, place }: Wording): readonly Inline[] =>
  inlines && inlineText(inlines) === text ? inlines : [{ type: "text", place, text }];

/** "…申请量[-17.36万件-]{+17.37万件+}，同比…"; whole texts where one is new or gone, or is no running text. */
const wordingOf = (change: Change): string => {
  const { before, after, action } = change;
  if (action === "moved") return `${after?.text ?? ""}`;
  if (!before || !after) return `${before ? `[-${before.text}-]` : `{+${after?.text}+}`}`.replace(/\s+/gu, " ");
  if (before.text === after.text) return `${shortened(before.text, true, false)} (otherwise set)`;
  const edits = editsBetween(inlinesOf(before), inlinesOf(after), change.language);
  return edits
    .map(({ kind, inlines }, index) => {
      const text = inlineText(inlines);
      if (kind === "removed") return `[-${text}-]`;
      return kind === "added" ? `{+${text}+}` : shortened(text, index === 0, index === edits.length - 1);
    })
    .join("");
};

const pageNames = (pages: ChangePages["after"]): string =>
  [...new Set(pages.map(({ page, label }) => (label === "" ? `[${page}]` : label)))].join("–");

/** "p. 3 (zh), 19 → 20 (zh-en)" */
const pagesOf = (pages: readonly ChangePages[]): string => {
  const byName = new Map<string, string[]>();
  for (const { edition, before, after } of pages) {
    const [then, now] = [pageNames(before), pageNames(after)];
    const name = then === now || then === "" || now === "" ? now || then : `${then} → ${now}`;
    if (name !== "") byName.set(name, [...(byName.get(name) ?? []), edition]);
  }
  const parts = [...byName].map(([name, editions]) => `${name} (${editions.join(", ")})`);
  return parts.length === 0 ? "" : `  p. ${parts.join(", ")}`;
};

const changeLines = (change: Change): readonly string[] => {
  const { language, thing, action, block, within, after, before, pages } = change;
  const doing = action === "changed" ? "" : ` ${action}`;
  const place = (after ?? before)?.place;
  return [
    `  ${language}  ${thing}${doing}  ${within ?? block}${pagesOf(pages)}${place ? `  ${placeText(place)}` : ""}`,
    `      ${wordingOf(change)}`,
  ];
};

const named = ({ page, label }: PageReference): string => (label === "" ? `[${page}]` : label);

/** "zh print: 3, 7; from 9 on the text runs differently" */
const pagesLine = ({ edition, file, changed, from, gone }: PageComparison): readonly string[] => {
  const parts = [
    ...(changed.length > 0 ? [changed.map(named).join(", ")] : []),
    ...(from ? [`from ${named(from)} on the text runs differently`] : []),
    ...(gone.length > 0 ? [`${gone.length} fewer`] : []),
  ];
  return parts.length === 0 ? [] : [`  ${edition} ${file}: ${parts.join("; ")}`];
};

/** The result for people: each cause with what it changed, and the pages to be printed again. */
export const correctionsTable = ({ changes, pages }: CorrectionsResult): string => {
  const lines = pages.flatMap(pagesLine);
  const head = lines.length > 0 ? ["Pages to print again ([n]: the nth of the file, which has no number):"] : [];
  return causesTable(changes) + [...head, ...lines].map((line) => `${line}\n`).join("");
};

const causesTable = (changes: readonly Change[]): string =>
  byCause(changes)
    .map((group) =>
      [causeLine(group.cause), ...group.changes.flatMap(changeLines), ""].map((line) => `${line}\n`).join(""),
    )
    .join("");

/** The result as findings at the places of the causes, for formats that know nothing else. */
export const correctionsNotes = ({ changes, since }: CorrectionsResult): readonly Finding[] =>
  byCause(changes).map(({ cause, changes: all }) => ({
    severity: "note",
    rule: "changed-since-release",
    message: `${causeLine(cause)}: changes what release ${since} printed`,
    place: cause.place,
    related: all.flatMap((change) => {
      const place = (change.after ?? change.before)?.place;
      const [head = "", wording = ""] = changeLines(change).map((line) => line.trim());
      return place ? [{ message: `${head}: ${wording}`, place }] : [];
    }),
  }));
