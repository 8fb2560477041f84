import { closest, distance } from "fastest-levenshtein";

/** The known name that a misspelt one most likely meant, or undefined when none is near. */
export const suggestion = (name: string, known: Iterable<string>): string | undefined => {
  const names = [...known];
  if (names.length === 0) return undefined;
  const last = name.split(".").at(-1) ?? name;
  const whole = closest(name, names);
  if (distance(name, whole) <= Math.max(2, name.length / 3)) return whole;
  // A path whose groups were forgotten or changed still ends like the right one.
  return names.find((candidate) => candidate.endsWith(`.${last}`) || candidate === last);
};

/** `did you mean patents.applications?`, to be spread into a finding. */
export const didYouMean = (name: string, known: Iterable<string>): { readonly hint?: string } => {
  const near = suggestion(name, known);
  return near === undefined ? {} : { hint: `did you mean ${near}?` };
};
