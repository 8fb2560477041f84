import { spawn } from "node:child_process";
import { resolve } from "node:path";
import type { Command } from "../src/commands/command.ts";
import { main } from "../src/commands/main.ts";

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

/** The command line within this process: for all that is not about the process itself. */
export const call = async (
  args: readonly string[],
  env: Record<string, string> = {},
  table?: readonly Command[],
): Promise<Run> => {
  let stdout = "";
  let stderr = "";
  const out = (text: string): void => {
    stdout += text;
  };
  const err = (text: string): void => {
    stderr += text;
  };
  const code = await main(args, { out, err, env, colours: false }, table);
  return { code, stdout, stderr };
};
