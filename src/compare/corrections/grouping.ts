import type { Cause, Change } from "../../model/change.ts";
import { comparePlaces, placeText } from "../../model/place.ts";

/** The changes that one cause made. A change of several causes stands under the first of them. */
export type CauseGroup = { readonly cause: Cause; readonly changes: readonly Change[] };

const order: readonly Cause["kind"][] = ["figure", "text", "file", "numbering", "tool"];

/** One cause, wherever it shows: a figure; the words of a block in a language; a file; all that moved on in a language. */
const causeName = (cause: Cause, { language }: Change): string => {
  switch (cause.kind) {
    case "figure":
      return `figure ${cause.key}`;
    case "text":
      return `text ${language} ${cause.block}`;
    case "file":
      return `file ${placeText(cause.place)}`;
    case "numbering":
    case "tool":
      return `${cause.kind} ${language}`;
  }
};

/** Changes by their causes: figures in the order of the data, then prose, then other files. */
export const byCause = (changes: readonly Change[]): readonly CauseGroup[] => {
  const groups = new Map<string, { readonly cause: Cause; readonly changes: Change[] }>();
  for (const change of changes) {
    const [cause] = change.causes;
    if (!cause) continue;
    const name = causeName(cause, change);
    const known = groups.get(name);
    if (known) known.changes.push(change);
    else groups.set(name, { cause, changes: [change] });
  }
  return [...groups.values()].toSorted(
    (a, b) => order.indexOf(a.cause.kind) - order.indexOf(b.cause.kind) || comparePlaces(a.cause.place, b.cause.place),
  );
};
