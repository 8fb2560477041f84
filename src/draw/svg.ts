import { type ChartFaces, runsOf, weightOf } from "./runs.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
const unescapeXml = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp|#(\d+));/g, (_, name: string, code?: string) =>
    code ? String.fromCodePoint(Number(code)) : ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[name] ?? ""),
  );

const familyName = (family: string): string => (/^[A-Za-z-]+$/.test(family) ? family : `'${family}'`);

/** One line of text, each stretch in its own face; attributes of the element stand in for the only face. */
const setLine = (text: string, weight: number, faces: ChartFaces): { readonly family?: string; readonly markup: string } => {
  const runs = runsOf(text, weight, faces);
  const [only] = runs;
  if (only && runs.length === 1) return { family: familyName(only.face.family), markup: escapeXml(text) };
  return {
    markup: runs
      .map((run) => `<tspan font-family="${familyName(run.face.family)}">${escapeXml(run.text)}</tspan>`)
      .join(""),
  };
};

const textElement = /<text ([^>]*)>((?:[^<]|<\/?tspan[^>]*>)*)<\/text>/g;
const lineElement = /<tspan([^>]*)>([^<]*)<\/tspan>/g;
const weightAttribute = /font-weight="([^"]*)"/;
const familyAttribute = /font-family="[^"]*"/;

/** Names the face of every stretch of text, so that any program that has the faces sets it as it was measured. */
const nameFaces = (svg: string, faces: ChartFaces): string =>
  svg.replace(textElement, (_, attributes: string, content: string) => {
    const weight = weightOf(weightAttribute.exec(attributes)?.[1]);
    if (content.includes("<tspan")) {
      const lines = content.replace(lineElement, (__, place: string, text: string) => {
        const line = setLine(unescapeXml(text), weight, faces);
        return `<tspan${place}${line.family ? ` font-family="${line.family}"` : ""}>${line.markup}</tspan>`;
      });
      return `<text ${attributes}>${lines}</text>`;
    }
    const line = setLine(unescapeXml(content), weight, faces);
    const own = line.family ? attributes.replace(familyAttribute, `font-family="${line.family}"`) : attributes;
    return `<text ${own}>${line.markup}</text>`;
  });

/** What a reader who cannot see the picture is told, in the language of the document. */
export type SvgText = { readonly title: string; readonly description: string; readonly language: string };

/**
 * Vega's SVG made self-contained: sizes in pt, the face of every stretch of text by name, title and description
 * (SVG 2 §5.8), and nothing that a page does not print.
 */
export const finishSvg = (svg: string, size: { readonly width: number; readonly height: number }, text: SvgText, faces: ChartFaces): string => {
  const { width, height } = size;
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="${width}pt" height="${height}pt" ` +
    `viewBox="0 0 ${width} ${height}" role="img" xml:lang="${escapeXml(text.language)}">` +
    `<title>${escapeXml(text.title)}</title><desc>${escapeXml(text.description)}</desc>`;
  const body = svg
    .replace(/^<svg[^>]*>/, "")
    .replace(/<rect [^>]*fill="transparent"[^>]*\/>/g, "")
    .replace(/ (?:class|role|aria-[a-z]+|pointer-events|stroke-miterlimit)="[^"]*"/g, "");
  return head + nameFaces(body, faces);
};
