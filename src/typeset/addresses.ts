/** Addresses of the web and of mail; they are copied letter by letter, so no division may add a hyphen. */
const address = /(?:[a-z][a-z\d+.-]*:\/\/|www\.)[!-~]+|[!-?A-~]+@[a-z\d-]+(?:\.[a-z\d-]+)+/giu;
const likely = /:\/\/|www\.|@/iu;

/** What ends the sentence around an address, and is no part of it. */
const behind = /[.,;:!?'")\]}>]+$/u;

/** Where the addresses of a text stand: [start, end) in UTF-16. */
export const addressesIn = (text: string): readonly (readonly [number, number])[] =>
  likely.test(text)
    ? [...text.matchAll(address)].map(
        ({ 0: found, index }) => [index, index + found.replace(behind, "").length] as const,
      )
    : [];

/** Marks that an address may be broken before: they show that it goes on, as a hyphen behind its word would not. */
const breaksBefore = /[.?&=#_~%,-]/u;
const wordly = /[\p{L}\p{Nd}]/u;

/**
 * Whether a line may end inside an address, between two of its characters: behind its slashes and @, before other marks
 * (Chicago 14.18); nowhere else, so that nothing is taken for a part of it or for a division.
 */
export const breaksInAddress = (before: string, after: string): boolean =>
  (/[/@]/u.test(before) && after !== "/") || (breaksBefore.test(after) && wordly.test(before));

/** Whether a place in a text lies inside an address, not at its beginning. */
export const insideAddress = (text: string, at: number): boolean =>
  addressesIn(text).some(([start, end]) => start < at && at < end);
