import type { Chart, ChartRow } from "../model/document.ts";
import type { Remark } from "./fault.ts";
import { isObject } from "./json.ts";
import { type Drawn, linesOf } from "./scene.ts";

/** Words of a picture that are neither names nor numbers of its rows: what it says in sentences of its own. */
type Saying = { readonly text: string; readonly drawn: Drawn };

/** Words as they are compared: line ends and runs of spaces are spaces. */
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

const meaningful = /[\p{L}\p{N}]/u;

const piecesOf = ({ panels }: Chart, row: ChartRow): readonly string[] => {
  const panel = panels[row.panel];
  const { category, series, text, full, share, change } = row;
  return [category, series.name, full, text, share?.text, change?.text, panel?.head, panel?.title, panel?.unit].flatMap(
    (piece) => (piece ? [plain(piece)] : []),
  );
};

/** Ticks of an axis of values say no figure. */
const isTick = ({ role, item }: Drawn): boolean => role === "axis-label" && typeof item.datum?.value === "number";

/** What a picture says beside its rows, in drawing order. */
const sayingsOf = (chart: Chart, drawn: readonly Drawn[], heads: readonly string[]): readonly Saying[] => {
  const pieces = [...new Set([...chart.rows.flatMap((row) => piecesOf(chart, row)), ...heads.map(plain)])].toSorted(
    (a, b) => b.length - a.length,
  );
  return drawn.flatMap((one): readonly Saying[] => {
    if (one.mark !== "text" || one.item.opacity === 0 || isTick(one)) return [];
    const text = plain(linesOf(one.item).join(" "));
    const rest = pieces.reduce((left, piece) => left.replaceAll(piece, " "), text);
    return meaningful.test(rest) ? [{ text, drawn: one }] : [];
  });
};

/** The notes of a chart that its picture prints. */
export const printedNotes = (chart: Chart, drawn: readonly Drawn[]): readonly string[] => {
  const said = new Set(sayingsOf(chart, drawn, []).map(({ text }) => text));
  return chart.notes.filter((note) => said.has(plain(note)));
};

/**
 * Demands that whatever a picture says is heard as well: its text alternative, from which data table and Word take it,
 * holds it. Reports `words-not-told`.
 *
 * @param heads heads of columns, which tables and Word have
 */
export const checkTold = (chart: Chart, drawn: readonly Drawn[], heads: readonly string[], note: Remark): void => {
  const alternative = isObject(chart.spec) ? plain(String(chart.spec.description ?? "")) : "";
  for (const { text, drawn: one } of sayingsOf(chart, drawn, heads))
    if (!alternative.includes(text))
      note({
        rule: "words-not-told",
        message: `"${text}" is printed, but the text alternative does not say it`,
        drawn: one,
        hint: 'print columns of the rows, or messages of the language: "@chart.scales-differ"',
      });
};
