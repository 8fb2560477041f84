import type { Inline, Note } from "../../../model/document.ts";
import { walkInlines } from "../../../model/walk.ts";
import type { Item } from "../../../typeset/index.ts";
import type { Content } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { detached, within } from "../structure.ts";
import { lineItems, marked } from "./lines.ts";
import { plain, runsOf } from "./runs.ts";

/** A note at the foot of the page: its number hangs before its text. It is read where it is called. */
const noteItems = (note: Note, ps: PartSetting): readonly Item<Content>[] => {
  const type = ps.type("note");
  const style = textStyle(type);
  const hang = type.size * ps.style.note.number;
  const blocks = [note.id];
  const element = detached("Note", { block: note.id });
  const label = { left: 0, width: hang, blocks, owner: within(element, "Lbl") };
  const strip = { left: hang, width: ps.width - hang, blocks, owner: within(element, "P") };
  const items = lineItems(
    runsOf(note.children, style, ps.style.inline),
    type,
    strip,
    { alignment: "justify", bound: true },
    ps,
  );
  const number = plain(String(note.number), style, note.place);
  return marked(items, [number], type, label, "start", ps);
};

/** Items with the notes that their lines call; each note stands where it is first called. */
export const withNotes = (items: readonly Item<Content>[], ps: PartSetting): readonly Item<Content>[] => {
  const seen = new Set<string>();
  return items.map((item) => {
    const notes = item.content.marks.flatMap((mark) =>
      mark.kind !== "text"
        ? []
        : mark.line.tags.flatMap(({ note }) => {
            if (!note || seen.has(note.id)) return [];
            seen.add(note.id);
            return noteItems(note, ps);
          }),
    );
    return notes.length > 0 ? { ...item, notes } : item;
  });
};

const calledIn = (inlines: readonly Inline[]): readonly Note[] =>
  [...walkInlines(inlines)].flatMap((inline) => (inline.type === "note" ? [inline] : []));

/** Height in pt of the notes that words call, with the rule above them. */
export const notesHeight = (inlines: readonly Inline[], ps: PartSetting): number => {
  const called = calledIn(inlines);
  if (called.length === 0) return 0;
  const silent = { ...ps, report: () => {} };
  const items = called.flatMap((note) => noteItems(note, silent));
  return items.reduce((sum, item) => sum + item.height, noteRule(ps).height);
};

/** What stands between the text and the notes. */
export const noteRule = (ps: PartSetting): Item<Content> => {
  const { leading } = ps.type("note");
  const { light, colour } = ps.style.rules;
  return {
    content: {
      marks: [
        { kind: "rule", x: 0, y: leading * 0.75, length: ps.width * ps.style.note.rule, thickness: light, colour },
      ],
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
