import { tag, xmlPart } from "./markup.ts";
import type { Setting } from "./setting.ts";

const compatibility = (): string =>
  tag(
    "w:compat",
    {},
    // What Word writes for a new document in an East Asian language (ECMA-376 §17.15.3).
    tag("w:spaceForUL"),
    tag("w:balanceSingleByteDoubleByteWidth"),
    tag("w:doNotLeaveBackslashAlone"),
    tag("w:ulTrailSpace"),
    tag("w:doNotExpandShiftReturn"),
    tag("w:adjustLineHeightInTable"),
    tag("w:useFELayout"),
    ...Object.entries({
      compatibilityMode: 15,
      overrideTableStyleFontSizeAndJustification: 1,
      enableOpenTypeFeatures: 1,
      doNotFlipMirrorIndents: 1,
      differentiateMultirowTableHeaders: 1,
      useWord2013TrackBottomHyphenation: 0,
    }).map(([name, value]) =>
      tag("w:compatSetting", { "w:name": name, "w:uri": "http://schemas.microsoft.com/office/word", "w:val": value }),
    ),
  );

/** word/settings.xml (ECMA-376 §17.15.1.78): facing pages, punctuation, Word 2013 layout; no field is updated on opening. */
export const settingsPart = (first: Setting): string =>
  xmlPart(
    tag(
      "w:settings",
      { "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
      tag("w:zoom", { "w:percent": 100 }),
      tag("w:mirrorMargins"),
      tag("w:defaultTabStop", { "w:val": 420 }),
      tag("w:autoHyphenation"),
      tag("w:consecutiveHyphenLimit", { "w:val": 2 }),
      tag("w:doNotHyphenateCaps"),
      tag("w:evenAndOddHeaders"),
      tag("w:characterSpacingControl", {
        "w:val": first.kind === "eastAsia" ? "compressPunctuation" : "doNotCompress",
      }),
      tag("w:footnotePr", {}, tag("w:footnote", { "w:id": -1 }), tag("w:footnote", { "w:id": 0 })),
      tag("w:endnotePr", {}, tag("w:endnote", { "w:id": -1 }), tag("w:endnote", { "w:id": 0 })),
      compatibility(),
      tag("w:themeFontLang", {
        "w:val": first.languages.val,
        "w:eastAsia": first.languages.eastAsia,
        "w:bidi": first.languages.bidi,
      }),
      tag("w:decimalSymbol", { "w:val": "." }),
      tag("w:listSeparator", { "w:val": "," }),
    ),
  );
