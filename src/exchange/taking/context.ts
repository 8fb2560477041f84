import type { Report } from "../../model/finding.ts";
import type { Language } from "../../model/language.ts";
import type { Place } from "../../model/place.ts";
import type { Code } from "../unit.ts";

/** What taking in files needs beside them. */
export type TakingContext = {
  readonly from: Language;
  readonly to: Language;
  /** A code of the source as the language can take it. */
  readonly adapted: (code: Code) => Code;
  /** Where the source of a unit stands. */
  readonly sourcePlace: (id: string) => Place | undefined;
  readonly report: Report;
};
