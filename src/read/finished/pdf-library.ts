import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";

/** Folder of the library that reads PDF, which holds the predefined CMaps of Chinese, Japanese and Korean fonts. */
const folder = (): string => dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** What the library wants to draw with while it is loaded; text is read without it. */
const drawing = ["DOMMatrix", "ImageData", "Path2D"] as const;

/**
 * The library that reads PDF, and where its data lies. Its native canvas is an optional package that an installation may
 * lack: without it, the library does not load unless something stands for a matrix; what it says then is of drawing alone.
 */
export const pdfLibrary = async () => {
  const surroundings = globalThis as Record<string, unknown>;
  for (const name of drawing) surroundings[name] ??= class {};
  const { console: spoken } = globalThis;
  globalThis.console = { ...spoken, warn: () => {} };
  try {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const data = {
      cMapUrl: join(folder(), "cmaps") + sep,
      standardFontDataUrl: join(folder(), "standard_fonts") + sep,
    };
    return { getDocument, data };
  } finally {
    globalThis.console = spoken;
  }
};
