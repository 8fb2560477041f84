import type { Change, Thing } from "../../model/change.ts";
import type { Document, Id } from "../../model/document.ts";
import type { Snapshot } from "../../model/release.ts";
import { walkBlocks } from "../../model/walk.ts";
import { type Causes, causesBetween } from "./causes.ts";
import { differing, moved } from "./differing.ts";
import type { Entry } from "./entry.ts";
import type { Pair } from "./pairing.ts";
import { type EditionPart, entriesIn, partOf } from "./parts.ts";
import { changePages } from "./standing.ts";

export { changedFigures } from "./causes.ts";

type Draft = Omit<Change, "id" | "pages">;

const actionOf = ({ before, after }: Pair): Change["action"] => (!before ? "added" : !after ? "removed" : "changed");

const draftOf = (pair: Pair, language: string, more: Pick<Draft, "thing" | "action" | "causes">): Draft => {
  const { before, after } = pair;
  const { block, within, around, head } = (after ?? before) as Entry;
  return {
    language,
    block,
    ...(within !== undefined && { within }),
    around,
    head,
    ...more,
    ...(before && { before: before.wording }),
    ...(after && { after: after.wording }),
  };
};

const blockType = (document: Document, id: Id): Thing =>
  [...walkBlocks(document.sections)].find((block) => block.id === id)?.type ?? "section";

/** What differs in one language of one edition. */
const draftsIn = (then: EditionPart, now: EditionPart, causes: Causes): readonly (readonly [Pair, Draft])[] => {
  const known = then.pages !== undefined && now.pages !== undefined;
  const seen = (part: EditionPart): readonly Entry[] => entriesIn(known ? part : { ...part, pages: undefined });
  const [old, own] = [seen(then), seen(now)];
  const { language, document } = now;
  const changed = differing(old, own).map((pair) => {
    const { thing } = (pair.after ?? pair.before) as Entry;
    return [pair, draftOf(pair, language, { thing, action: actionOf(pair), causes: causes.of(pair) })] as const;
  });
  const elsewhere = moved(old, own, [then.document, document]).map((pair) => {
    const place = pair.after.wording.place;
    const cause = { kind: "text", block: pair.block, place } as const;
    const thing = blockType(document, pair.block);
    return [pair, draftOf(pair, language, { thing, action: "moved", causes: [cause] })] as const;
  });
  return [...changed, ...elsewhere];
};

/** Gives each change its name. */
const named = (drafts: readonly Omit<Change, "id">[]): readonly Change[] => {
  const counts = new Map<string, number>();
  return drafts.map((draft) => {
    const name = [draft.language, draft.within ?? draft.block, draft.thing].filter((part) => part !== "").join("/");
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { id: count === 1 ? name : `${name}.${count}`, ...draft };
  });
};

/**
 * Everything that a reader sees otherwise today than in a release: each thing once, with its causes, and with its pages
 * in every edition that prints it. Editions and languages in their order, things in that of reading.
 */
export const changesBetween = (before: Snapshot, after: Snapshot): readonly Change[] => {
  const causes = causesBetween(before, after);
  // What is the same in several editions is one change.
  const found = new Map<string, Omit<Change, "id" | "pages"> & { readonly pages: Change["pages"][number][] }>();
  for (const [edition, { languages }] of Object.entries(after.editions))
    for (const language of languages) {
      const [then, now] = [partOf(before, edition, language), partOf(after, edition, language)];
      if (!then || !now) continue;
      for (const [pair, draft] of draftsIn(then, now, causes)) {
        const pages = changePages(edition, pair, then, now);
        const key = JSON.stringify({ ...draft, causes: [] });
        const known = found.get(key);
        if (known) known.pages.push(pages);
        else found.set(key, { ...draft, pages: [pages] });
      }
    }
  return named([...found.values()]);
};
