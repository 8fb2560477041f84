import { readFileSync } from "node:fs";

/** The tool's own version, from its package.json (one folder above dist/ or two above src/commands/). */
const read = (): string => {
  for (const path of ["../package.json", "../../package.json"]) {
    try {
      const parsed = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as {
        name?: string;
        version?: string;
      };
      if (parsed.name === "whitepaper" && parsed.version) return parsed.version;
    } catch {
      // Not here: one folder further up.
    }
  }
  return "0.0.0";
};

export const version = read();
