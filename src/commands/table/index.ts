import type { Command } from "../command.ts";
import { agreeCommand } from "./agree.ts";
import { buildCommand } from "./build.ts";
import { checkCommand } from "./check.ts";
import { completionCommand } from "./completion.ts";
import { correctionsCommand } from "./corrections.ts";
import { doctorCommand } from "./doctor.ts";
import { explainCommand } from "./explain.ts";
import { figuresCommand } from "./figures.ts";
import { releaseCommand } from "./release.ts";
import { schemaCommand } from "./schema.ts";
import { sheetsCommand } from "./sheets.ts";
import {
  translateAddCommand,
  translateExportCommand,
  translateImportCommand,
  translateStatusCommand,
} from "./translate.ts";
import { importCommand, redlineCommand, refreshCommand } from "./word.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  buildCommand,
  checkCommand,
  figuresCommand,
  agreeCommand,
  releaseCommand,
  correctionsCommand,
  redlineCommand,
  sheetsCommand,
  importCommand,
  refreshCommand,
  translateAddCommand,
  translateExportCommand,
  translateImportCommand,
  translateStatusCommand,
  doctorCommand,
  explainCommand,
  schemaCommand,
  completionCommand(() => commands),
];

/** What the help says of commands that have others below them: "translate" of "translate add". */
export const groups: Readonly<Record<string, string>> = {
  translate: "Translated editions: begin a language, send its texts to translators, take them back",
};
