import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Json } from "../model/document.ts";
import { builtFile } from "./built.ts";
import type { Note } from "./fault.ts";
import { explainMismatch } from "./schema.ts";

const require = createRequire(import.meta.url);

/**
 * Checks a specification against the Vega-Lite schema, compiled when the program was built; the schema itself is read
 * only to explain a fault.
 *
 * Reports `vega-lite-schema`.
 */
export const checkSchema = (spec: Json, note: Note): void => {
  const validate = require(fileURLToPath(builtFile("vega-lite-schema.cjs"))) as (value: unknown) => boolean;
  if (validate(spec)) return;
  explainMismatch(spec, require("vega-lite/vega-lite-schema.json") as Parameters<typeof explainMismatch>[1], note);
};
