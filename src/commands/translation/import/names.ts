import { nameContent, patternOf } from "../../../exchange/names/content.ts";
import { fingerprint } from "../../../exchange/pairs.ts";
import { knownNames } from "../../../exchange/taking/known.ts";
import type { Returned } from "../../../exchange/taking/returned.ts";
import { type Takings, takingsOf } from "../../../exchange/taking/takings.ts";
import { maskedText } from "../../../exchange/unit.ts";
import type { Translation } from "../../../model/translation.ts";
import type { Desk } from "../desk.ts";
import { chartLimitsOf } from "../export.ts";
import { takingContext } from "./context.ts";

/** Names, messages and terms that were taken in, and the YAML files that they change. */
export type TakenNames = {
  readonly takings: Takings;
  readonly texts: ReadonlyMap<string, string>;
  readonly records: Translation["names"];
};

export const takeNames = (desk: Desk, files: readonly Returned[]): TakenNames => {
  const { names, translation, to, yaml } = desk;
  const known = new Map(
    knownNames(names, translation.names, to.language, chartLimitsOf(desk)).map((one) => [one.id, one] as const),
  );
  const own = files.map((file) => ({ ...file, units: file.units.filter(({ id }) => known.has(id)) }));
  const takings = takingsOf(own, known, { ...takingContext(desk), adapted: (code) => code });
  const records = { ...translation.names };
  for (const { id, file, path, source, target } of names) {
    const taken = takings.taken.get(id);
    const said = taken ? patternOf(taken.content) : target;
    if (taken) yaml[file].texts.set(path, said as string);
    if (typeof said === "string" && (taken || takings.confirmed.has(id)))
      records[id] = { source, target: fingerprint(maskedText(nameContent(said))) };
  }
  const texts = Object.values(yaml).flatMap(({ file, texts: edited, text }) => {
    const now = edited.toString();
    return now === text ? [] : [[file, now] as const];
  });
  return { takings, texts: new Map(texts), records };
};
