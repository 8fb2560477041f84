import type { Inline, Note } from "../../../model/document.ts";
import { walkInlines } from "../../../model/walk.ts";
import type { Column, Note as FootNote, Item } from "../../../typeset/index.ts";
import { asArtifact, type Content } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { detached, repeatedArtifact, within } from "../structure.ts";
import { lineItems, marked } from "./lines.ts";
import { plain, runsOf } from "./runs.ts";

/** A note at the foot of the page: its number hangs before its text. It is read where it is called. */
const noteItems = (note: Note, ps: PartSetting): FootNote<Content> => {
  const type = ps.type("note");
  const style = textStyle(type);
  const hang = type.size * ps.style.note.number;
  const blocks = [note.id];
  const element = detached("Note", { block: note.id });
  const label = { left: 0, width: hang, blocks, owner: within(element, "Lbl") };
  const strip = { left: hang, width: ps.width - hang, blocks, owner: within(element, "P") };
  const items = lineItems(runsOf(note.children, style, ps.style.inline), type, strip, { alignment: "justify" }, ps);
  const number = plain(String(note.number), style, note.place);
  return marked(items, [number], type, label, "start", ps);
};

const notesIn = ({ content }: Item<Content>): readonly Note[] =>
  content.marks.flatMap((mark) => (mark.kind === "text" ? mark.line.tags.flatMap(({ note }) => note ?? []) : []));

/** A note that stands again under a table's repeated head: seen, not read again, and no place to go to. */
const again = (note: Note, ps: PartSetting): FootNote<Content> =>
  noteItems(note, { ...ps, report: () => {} }).map((item) => ({
    ...item,
    content: { ...item.content, marks: asArtifact(item.content.marks, repeatedArtifact), blocks: [] },
  }));

/**
 * Items with the notes that their lines call. Each note stands where it is first called, and again wherever the head of a
 * table that calls it is repeated.
 */
export const withNotes = (items: readonly Item<Content>[], ps: PartSetting): readonly Item<Content>[] => {
  const seen = new Set<string>();
  const heads = new Map<Item<Content>, Item<Content>>();
  const repeated = (head: Item<Content>): Item<Content> => {
    const made = heads.get(head) ?? { ...head, notes: notesIn(head).map((note) => again(note, ps)) };
    heads.set(head, made);
    return made;
  };
  return items.map((item) => {
    const notes = notesIn(item).flatMap((note) => {
      if (seen.has(note.id)) return [];
      seen.add(note.id);
      return [noteItems(note, ps)];
    });
    if (notes.length === 0 && item.repeat.length === 0) return item;
    return { ...item, notes, repeat: item.repeat.map(repeated) };
  });
};

const calledIn = (inlines: readonly Inline[]): readonly Note[] =>
  [...walkInlines(inlines)].flatMap((inline) => (inline.type === "note" ? [inline] : []));

/** Share of the page that is kept free for the notes of what must stand whole: longer ones go on on the next page. */
const keptShare = 1 / 4;

/** Height in pt that is kept for the notes that words call, with the rule above them. */
export const notesHeight = (inlines: readonly Inline[], pageHeight: number, ps: PartSetting): number => {
  const called = calledIn(inlines);
  if (called.length === 0) return 0;
  const silent = { ...ps, report: () => {} };
  const items = called.flatMap((note) => noteItems(note, silent));
  const height = items.reduce((sum, item) => sum + item.height, noteRules(ps).noteRule.height);
  return Math.min(height, pageHeight * keptShare);
};

const ruleOf = (share: number, ps: PartSetting): Item<Content> => {
  const { leading } = ps.type("note");
  const { light, colour } = ps.style.rules;
  return {
    content: {
      marks: [{ kind: "rule", x: 0, y: leading * 0.75, length: ps.width * share, thickness: light, colour }],
      blocks: [],
      place: undefined,
    },
    height: leading * 1.25,
    before: 0,
    after: 0,
    onGrid: false,
    withNext: true,
    notes: [],
    repeat: [],
  };
};

/** What stands between the text and the notes: a short rule, and one over the whole column above what goes on from the page before. */
export const noteRules = (ps: PartSetting): Required<Pick<Column<Content>, "noteRule" | "continuedRule">> => ({
  noteRule: ruleOf(ps.style.note.rule, ps),
  continuedRule: ruleOf(1, ps),
});
