import type { Scene, SceneItem } from "./render.ts";

/** A drawn item with its place in the picture, in pt from the top left corner. */
export type Drawn = {
  /** "rect", "text", "symbol", "line", "arc", "rule", "area". */
  readonly mark: string;
  /** "mark" for what the specification draws, "axis-label", "legend-label", "title-text" … for what explains it. */
  readonly role: string;
  readonly item: SceneItem;
  /** Offset of the item's group. */
  readonly at: readonly [x: number, y: number];
  /** Size of that group: of the panel that a value stands in. */
  readonly frame: { readonly width: number; readonly height: number };
  /** Whether what lies beyond the group is cut off. */
  readonly clipped: boolean;
  /** Which of the panel's layers draws it, nested layers counted through; not there for guides. */
  readonly layer?: number;
};

/** Vega-Lite names marks by where they stand: concat_1_layer_0_marks. */
const layerOf = (name: string | undefined): number | undefined => {
  const [, number] = /layer_(\d+)_/.exec(name ?? "") ?? [];
  return number === undefined ? undefined : Number(number);
};

/** Every item that a picture shows, in drawing order. */
export const drawnIn = (scene: Scene): readonly Drawn[] => {
  const found: Drawn[] = [];
  const visit = (mark: SceneItem, at: readonly [number, number], frame: Drawn["frame"]): void => {
    const layer = layerOf(mark.name);
    for (const item of mark.items ?? []) {
      if (mark.marktype !== "group") {
        found.push({
          mark: mark.marktype ?? "",
          role: mark.role ?? "",
          item,
          at,
          frame,
          clipped: mark.clip === true,
          ...(layer !== undefined && { layer }),
        });
        continue;
      }
      const inside = [at[0] + (item.x ?? 0), at[1] + (item.y ?? 0)] as const;
      const { width = 0, height = 0 } = item;
      for (const child of item.items ?? []) visit(child, inside, { width, height });
    }
  };
  visit(scene.root, scene.origin, { width: scene.width, height: scene.height });
  return found;
};

/** The printed lines of a text item: charts break lines at line feeds. */
export const linesOf = (item: SceneItem): readonly string[] =>
  (Array.isArray(item.text) ? item.text : [item.text])
    .flatMap((text) => (text == null ? [] : String(text).split("\n")))
    .filter((line) => line !== "");

/** The row that an item draws, if it draws one. */
export const rowKey = ({ item }: Drawn): string | undefined =>
  typeof item.datum?.key === "string" ? item.datum.key : undefined;

const geometric = new Set(["rect", "symbol", "arc", "line", "area"]);

/** Whether an item stands for a value: not words, guides, or rules, nor the gap of a line. */
export const isValueMark = ({ role, mark, item }: Drawn): boolean =>
  role === "mark" && geometric.has(mark) && item.defined !== false;
