/** Addresses of the web and of mail; they are copied letter by letter, so no division may add a hyphen. */
const address = /(?:[a-z][a-z\d+.-]*:\/\/|www\.)[!-~]+|[!-?A-~]+@[a-z\d-]+(?:\.[a-z\d-]+)+/giu;
const likely = /:\/\/|www\.|@/iu;

/** Where the addresses of a text stand: [start, end) in UTF-16. */
export const addressesIn = (text: string): readonly (readonly [number, number])[] =>
  likely.test(text)
    ? [...text.matchAll(address)].map((match) => [match.index, match.index + match[0].length] as const)
    : [];

/** Marks that an address may be broken before, as after its slashes: they show that it goes on. */
export const breaksBefore = /[.?&=#_~]/u;
