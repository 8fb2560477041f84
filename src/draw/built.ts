import { existsSync } from "node:fs";

/** A file that `npm ci` makes in dist/, found from there, from the sources, and from bundles below the project. */
export const builtFile = (name: string): URL => {
  for (let folder = new URL(".", import.meta.url); ; folder = new URL("..", folder)) {
    const found = [new URL(name, folder), new URL(`dist/${name}`, folder)].find((file) => existsSync(file));
    if (found) return found;
    if (folder.pathname === new URL("..", folder).pathname)
      throw new Error(`dist/${name} is missing: run npm run prepare`);
  }
};
