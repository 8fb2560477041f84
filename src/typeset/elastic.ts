/** How far letters give to fill a line, so little that it is not seen. */
export type LetterFit = {
  /** Share by which they are drawn wider or narrower. */
  readonly width: number;
  /** Space between them in em; only ever added. */
  readonly space: number;
};

export const noFit: LetterFit = { width: 0, space: 0 };

/** What a line can give in pt: its glue, and at the most its letters. */
export type Elastic = {
  readonly stretch: number;
  readonly shrink: number;
  readonly lettersStretch: number;
  readonly lettersShrink: number;
};

const epsilon = 1e-6;
/** The ratio of a line that has room and nothing to fill it with; below zero, of one that is too long and cannot shrink. */
export const hopeless = 1e3;

/**
 * How far a line must stretch (> 0) or shrink (< 0) to take up `room` pt, as a share of what its glue gives. Letters
 * give in the same share up to their limit at 1; what is left beyond is for the glue alone. Below -1 the line is too long.
 */
export const ratioOf = (room: number, elastic: Elastic): number => {
  const { stretch, shrink, lettersStretch, lettersShrink } = elastic;
  if (room >= 0) {
    const within = stretch + lettersStretch;
    if (room <= within) return within > 0 ? room / within : 0;
    if (stretch > 0) return (room - lettersStretch) / stretch;
    return room > lettersStretch + epsilon ? hopeless : 1;
  }
  const most = shrink + lettersShrink;
  if (most > 0) return room / most;
  return room < -epsilon ? -hopeless : 0;
};

/** How letters are drawn at a ratio: never more than what they give. `space` in em. */
export const fitAt = (
  ratio: number,
  { width, space }: LetterFit,
): { readonly scale: number; readonly space: number } => {
  const share = Math.max(-1, Math.min(1, ratio));
  return { scale: 1 + share * width, space: Math.max(0, share) * space };
};
