import type { Language } from "../../model/language.ts";
import type { NameRecord } from "../../model/translation.ts";
import type { Chapter } from "../chapters.ts";
import { nameContent } from "../names/content.ts";
import type { Name } from "../names/list.ts";
import { endsSentence } from "../prose/groups.ts";
import { nameState } from "../status.ts";
import { contentOf } from "../unit.ts";
import type { Known } from "./objections.ts";

/** The units of prose as the project has them, against which what comes back is held. */
export const knownUnits = (chapters: readonly Chapter[], from: Language, to: Language): readonly Known[] =>
  chapters.flatMap(({ pairs }) =>
    pairs.flatMap(({ id, state, source, target, record }): Known[] => {
      if (!source) return [];
      const content = contentOf(source.unit.pieces, from.script);
      return [
        {
          id,
          state,
          source: content,
          target: target && state !== "missing" ? contentOf(target.unit.pieces, to.script) : undefined,
          sent: record?.target,
          needsEnd: source.unit.kind === "text" && endsSentence(content),
          isPattern: false,
          script: to.script,
        },
      ];
    }),
  );

/** The same for names; `limits` are those of the texts of charts. */
export const knownNames = (
  names: readonly Name[],
  recorded: Readonly<Record<string, NameRecord>>,
  to: Language,
  limits: ReadonlyMap<string, number>,
): readonly Known[] => {
  const ruleSets = Object.keys(to.numbers.spellout);
  return names.map((name) => {
    const limit = limits.get(name.id);
    return {
      id: name.id,
      state: nameState(name, recorded[name.id]),
      source: nameContent(name.source),
      target: typeof name.target === "string" ? nameContent(name.target, ruleSets) : undefined,
      sent: recorded[name.id]?.target,
      needsEnd: false,
      isPattern: true,
      script: to.script,
      ...(limit !== undefined && { limit }),
    };
  });
};
