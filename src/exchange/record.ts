import { stringify } from "yaml";
import type { Translation, UnitRecord } from "../model/translation.ts";
import type { Chapter } from "./chapters.ts";
import { fingerprint, type Pair } from "./pairs.ts";

const opening = `# yaml-language-server: $schema=../../translation.schema.json

# What this language was translated from: for each unit what the source said when its translation was written. The commands
# whitepaper translate … keep it; it belongs to the templates beside it.

`;

/** The file translation.yaml. */
export const translationText = (translation: Translation): string => {
  const chapters = Object.fromEntries(
    Object.entries(translation.chapters).map(([name, records]) => [
      name,
      records.map(({ facts, ...record }) => ({ ...record, ...(facts.length > 0 && { facts }) })),
    ]),
  );
  const { source, names, sameMeaning } = translation;
  const value = { source, names, chapters, ...(sameMeaning.length > 0 && { sameMeaning }) };
  return opening + stringify(value, { lineWidth: 0, defaultStringType: "PLAIN", defaultKeyType: "PLAIN" });
};

/** The record of a pair whose translation says now what the source says now. */
export const recordOf = ({ id, source, target, facts }: Pair): UnitRecord => ({
  id,
  source: source?.says ?? "",
  facts: [...facts],
  ...(target && { target: fingerprint(target.says) }),
});

/** The records of a chapter anew: each pair by `recorded`, in the order of the source; those without one are dropped. */
export const recordsOf = (
  { pairs }: Chapter,
  recorded: (pair: Pair) => UnitRecord | undefined,
): readonly UnitRecord[] => pairs.flatMap((pair) => recorded(pair) ?? []);
