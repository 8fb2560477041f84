import type { Value } from "../../model/document.ts";
import { escapeXml } from "../../model/xml.ts";
import { tag, xmlPart } from "./markup.ts";

/** Namespace of the list of printed figures that travels in the file. */
export const figuresNamespace = "urn:whitepaper:figures:1";
/** Name of the list in the file (ECMA-376 §22.5.2.1); one list a file, so the name is fixed. */
const storeItemId = "{6F1B7C52-3D0E-4C7A-9B1D-5A0E77C9F2A1}";

/** Where a control finds its text (w:dataBinding, ECMA-376 §17.5.2.6). */
export type Binding = { readonly xpath: string; readonly prefixMappings: string; readonly storeItemId: string };

type Entry = { readonly path: string; readonly value: Value };

/**
 * The printed figures of a volume. Places that print the same text of the same figure in the same form share one entry,
 * an element that is called by the figure's key: programs that lose attributes on saving (LibreOffice 7) keep it bound.
 */
export type FigureStore = {
  readonly bind: (value: Value) => Binding;
  readonly isEmpty: () => boolean;
  /** customXml/item1.xml. */
  readonly write: () => string;
};

/** A key as the name of an element; what a name cannot hold is written as its code: `_x20_`. */
const elementName = (key: string): string => {
  const name = key.replace(/[^\p{L}\p{N}._-]/gu, (mark) => `_x${mark.codePointAt(0)?.toString(16)}_`);
  return `f:${/^[\p{L}_]/u.test(name) ? name : `_${name}`}`;
};

export const figureStore = (): FigureStore => {
  const entries = new Map<string, Entry>();
  const counts = new Map<string, number>();
  const entryOf = (value: Value): Entry => {
    const same = JSON.stringify([value.key, value.form, value.text]);
    const known = entries.get(same);
    if (known) return known;
    const count = (counts.get(value.key) ?? 0) + 1;
    counts.set(value.key, count);
    const entry = { path: `/f:figures[1]/${elementName(value.key)}[${count}]`, value };
    entries.set(same, entry);
    return entry;
  };
  return {
    bind: (value) => ({
      xpath: entryOf(value).path,
      prefixMappings: `xmlns:f='${figuresNamespace}'`,
      storeItemId,
    }),
    isEmpty: () => entries.size === 0,
    write: () =>
      xmlPart(
        tag(
          "f:figures",
          { "xmlns:f": figuresNamespace },
          ...[...entries.values()].map(({ value }) =>
            tag(
              elementName(value.key),
              { key: value.key, form: value.form, also: value.also?.join(" ") },
              escapeXml(value.text),
            ),
          ),
        ),
      ),
  };
};

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
