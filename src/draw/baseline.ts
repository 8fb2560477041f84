import { type Axis, type Bar, bandsOf, barsOf, edgesOf, tolerance } from "./axis.ts";
import type { Drawn } from "./scene.ts";

const near = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance;

/** The place where the bars of a panel begin: where the longest stack does. */
const baselineOf = (bars: readonly Bar[]): number => {
  const longest = bars.reduce((most, bar) =>
    Math.abs(bar.end - bar.start) > Math.abs(most.end - most.start) ? bar : most,
  );
  const stack = bandsOf(bars).find((band) => band.includes(longest)) ?? [longest];
  const grows = Math.sign(longest.end - longest.start) || 1;
  return stack.reduce((start, bar) => ((bar.start - start) * grows < 0 ? bar.start : start), longest.start);
};

/** The first bar that neither begins at the baseline of all nor where another bar of its band and sign ends. */
const adrift = (bars: readonly Bar[], zero: number): Bar | undefined => {
  for (const band of bandsOf(bars)) {
    if (!band.some((bar) => near(bar.start, zero))) return band[0];
    const known = [zero, ...band.map((bar) => bar.end)];
    const found = band.find((bar) => !known.some((place) => near(place, bar.start)));
    if (found) return found;
  }
  return undefined;
};

/** Whether a place is an edge of its panel, where the axis of its names stands. */
const onEdge = (place: number, drawn: Drawn, along: Axis): boolean =>
  edgesOf(drawn, along).some((edge) => near(edge, place));

const numberOf = ({ item }: Drawn): number => Number(item.datum?.value ?? 0);

/**
 * Zero lies on the base line: the bars of a panel begin at one place, which is its edge as long as no value lies on the
 * other side of zero; and where all values are zero, whatever marks them stands there too.
 */
export const checkBaseline = (
  marks: readonly Drawn[],
  along: Axis,
  fault: (drawn: Drawn | undefined, message: string) => boolean,
): void => {
  const [first] = marks;
  if (!first) return;
  const bars = barsOf(
    marks.filter(({ mark }) => mark === "rect" || mark === "area"),
    along,
  );
  const values = marks.map(numberOf);
  const isOneSided = values.every((value) => value >= 0) || values.every((value) => value <= 0);
  if (bars.length > 0) {
    const zero = baselineOf(bars);
    if (fault(adrift(bars, zero)?.drawn, "bars do not begin at one baseline, nor each where another ends")) return;
    if (isOneSided && !onEdge(zero, first, along))
      fault(first, "bars do not begin at the base line, the edge of their panel");
    return;
  }
  if (values.some((value) => value !== 0)) return;
  const placeOf = ({ item }: Drawn): number => (along === "x" ? (item.x ?? 0) : -(item.y ?? 0));
  const points = marks.filter(({ mark }) => mark === "symbol" || mark === "line");
  fault(
    points.find((point) => !onEdge(placeOf(point), point, along)),
    "zero is not drawn on the base line, the edge of its panel",
  );
};
