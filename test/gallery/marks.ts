/** What an SVG shows, read from its text alone and not from what the program knows of it. */

/** Every printed line. */
export const textsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/gs)].map(([, content = ""]) =>
    content
      .replace(/<tspan[^>]*dy=[^>]*>/g, "\n")
      .replace(/<[^>]*>/g, "")
      .replaceAll("&amp;", "&"),
  );

/** Lengths of the filled bars in drawing order, pt. */
export const barLengths = (svg: string, axis: "x" | "y"): readonly number[] =>
  [...svg.matchAll(/<path d="M[\d.-]+,[\d.-]+h([\d.-]+)v([\d.-]+)h[\d.-]+Z" fill="#/g)].map(([, width, height]) =>
    Math.abs(Number(axis === "x" ? width : height)),
  );

/** Centres of the points in drawing order, pt. */
export const pointCentres = (svg: string): readonly (readonly [x: number, y: number])[] =>
  [...svg.matchAll(/<path transform="translate\(([\d.-]+),([\d.-]+)\)" d="M[\d.-]+,0A[^"]*" fill="#/g)].map(
    ([, x, y]) => [Number(x), Number(y)],
  );
