import { parentPort, workerData } from "node:worker_threads";
import type { Face } from "../model/face.ts";
import { type Job, makePicture, type Outcome } from "./picture.ts";

/** The drawing thread: takes one job after the other, its faces once. */
const { faces, steps } = workerData as { readonly faces: readonly Face[]; readonly steps: Int32Array };
const port = parentPort;
if (!port) throw new Error("the drawing thread was started as a program");

let last: Promise<unknown> = Promise.resolve();
port.on("message", (message: { readonly id: number; readonly job: Omit<Job, "faces"> }) => {
  last = last.then(async () => {
    const outcome: Outcome = await makePicture({ ...message.job, faces }, () => Atomics.add(steps, 0, 1));
    port.postMessage({ id: message.id, outcome });
  });
});
