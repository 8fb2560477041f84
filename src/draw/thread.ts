import { Worker } from "node:worker_threads";
import type { Face } from "../model/face.ts";
import type { RuleName } from "../model/rules/index.ts";
import { builtFile } from "./built.ts";
import { limits } from "./limits.ts";
import type { Job, Outcome } from "./picture.ts";

type Answer = { readonly id: number; readonly outcome: Outcome };

const faultOf = (rule: RuleName, message: string): Outcome => ({ faults: [{ rule, message, path: [] }] });

/**
 * Draws in a thread of its own that can be stopped: a specification that takes too much memory, or in which nothing goes
 * on any more, ends in a finding. The thread serves all charts of a run and keeps no program alive.
 */
class DrawingThread {
  readonly #worker: Worker;
  /** Counts the steps of the drawing, shared with the thread. */
  readonly #steps = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly faces: readonly Face[];
  #count = 0;

  constructor(faces: readonly Face[]) {
    this.faces = faces;
    this.#worker = new Worker(builtFile("draw-worker.js"), {
      workerData: { faces, steps: this.#steps },
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
      // Nothing of the surroundings reaches a picture.
      env: {},
      execArgv: [],
      stdin: false,
    });
    this.#worker.setMaxListeners(0);
    this.#worker.unref();
  }

  /** Stops it, and frees its faces; no chart may be in the making. */
  end(): void {
    forget(this);
    void this.#worker.terminate();
  }

  async draw({ faces: _, ...job }: Job): Promise<Outcome> {
    const id = this.#count++;
    const worker = this.#worker;
    worker.ref();
    let watch: NodeJS.Timeout | undefined;
    const ended = new AbortController();
    try {
      return await new Promise<Outcome>((resolve, reject) => {
        const on = <T>(event: "message" | "error" | "exit", listener: (value: T) => void): void => {
          worker.on(event, listener);
          ended.signal.addEventListener("abort", () => worker.off(event, listener));
        };
        const stop = (outcome: Outcome): void => {
          forget(this);
          void worker.terminate();
          resolve(outcome);
        };
        on("message", (answer: Answer) => answer.id === id && resolve(answer.outcome));
        on("error", (error: NodeJS.ErrnoException) => {
          forget(this);
          if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
            resolve(faultOf("chart-too-large", `the chart takes more than ${limits.memory} MB to draw`));
          else reject(error);
        });
        on("exit", () => {
          forget(this);
          reject(new Error("the drawing thread ended"));
        });
        let seen = Atomics.load(this.#steps, 0);
        watch = setInterval(() => {
          const steps = Atomics.load(this.#steps, 0);
          if (steps === seen)
            stop(faultOf("chart-too-large", `nothing of the chart was drawn for ${job.limits.stuck} seconds`));
          seen = steps;
        }, job.limits.stuck * 1000);
        worker.postMessage({ id, job });
      });
    } finally {
      clearInterval(watch);
      ended.abort();
      worker.unref();
    }
  }
}

let thread: DrawingThread | undefined;
const forget = (stopped: DrawingThread): void => {
  if (thread === stopped) thread = undefined;
};

let last: Promise<unknown> = Promise.resolve();

/** Draws one chart after the other: Vega measures text for one at a time. */
export const drawInThread = (job: Job): Promise<Outcome> => {
  const outcome = last.then(() => {
    if (thread?.faces !== job.faces) {
      thread?.end();
      thread = new DrawingThread(job.faces);
    }
    return thread.draw(job);
  });
  last = outcome.catch(() => {});
  return outcome;
};
