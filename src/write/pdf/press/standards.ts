import type { PressProfile } from "../../../model/press.ts";
import type { Style } from "../../../model/style.ts";
import type { Claim } from "../draw/metadata.ts";
import type { OutputIntent } from "../draw/output-intent.ts";

/** What the print file is: PDF/X-4 (ISO 15930-7), not trapped, the first and only version of its document. */
export const pressClaims: readonly Claim[] = [
  {
    prefix: "pdfxid",
    namespace: "http://www.npes.org/pdfx/ns/id/",
    properties: { GTS_PDFXVersion: "PDF/X-4" },
  },
  { prefix: "pdf", namespace: "http://ns.adobe.com/pdf/1.3/", properties: { Trapped: "False" } },
  {
    prefix: "xmpMM",
    namespace: "http://ns.adobe.com/xap/1.0/mm/",
    properties: { VersionID: "1", RenditionClass: "default" },
  },
];

/** Colours of the press are those of the printing condition that the style names. */
export const pressIntent = (style: Style, profile: PressProfile): OutputIntent => ({
  standard: "GTS_PDFX",
  condition: style.print.condition,
  registry: "http://www.color.org",
  info: profile.description,
  profile: profile.bytes,
  components: 4,
});
