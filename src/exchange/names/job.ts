import type { Language } from "../../model/language.ts";
import type { NameRecord } from "../../model/translation.ts";
import type { Job, JobUnit } from "../job.ts";
import { changeText } from "../sequence.ts";
import { nameState } from "../status.ts";
import { nameContent } from "./content.ts";
import type { Name } from "./list.ts";

export type NamesContext = {
  readonly issue: string;
  readonly from: Language;
  readonly to: Language;
  readonly names: readonly Name[];
  /** What the source said when a name was translated, by its id. */
  readonly recorded: Readonly<Record<string, NameRecord>>;
  readonly original: string;
  /** Most characters for a text that charts print, by the id of its name. */
  readonly limits: ReadonlyMap<string, number>;
};

/** What a name is, for people: its path without the language. */
const nameNote = ({ file, path }: Name): string => `${file === "language" ? "" : `${file}: `}${path.join(" › ")}`;

/** The job of names, messages, terms and counters. */
export const namesJob = ({ issue, from, to, names, recorded, original, limits }: NamesContext): Job => ({
  name: "names",
  original,
  issue,
  source: from.language,
  target: to.language,
  lang: to.id,
  units: names.map((name): JobUnit => {
    const state = nameState(name, recorded[name.id]) as JobUnit["state"];
    const previous = state === "stale" ? recorded[name.id]?.source : undefined;
    const limit = limits.get(name.id);
    return {
      id: name.id,
      state,
      source: nameContent(name.source),
      target: nameContent(name.target ?? name.source, Object.keys(to.numbers.spellout)),
      ...(previous !== undefined && { previous }),
      notes: [
        { about: "place", text: nameNote(name) },
        ...(previous === undefined ? [] : [{ about: "change", text: changeText(previous, name.source) } as const]),
        ...(limit === undefined
          ? []
          : [{ about: "limit", text: `at most ${limit} characters have room in the chart` } as const]),
      ],
      ...(limit !== undefined && { limit }),
    };
  }),
  shown: (_, code) => code.source,
});
