import type { PdfFile } from "../reader/file.ts";
import {
  dictOf,
  isArray,
  isRef,
  nameOf,
  numberOf,
  numbersOf,
  type PdfDict,
  type PdfObject,
  textOf,
} from "../reader/object.ts";

/** An element of the logical structure as it stands in a file (ISO 32000-1 §14.7.2). */
export type TaggedElement = {
  readonly kind: "element";
  /** Structure type after the role map. */
  readonly role: string;
  /** As written. */
  readonly type: string;
  readonly lang: string | undefined;
  readonly title: string | undefined;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly id: string | undefined;
  /** Structure attributes of all owners by name. */
  readonly attributes: ReadonlyMap<string, PdfObject>;
  readonly kids: readonly TaggedKid[];
};
/** A stretch of a page's content. Pages are 1-based; 0 where the file names none. */
export type TaggedContent = { readonly kind: "content"; readonly page: number; readonly mcid: number };
export type TaggedObject = { readonly kind: "object"; readonly dict: PdfDict | undefined };
export type TaggedKid = TaggedElement | TaggedContent | TaggedObject;

const deepest = 100;

const attributesOf = (file: PdfFile, object: PdfObject): ReadonlyMap<string, PdfObject> => {
  const list = isArray(object) ? object : [object];
  return new Map(
    list.flatMap((item) =>
      [...(dictOf(file.resolve(item))?.entries ?? [])].map(([name, value]) => [name, file.resolve(value)] as const),
    ),
  );
};

/** Reads the structure tree. `pageOf`: the number of a page by that of its object. `undefined`: the file has no tree. */
export const readTree = (file: PdfFile, pageOf: ReadonlyMap<number, number>): TaggedElement | undefined => {
  const tree = file.get(file.get(file.trailer, "Root"), "StructTreeRoot");
  const roles = file.get(tree, "RoleMap");
  const roleOf = (type: string): string => nameOf(file.get(roles, type)) ?? type;
  const number = (page: PdfObject | undefined, around: number): number =>
    isRef(page) ? (pageOf.get(page.number) ?? 0) : around;
  const kidOf = (object: PdfObject, page: number, depth: number): readonly TaggedKid[] => {
    const mcid = numberOf(object);
    if (mcid !== undefined) return [{ kind: "content", page, mcid }];
    const dict = dictOf(file.resolve(object));
    if (!dict || depth > deepest) return [];
    const type = nameOf(file.get(dict, "Type"));
    const own = number(dict.entries.get("Pg"), page);
    if (type === "MCR") return [{ kind: "content", page: own, mcid: numberOf(file.get(dict, "MCID")) ?? -1 }];
    if (type === "OBJR") return [{ kind: "object", dict: dictOf(file.get(dict, "Obj")) }];
    return [elementOf(dict, own, depth + 1)];
  };
  const elementOf = (dict: PdfDict, page: number, depth: number): TaggedElement => {
    const kids = file.get(dict, "K");
    const type = nameOf(file.get(dict, "S")) ?? "?";
    const text = (key: string): string | undefined => textOf(file.get(dict, key));
    return {
      kind: "element",
      role: roleOf(type),
      type,
      lang: text("Lang"),
      title: text("T"),
      alt: text("Alt"),
      actualText: text("ActualText"),
      id: text("ID"),
      attributes: attributesOf(file, file.get(dict, "A")),
      kids: (isArray(kids) ? kids : [dict.entries.get("K") ?? null]).flatMap((kid) => kidOf(kid, page, depth)),
    };
  };
  const top = file.get(tree, "K");
  const [root] = isArray(top) ? top : [top];
  const dict = dictOf(file.resolve(root));
  return dict && elementOf(dict, 0, 0);
};

/** The numbers that a figure's box, a span of cells and the like are made of. */
export const attributeNumbers = (element: TaggedElement, name: string): readonly number[] | undefined =>
  numbersOf(element.attributes.get(name));

/** Every element from here down in reading order, parents before children. */
export function* walkElements(element: TaggedElement): Generator<TaggedElement> {
  yield element;
  for (const kid of element.kids) if (kid.kind === "element") yield* walkElements(kid);
}
