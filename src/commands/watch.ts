import { join } from "node:path";
import { watch as watchFiles } from "chokidar";
import { Refusal } from "../model/refusal.ts";

/** Runs a task now and after every change of the project's sources, one at a time, until interrupted. */
export const watch = async (root: string, run: () => Promise<void>, say: (message: string) => void): Promise<void> => {
  let busy = false;
  let again = false;
  const turn = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      try {
        await run();
      } catch (error) {
        // A data file that is just being saved may be gone for a moment; a bug ends the watch.
        if (!(error instanceof Refusal)) throw error;
        say(error.message);
      }
      say("watching for changes; Ctrl-C ends");
    } while (again);
    busy = false;
  };
  const watcher = watchFiles(
    ["data", "templates", "fonts"].map((folder) => join(root, folder)),
    {
      ignoreInitial: true,
      awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 20 },
    },
  );
  await turn();
  await new Promise<void>((_, reject) => watcher.on("all", () => void turn().catch(reject)));
};
