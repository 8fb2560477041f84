import type { DrawnEdition } from "../model/drawn.ts";
import type { Edition, PageMap } from "../model/edition.ts";
import type { Report } from "../model/finding.ts";
import { drawnPages } from "../preflight/drawing/index.ts";
import { type LaidOut, layOut, printedLabels, render, renderPress, type Settings } from "../write/pdf/index.ts";

/** What the files of an edition draw. */
export const drawnEdition = (laid: LaidOut, screen: Uint8Array, print: Uint8Array | undefined): DrawnEdition => ({
  screen: { labels: laid.pages.labels, pages: drawnPages(screen) },
  ...(print && { print: { labels: printedLabels(laid), pages: drawnPages(print) } }),
});

/** An edition as it would be written today: where things stand, and what its pages draw. */
export const drawToday = async (
  edition: Edition,
  settings: Settings,
): Promise<{ readonly pages: PageMap; readonly drawn: DrawnEdition }> => {
  // Whatever is to be found was found by check.
  const unheard: Report = () => {};
  const laid = await layOut(edition, unheard, settings);
  const { profile } = edition;
  const pressed = profile && (await renderPress(laid, profile, unheard));
  return { pages: laid.pages, drawn: drawnEdition(laid, await render(laid, unheard), pressed?.bytes) };
};
