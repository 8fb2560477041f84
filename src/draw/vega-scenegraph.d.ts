/** The part of vega-scenegraph 5 that is used: https://github.com/vega/vega/tree/main/packages/vega-scenegraph. */
declare module "vega-scenegraph" {
  /** What Vega asks of a text before it places it. */
  export type TextItem = {
    readonly font?: string;
    readonly fontSize?: number;
    readonly fontWeight?: string | number;
    readonly limit?: number;
  };
  export const textMetrics: { width: (item: TextItem, text: unknown) => number };
  export function resetSVGDefIds(): void;
}
