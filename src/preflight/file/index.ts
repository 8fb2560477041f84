import type { PdfFile } from "../reader/file.ts";
import type { Rule } from "../rule.ts";
import { actionRules } from "./actions.ts";
import { fontRules } from "./fonts.ts";
import { identityRules } from "./identity.ts";

/** What every finished file promises. */
export const fileRules: readonly Rule<PdfFile>[] = [...fontRules, ...identityRules, ...actionRules];
