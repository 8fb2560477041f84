import { isScalar, parseDocument } from "yaml";
import type { Figure, Key } from "../../model/figure.ts";
import type { Language } from "../../model/language.ts";
import { readBack } from "../../pipeline.ts";

/** What a typed number says in the units of the data: "17.37万件" → 173700; `undefined` where that is not certain. */
export const proposedValue = (text: string, figure: Figure, language: Language): string | undefined => {
  const read = readBack(text, language);
  const [only] = read;
  if (!only || read.length !== 1) return undefined;
  // A number that is printed more coarsely than it is stated is not that figure.
  return only.step.lte(figure.step) || only.value.mod(figure.step).eq(0) ? only.value.toFixed() : undefined;
};

/** Where the number of a figure stands in the data: `patents.total` → figures, patents, total, value. */
const pathsOf = (key: Key): readonly (readonly string[])[] => {
  const steps = ["figures", ...key.split(".")];
  return [[...steps, "value"], steps];
};

/** The data file with another number for a figure, all else as it is; `undefined` where the number does not stand there. */
export const withValue = (text: string, key: Key, value: string): string | undefined => {
  const document = parseDocument(text);
  for (const path of pathsOf(key)) {
    const node = document.getIn(path, true);
    if (!isScalar(node) || !node.range || typeof node.value !== "number") continue;
    const [start, end] = node.range;
    return text.slice(0, start) + value + text.slice(end);
  }
  return undefined;
};
