import type { Edition, PageMap } from "../../model/edition.ts";
import type { Report } from "../../model/finding.ts";
import { layOut } from "./lay-out.ts";
import { render } from "./screen/render.ts";

export { type LaidOut, layOut } from "./lay-out.ts";
export type { Settings } from "./part-setting.ts";
export { checkForPress, renderPress } from "./press/render-press.ts";
export { render } from "./screen/render.ts";

/** Sets an edition and draws it. Reports what {@link layOut} and {@link render} do. */
export const writePdf = async (
  edition: Edition,
  report: Report,
): Promise<{ readonly bytes: Uint8Array; readonly pages: PageMap }> => {
  const laid = await layOut(edition, report);
  return { bytes: await render(laid, report), pages: laid.pages };
};
