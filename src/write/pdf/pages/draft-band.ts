import { draftWords } from "../../../model/language.ts";
import { lineItems } from "../blocks/lines.ts";
import { plain } from "../blocks/runs.ts";
import type { Mark } from "../content.ts";
import { type PartSetting, textStyle } from "../part-setting.ts";
import { geometryOf } from "../sheet.ts";
import { headerArtifact } from "../structure.ts";

/** Height of the band, and of the letters' baseline above its lower edge, as shares of the leading of running heads. */
const band = { height: 1.6, baseline: 0.55 };

/**
 * The band across the head of every page of a draft with errors. Its colours are those of the closing page, words on a
 * panel, so they can be told apart in any style; x from the left edge of the trim, for it bleeds.
 */
export const draftBand = (ps: PartSetting): readonly Mark[] => {
  const { width, bleed, centred } = geometryOf(ps.style);
  const { panel, imprint } = ps.style.closing.colours;
  const type = { ...ps.type("furniture"), colour: imprint };
  const height = type.leading * band.height;
  const strip = { left: 0, width: ps.width, blocks: [], owner: headerArtifact };
  const place = { file: "", line: 1, column: 1 };
  const run = plain(draftWords(ps.part.language), textStyle(type), place);
  const marks = lineItems([run], type, strip, { alignment: "start" }, ps)[0]?.content.marks ?? [];
  const baseline = height - type.leading * band.baseline;
  return [
    { kind: "panel", x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + bleed, colour: panel },
    ...marks.map((mark) => (mark.kind === "text" ? { ...mark, x: centred, baseline, owner: headerArtifact } : mark)),
  ];
};
