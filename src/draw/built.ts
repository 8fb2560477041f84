/** A file that `npm ci` makes in dist/, found from there and from the sources. */
export const builtFile = (name: string): URL =>
  new URL(import.meta.url.endsWith(".ts") ? `../../dist/${name}` : `./${name}`, import.meta.url);
