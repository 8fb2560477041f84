import type { Claim } from "../draw/metadata.ts";
import type { OutputIntent } from "../draw/output-intent.ts";
import { srgbProfile } from "./srgb.ts";

/**
 * What the screen file is: PDF/UA-1 (ISO 14289-1 §5) and PDF/A-2a (ISO 19005-2 §6.6.4) at once. Nothing is claimed here
 * that the tests do not have judged.
 */
export const screenClaims: readonly Claim[] = [
  {
    prefix: "pdfuaid",
    namespace: "http://www.aiim.org/pdfua/ns/id/",
    properties: { part: "1" },
    extension: {
      schema: "PDF/UA identification schema",
      properties: [["part", "Integer", "Part of ISO 14289 that the file keeps to"]],
    },
  },
  {
    prefix: "pdfaid",
    namespace: "http://www.aiim.org/pdfa/ns/id/",
    properties: { part: "2", conformance: "A" },
  },
];

/** Colours of the screen are sRGB. */
export const screenIntent = (): OutputIntent => ({
  standard: "GTS_PDFA1",
  condition: "sRGB IEC61966-2.1",
  registry: "http://www.color.org",
  info: "sRGB IEC61966-2.1",
  profile: srgbProfile(),
  components: 3,
});
