import { spawn } from "node:child_process";
import { resolve } from "node:path";

export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };
export type Running = { readonly done: Promise<Run>; readonly kill: () => void };

const cli = resolve("dist/cli.js");

/** Starts the command as its users do, in a process of its own. */
export const start = (args: readonly string[], env: Record<string, string> = {}, cwd = "."): Running => {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, CI: "", NO_COLOR: "", ...env } });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  return {
    done: new Promise((settle, fail) => {
      child.on("error", fail);
      child.on("close", (code) => settle({ code, stdout, stderr }));
    }),
    kill: () => void child.kill("SIGKILL"),
  };
};

export const run = (args: readonly string[], env: Record<string, string> = {}, cwd = "."): Promise<Run> =>
  start(args, env, cwd).done;
