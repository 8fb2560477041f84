import type { Deviate } from "../../model/deviation.ts";
import type { Figures } from "../../model/figure.ts";
import type { Language } from "../../model/language.ts";
import type { Passage, PrintedNumber } from "../passages.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** One passage as the checks of prose see it. */
export type Reading = {
  readonly passage: Passage;
  readonly numbers: readonly PrintedNumber[];
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  readonly figures: Figures;
  readonly deviate: Deviate;
};
