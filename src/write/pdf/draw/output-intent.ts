import type { PdfmakeDocument } from "./pdfmake.ts";

/** What the colours of a file mean: the condition and the ICC profile that they are made for. */
export type OutputIntent = {
  /** The standard that asks for it: "GTS_PDFA1" or "GTS_PDFX". */
  readonly standard: "GTS_PDFA1" | "GTS_PDFX";
  /** Name of the condition in its registry: "sRGB IEC61966-2.1", "FOGRA39". */
  readonly condition: string;
  readonly registry?: string;
  readonly info: string;
  readonly profile: Uint8Array;
  readonly components: 1 | 3 | 4;
};

/** Embeds the output intent of a document (ISO 32000-1 §14.11.5). */
export const setOutputIntent = (document: PdfmakeDocument, intent: OutputIntent): void => {
  const profile = document.ref({ N: intent.components });
  profile.end(intent.profile);
  const dictionary = document.ref({
    Type: "OutputIntent",
    S: intent.standard,
    OutputConditionIdentifier: new String(intent.condition),
    ...(intent.registry === undefined ? {} : { RegistryName: new String(intent.registry) }),
    Info: new String(intent.info),
    DestOutputProfile: profile,
  });
  dictionary.end();
  document._root.data.OutputIntents = [dictionary];
};
