import { execFileSync } from "node:child_process";

/** The command that the tests run is the one that the sources make. */
export const setup = (): void => {
  execFileSync(process.execPath, ["src/bundle.mjs"], { stdio: "inherit" });
};
