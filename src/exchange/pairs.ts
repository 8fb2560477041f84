import { createHash } from "node:crypto";
import type { Figures } from "../model/figure.ts";
import type { Language } from "../model/language.ts";
import { commonOf } from "../model/sequence.ts";
import type { UnitRecord, UnitState } from "../model/translation.ts";
import { factsOf, stillHolds } from "./facts.ts";
import { likeness } from "./sequence.ts";
import { withoutSpaces } from "./taking/returned.ts";
import { codesOf, contentOf, maskedText, type Unit } from "./unit.ts";

/** A unit with what it says, figures masked by their keys. */
export type ReadUnit = {
  readonly unit: Unit;
  readonly says: string;
  /** What it says by the rules of the source for its line ends: a copy of the source says the same. */
  readonly asSource: string;
};

export const readUnits = (units: readonly Unit[], script: string, sourceScript = script): readonly ReadUnit[] =>
  units.map((unit) => ({
    unit,
    says: maskedText(contentOf(unit.pieces, script)),
    asSource: maskedText(contentOf(unit.pieces, sourceScript)),
  }));

/** Fingerprint of what a unit says, whatever its white space is. */
export const fingerprint = (says: string): string =>
  createHash("sha256").update(withoutSpaces(says)).digest("hex").slice(0, 10);

/** A unit of the source, what is known of its translation, and the unit of the translation, as far as they are there. */
export type Pair = {
  readonly id: string;
  readonly state: UnitState;
  readonly source?: ReadUnit;
  readonly record?: UnitRecord;
  readonly target?: ReadUnit;
  /** What the wording depends on now. */
  readonly facts: readonly string[];
};

type Joined = readonly (number | undefined)[];

/** Least likeness of two units that may be one that was changed. */
const alike = 0.5;

/**
 * Which item of `b` belongs to each of `a`, in order: first the equal ones, then between them as many as there are on both
 * sides one by one, and of unequal numbers those that are most alike.
 */
const joined = <A, B>(
  a: readonly A[],
  b: readonly B[],
  equal: (one: A, other: B) => boolean,
  similar: (one: A, other: B) => number,
): Joined => {
  const partner: (number | undefined)[] = a.map(() => undefined);
  let [i, j] = [0, 0];
  const between = (k: number, l: number): void => {
    const [left, right] = [k - i, l - j];
    if (left === right) for (let n = 0; n < left; n++) partner[i + n] = j + n;
    else {
      // Few items at a time: each takes the best of those that are left behind its forerunner's.
      let from = j;
      for (let n = i; n < k; n++) {
        const rated = b.slice(from, l).map((item, index) => ({ at: from + index, likeness: similar(a[n] as A, item) }));
        const best = rated.reduce<(typeof rated)[number] | undefined>(
          (top, one) => (one.likeness >= alike && one.likeness > (top?.likeness ?? 0) ? one : top),
          undefined,
        );
        if (!best) continue;
        partner[n] = best.at;
        from = best.at + 1;
      }
    }
  };
  for (const [k, l] of [...commonOf(a, b, equal), [a.length, b.length] as const]) {
    between(k, l);
    if (k < a.length) partner[k] = l;
    [i, j] = [k + 1, l + 1];
  }
  return partner;
};

/** How likely a unit of the translation belongs to a record: the codes that they share. */
const sharedCodes = (record: UnitRecord, { unit }: ReadUnit): number => {
  const ids = unit.pieces.flatMap((piece) => (piece.type === "code" ? piece.id : []));
  const known = record.source.match(/\{[^{}]+\}/g)?.map((name) => name.slice(1, -1).replace(/^\//, "")) ?? [];
  const total = ids.length + known.length;
  return total === 0 ? 0 : (2 * commonOf(ids, known, (x, y) => x === y).length) / total;
};

type Chapter = {
  readonly name: string;
  readonly source: readonly ReadUnit[];
  readonly target: readonly ReadUnit[];
  readonly records: readonly UnitRecord[];
  readonly figures: Figures;
  /** The language that is translated to. */
  readonly language: Language;
};

const stateOf = (
  { says }: ReadUnit,
  facts: readonly string[],
  record: UnitRecord | undefined,
  target: ReadUnit | undefined,
): UnitState => {
  if (!target) return "missing";
  // Found beside a new sentence of the source, and nobody has said what it translates.
  if (!record) return target.asSource === says ? "missing" : "stale";
  if (target.asSource === record.source && !record.same) return "missing";
  return record.source === says && stillHolds(record.facts, facts) ? "translated" : "stale";
};

/** The next free name for a new unit of a section. */
const namer = (records: readonly UnitRecord[]): ((section: string) => string) => {
  const used = new Set(records.map(({ id }) => id));
  return (section) => {
    let n = 1;
    while (used.has(`${section}.${n}`)) n++;
    used.add(`${section}.${n}`);
    return `${section}.${n}`;
  };
};

/** The units of one chapter in the order of the source, what the translation says beyond them last. Pure. */
export const pairsOf = ({ source, target, records, figures, language }: Chapter): readonly Pair[] => {
  const recordOf = joined(
    source,
    records,
    (unit, record) => unit.says === record.source,
    (unit, record) => likeness(unit.says, record.source),
  );
  const targetOf = joined(records, target, (record, unit) => record.target === fingerprint(unit.says), sharedCodes);
  const taken = new Set(targetOf.filter((index) => index !== undefined));
  const nextName = namer(records);
  let free = 0;
  const pairs = source.map((unit, index): Pair => {
    const record = records[recordOf[index] ?? -1];
    const facts = factsOf(codesOf(contentOf(unit.unit.pieces, "")), figures, language);
    let at = record && targetOf[recordOf[index] as number];
    if (at !== undefined) free = at + 1;
    // A line that was added by hand where the source has a new one.
    else if (!record && free < target.length && !taken.has(free) && target[free]?.unit.kind === unit.unit.kind) {
      at = free++;
      taken.add(at);
    }
    const own = at === undefined ? undefined : target[at];
    return {
      id: record?.id ?? nextName(unit.unit.section),
      state: stateOf(unit, facts, record, own),
      source: unit,
      ...(record && { record }),
      ...(own && { target: own }),
      facts,
    };
  });
  const known = new Set(recordOf);
  const leftovers = records.flatMap((record, index): Pair[] => {
    const own = known.has(index) ? undefined : target[targetOf[index] ?? -1];
    return own ? [{ id: record.id, state: "extra", record, target: own, facts: [] }] : [];
  });
  const unknown = target.flatMap((own, index): Pair[] =>
    taken.has(index) ? [] : [{ id: nextName(own.unit.section), state: "extra", target: own, facts: [] }],
  );
  return [...pairs, ...leftovers, ...unknown];
};
