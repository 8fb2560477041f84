import { AlignmentType, type INumberingOptions, LevelFormat } from "docx";
import type { List } from "../../model/document.ts";
import { type Setting, twips } from "./setting.ts";
import { deepestList } from "./styles/levels.ts";
import { listIndent } from "./styles/lists.ts";

type ListNumbering = { readonly reference: string; readonly instance: number };
type Definition = INumberingOptions["config"][number];

/** The list definitions that a volume needs; every list of the text is an instance of one (ECMA-376 §17.9). */
export type ListStore = {
  readonly open: (list: List, level: number, setting: Setting) => ListNumbering;
  readonly definitions: () => readonly Definition[];
};

const definition = (reference: string, list: List, level: number, setting: Setting): Definition => ({
  reference,
  levels: Array.from({ length: deepestList }, (_, depth) => ({
    level: depth,
    format: list.ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: list.ordered
      ? `%${depth + 1}.`
      : (setting.style.list.marks[depth % setting.style.list.marks.length] as string),
    start: list.ordered && depth === level ? list.start : 1,
    alignment: AlignmentType.START,
    style: {
      paragraph: {
        indent: {
          left: twips(listIndent(setting, depth)),
          hanging: twips(listIndent(setting, depth) - listIndent(setting, depth - 1)),
        },
      },
    },
  })),
});

export const listStore = (): ListStore => {
  const known = new Map<string, Definition>();
  let instances = 0;
  return {
    open: (list, level, setting) => {
      const kind = list.ordered ? `numbers-${level}-${list.start}` : "marks";
      const reference = `${kind}-${setting.language.id}`;
      if (!known.has(reference)) known.set(reference, definition(reference, list, level, setting));
      instances += 1;
      return { reference, instance: instances };
    },
    definitions: () => [...known.values()],
  };
};
