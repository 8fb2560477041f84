#!/usr/bin/env node
import { main } from "./commands/main.ts";

/** The only file that prints and exits; what a call means stands in commands/main.ts. */

const { argv, env, stdout, stderr } = process;
process.exitCode = await main(argv.slice(2), {
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  env,
  colours: stdout.isTTY === true && env.NO_COLOR === undefined,
});
