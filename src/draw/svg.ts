import { escapeXml } from "../model/xml.ts";
import { type ChartFaces, runsOf, textWidth, weightOf } from "./runs.ts";

const unescapeXml = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp|#(\d+));/g, (_, name: string, code?: string) =>
    code ? String.fromCodePoint(Number(code)) : ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[name] ?? ""),
  );

const familyName = (family: string): string => (/^[A-Za-z-]+$/.test(family) ? family : `'${family}'`);

/** A line's own attributes: what Vega gave its tspan (the step down from the line before). */
type Line = { readonly text: string; readonly down: string };
/** What the lines of a text element share. */
type Setting = { readonly size: number; readonly weight: number; readonly anchor: string };

/** How much of a text's width stands before its anchor. */
const before: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

/**
 * A line whose stretches each have their own face and place: programs that set SVG shape what follows without a place
 * of its own as one text, in one face.
 */
const setLine = ({ text, down }: Line, { size, weight, anchor }: Setting, faces: ChartFaces): string => {
  let x = -(before[anchor] ?? 0) * textWidth(text, size, weight, faces);
  return runsOf(text, weight, faces)
    .map((run, index) => {
      const place = `x="${rounded(x)}"${index === 0 ? down : ""}`;
      x += textWidth(run.text, size, weight, faces);
      return `<tspan ${place} font-family="${familyName(run.face.family)}">${escapeXml(run.text)}</tspan>`;
    })
    .join("");
};

/** To a thousandth of a point. */
const rounded = (length: number): string => String(Math.round(length * 1000) / 1000 + 0);

const textElement = /<text ([^>]*)>((?:[^<]|<\/?tspan[^>]*>)*)<\/text>/g;
const lineElement = /<tspan([^>]*)>([^<]*)<\/tspan>/g;
const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
const withAttribute = (attributes: string, name: string, value: string): string =>
  attributes.replace(new RegExp(`((?:^| )${name}=")[^"]*"`), (_, start: string) => `${start}${value}"`);

/** Names the face of every stretch of text, so that any program that has the faces sets it as it was measured. */
const nameFaces = (svg: string, faces: ChartFaces): string =>
  svg.replace(textElement, (_, attributes: string, content: string) => {
    const lines: readonly Line[] = content.includes("<tspan")
      ? [...content.matchAll(lineElement)].map(([, own = "", text = ""]) => {
          const down = attribute(own, "dy");
          return { text: unescapeXml(text), down: down === undefined ? "" : ` dy="${down}"` };
        })
      : [{ text: unescapeXml(content), down: "" }];
    const setting = {
      size: Number.parseFloat(attribute(attributes, "font-size") ?? "11"),
      weight: weightOf(attribute(attributes, "font-weight")),
      anchor: attribute(attributes, "text-anchor") ?? "start",
    };
    const used = new Set(lines.flatMap((line) => runsOf(line.text, setting.weight, faces).map((run) => run.face)));
    const [only] = used;
    if (only && used.size === 1) {
      const body = lines.map(({ text, down }, index) =>
        index === 0 ? escapeXml(text) : `<tspan x="0"${down}>${escapeXml(text)}</tspan>`,
      );
      return `<text ${withAttribute(attributes, "font-family", familyName(only.family))}>${body.join("")}</text>`;
    }
    return `<text ${withAttribute(attributes, "text-anchor", "start")}>${lines.map((line) => setLine(line, setting, faces)).join("")}</text>`;
  });

/** What a reader who cannot see the picture is told, in the language of the document. */
export type SvgText = { readonly title: string; readonly description: string; readonly language: string };

/**
 * Vega's SVG made self-contained: sizes in pt, the face of every stretch of text by name, title and description
 * (SVG 2 §5.8), and nothing that a page does not print.
 */
export const finishSvg = (
  svg: string,
  size: { readonly width: number; readonly height: number },
  text: SvgText,
  faces: ChartFaces,
): string => {
  const { width, height } = size;
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="${width}pt" height="${height}pt" ` +
    `viewBox="0 0 ${width} ${height}" role="img" xml:lang="${escapeXml(text.language)}">` +
    `<title>${escapeXml(text.title)}</title><desc>${escapeXml(text.description)}</desc>`;
  const body = svg
    .replace(/^<svg[^>]*>/, "")
    .replace(/<[^>]*>/g, (tag) => tag.replace(/-?\d+\.\d{4,}/g, (number) => rounded(Number(number))))
    .replace(/<rect [^>]*fill="transparent"[^>]*\/>/g, "")
    .replace(/<text [^>]*\/>|<text [^>]*><\/text>/g, "")
    .replace(/ (?:class|role|aria-[a-z]+|pointer-events|stroke-miterlimit)="[^"]*"/g, "");
  return head + nameFaces(body, faces);
};
