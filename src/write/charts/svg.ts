import { escapeXml } from "../../model/xml.ts";

/** What a reader who cannot see the picture is told. */
export type Description = { readonly title: string; readonly text: string };

/** A picture that says what it is (SVG 2 §5.8), with the caption as its title: no caption stands below it here. */
export const described = (svg: string, { title, text }: Description): string =>
  svg
    .replace(/<(title|desc)>[^<]*<\/\1>/g, "")
    .replace(/^<svg[^>]*>/, (head) => `${head}<title>${escapeXml(title)}</title><desc>${escapeXml(text)}</desc>`);

/**
 * A picture with live text for programs that do not have the faces of the publication: they take a face of their own
 * without serifs in place of their default.
 */
export const withSpareFace = (svg: string): string =>
  svg.replace(/ font-family="([^"]*)"/g, (_, families: string) => ` font-family="${families}, sans-serif"`);
