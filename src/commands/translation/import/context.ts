import { adaptedValue } from "../../../exchange/prose/adapt.ts";
import { unitPlace } from "../../../exchange/status.ts";
import type { TakingContext } from "../../../exchange/taking/context.ts";
import type { Place } from "../../../model/place.ts";
import type { Desk } from "../desk.ts";

/** What a desk gives to the taking in of files: its languages, where the sources of its units stand, where findings go. */
export const takingContext = ({ from, to, chapters, names, namePlace, shop }: Desk): TakingContext => {
  const places = new Map<string, Place>();
  for (const { pairs, source } of chapters)
    for (const pair of pairs) if (pair.source && source) places.set(pair.id, unitPlace(pair.source, source.text));
  for (const name of names) places.set(name.id, namePlace(name));
  return {
    from: from.language,
    to: to.language,
    adapted: (code) => (code.kind === "value" ? { ...code, source: adaptedValue(code.source, to.language) } : code),
    sourcePlace: (id) => places.get(id),
    report: shop.report,
  };
};
