import { paragraphsOf } from "../figures.ts";
import { contentTypeOf, relationshipsPath, withContentTypes, writeRelationships } from "../package.ts";
import type { Side } from "../side.ts";
import { isElement, textOf, walk, type XmlElement } from "../xml.ts";

/** A chart's drawing, or a picture of one: its name, its block, and the parts that it shows. */
type Drawing = {
  readonly name: string;
  readonly block: string;
  readonly properties: XmlElement;
  readonly story: string;
  /** The chart's part; else those of pictures. */
  readonly chart?: string;
  readonly pictures: readonly string[];
};

function* living(node: XmlElement): Generator<XmlElement> {
  yield node;
  for (const child of node.children)
    if (isElement(child) && !/^(w:(del|moveFrom)|mc:Fallback)$/.test(child.name)) yield* living(child);
}

const drawingsOf = (side: Side): readonly Drawing[] =>
  [...paragraphsOf(side)].flatMap(({ node, story, block }) =>
    [...living(node)].flatMap((one): readonly Drawing[] => {
      if (one.name !== "w:drawing") return [];
      const inside = [...walk(one)];
      const properties = inside.find(({ name }) => name === "wp:docPr");
      if (!properties) return [];
      const target = (id: string | undefined): string | undefined => side.relationships(story).get(id ?? "")?.target;
      const chart = target(inside.find(({ name }) => name === "c:chart")?.attributes["r:id"]);
      const pictures = inside.flatMap(({ attributes }) => target(attributes["r:embed"]) ?? []);
      const name = properties.attributes.name ?? "";
      if (chart === undefined && !name.startsWith("chart:")) return [];
      return [{ name, block, properties, story, ...(chart !== undefined && { chart }), pictures }];
    }),
  );

/** Names and numbers of a chart, whichever program wrote it down. */
const shownIn = (side: Side, path: string): string =>
  [...walk(side.root(path) ?? { name: "", attributes: {}, children: [] })]
    .flatMap((node) => (node.name === "c:v" ? [textOf(node)] : []))
    .map((text) => (text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text).toPrecision(12) : text))
    .join("\n");

/** The charts of today, each with its drawing in the file: by its name, else one after another in its block. */
const pairs = (today: readonly Drawing[], file: readonly Drawing[]) => {
  const names = new Map(file.map((one) => [one.name, one]));
  const used = new Set<Drawing>();
  return today.map((own) => {
    const named = names.get(own.name);
    const inBlock = file.filter((one) => one.block === own.block && !one.name.startsWith("chart:") && !used.has(one));
    const other = named ?? inBlock[0];
    if (other) used.add(other);
    return { own, other };
  });
};

/** A chart's part with its workbook in the place of another. */
const replaceChart = (parts: Map<string, Uint8Array>, file: Side, today: Side, from: string, to: string): void => {
  for (const { target, external } of file.relationships(to).values()) if (!external) parts.delete(target);
  const types = new Map<string, string>();
  const links = [...today.relationships(from).values()].map((link) => {
    if (link.external) return link;
    const target = link.target.replace(/([^/]+)$/, (name) => `of-${to.replace(/^.*\/|\.xml$/g, "")}-${name}`);
    parts.set(target, today.parts.get(link.target) ?? new Uint8Array());
    const type = contentTypeOf(today.parts, link.target);
    if (type !== undefined && contentTypeOf(parts, target) !== type) types.set(target, type);
    return { ...link, target };
  });
  parts.set(to, today.parts.get(from) ?? new Uint8Array());
  parts.set(relationshipsPath(to), writeRelationships(links));
  if (types.size > 0) parts.set("[Content_Types].xml", withContentTypes(parts, types));
};

/** What charts ask of the stories that hold them: titles and text alternatives. */
export type ChartChanges = { readonly names: readonly string[]; readonly changes: ReadonlyMap<XmlElement, XmlElement> };

/**
 * Today's charts in the place of those of a file, where they show anything else; their text alternatives too. Tells by
 * `lost` which the file has no more.
 */
export const refreshCharts = (
  parts: Map<string, Uint8Array>,
  file: Side,
  today: Side,
  lost: (name: string, block: string) => void,
): ChartChanges => {
  const names: string[] = [];
  const changes = new Map<XmlElement, XmlElement>();
  for (const { own, other } of pairs(drawingsOf(today), drawingsOf(file))) {
    if (!other) {
      lost(own.name, own.block);
      continue;
    }
    const { name = "", descr, title } = own.properties.attributes;
    const says = other.properties.attributes;
    if (says.descr !== descr || says.title !== title || says.name !== name)
      changes.set(other.properties, {
        ...other.properties,
        attributes: { ...says, name, ...(descr !== undefined && { descr }), ...(title !== undefined && { title }) },
      });
    if (own.chart !== undefined && other.chart !== undefined) {
      if (shownIn(today, own.chart) === shownIn(file, other.chart)) continue;
      replaceChart(parts, file, today, own.chart, other.chart);
      names.push(name);
    } else if (own.chart === undefined && other.pictures.length === own.pictures.length) {
      const isSame = own.pictures.every(
        (path, index) => today.digest(path) === file.digest(other.pictures[index] ?? ""),
      );
      if (isSame) continue;
      own.pictures.forEach((path, index) => {
        parts.set(other.pictures[index] ?? "", today.parts.get(path) ?? new Uint8Array());
      });
      names.push(name);
    } else lost(name, own.block);
  }
  return { names, changes };
};
