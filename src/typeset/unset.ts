import type { Finding } from "../model/finding.ts";
import type { Run } from "./boxes.ts";

/** A character that cannot be set, as a finding without its place. `at`: UTF-16 offset in its run. */
export type Unset<Tag = unknown> = { readonly finding: Finding; readonly run: Run<Tag>; readonly at: number };
