import type { Key } from "../model/figure.ts";
import type { JsonPath } from "../model/json-place.ts";
import type { RuleName } from "../model/rules/index.ts";
import type { Drawn } from "./scene.ts";

/** Something wrong with a specification or with what was drawn from it, before its place in a file is known. */
export type Fault = {
  readonly rule: RuleName;
  readonly message: string;
  /** The part of the specification as it is written. */
  readonly path: JsonPath;
  /** Whether the name of the part or its value is meant. */
  readonly of?: "key" | "value";
  /** The figure that is concerned. */
  readonly key?: Key;
  readonly hint?: string;
};
export type Note = (fault: Fault) => void;
/** A fault of a picture, which may be told by the drawn item that shows it. */
export type Remark = (fault: Omit<Fault, "path"> & { readonly path?: JsonPath; readonly drawn?: Drawn }) => void;
