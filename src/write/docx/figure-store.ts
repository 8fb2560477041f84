import { createHash } from "node:crypto";
import type { Value } from "../../model/document.ts";
import { escapeXml, tag, xmlPart } from "./markup.ts";

/** Namespace of the list of printed figures that travels in the file. */
export const figuresNamespace = "urn:whitepaper:figures:1";
/** Name of the list in the file (ECMA-376 §22.5.2.1); one list a file, so the name is fixed. */
export const storeItemId = "{6F1B7C52-3D0E-4C7A-9B1D-5A0E77C9F2A1}";

/** Where a control finds its text (w:dataBinding, ECMA-376 §17.5.2.6). */
export type Binding = { readonly xpath: string; readonly prefixMappings: string; readonly storeItemId: string };

type Node = { readonly id: string; readonly value: Value };

/** The printed figures of a volume. Places that print the same text of the same figure in the same form share one entry. */
export type FigureStore = {
  readonly bind: (value: Value) => Binding;
  readonly isEmpty: () => boolean;
  /** customXml/item1.xml. */
  readonly write: () => string;
};

export const figureStore = (): FigureStore => {
  const nodes = new Map<string, Node>();
  const variants = new Map<string, number>();
  const nodeOf = (value: Value): Node => {
    const same = JSON.stringify([value.key, value.form, value.text]);
    const known = nodes.get(same);
    if (known) return known;
    const variant = (variants.get(value.key) ?? 0) + 1;
    variants.set(value.key, variant);
    const node = { id: variant === 1 ? value.key : `${value.key}~${variant}`, value };
    nodes.set(same, node);
    return node;
  };
  return {
    bind: (value) => ({
      xpath: `/f:figures[1]/f:figure[@id='${nodeOf(value).id}'][1]`,
      prefixMappings: `xmlns:f='${figuresNamespace}'`,
      storeItemId,
    }),
    isEmpty: () => nodes.size === 0,
    write: () =>
      xmlPart(
        tag(
          "f:figures",
          { "xmlns:f": figuresNamespace },
          ...[...nodes.values()].map(({ id, value }) =>
            tag(
              "f:figure",
              { id, key: value.key, form: value.form, also: value.also?.join(" ") },
              escapeXml(value.text),
            ),
          ),
        ),
      ),
  };
};

/** A key as a control's tag or title; Word allows 64 characters, a longer key ends in a digest. */
export const controlTag = (key: string): string =>
  key.length <= 64 ? key : `${key.slice(0, 55)}~${createHash("sha256").update(key).digest("hex").slice(0, 8)}`;

/** customXml/itemProps1.xml. */
export const storeProperties = (): string =>
  xmlPart(
    tag(
      "ds:datastoreItem",
      {
        "ds:itemID": storeItemId,
        "xmlns:ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
      },
      tag("ds:schemaRefs", {}, tag("ds:schemaRef", { "ds:uri": figuresNamespace })),
    ),
  );
