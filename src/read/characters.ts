import { codePointName, hiddenIn, lineEndReferences } from "../model/characters.ts";
import type { Report } from "../model/finding.ts";
import { lineStarts, type Place, placeAt } from "../model/place.ts";

/** Reports `hidden-character` for one that stands at a place or that an escape makes there. */
export const reportHidden = (character: string, place: Place, report: Report): void => {
  const reference = lineEndReferences.get(character);
  report({
    severity: "error",
    rule: "hidden-character",
    message: `${codePointName(character)} is invisible or not allowed in print`,
    place,
    hint: reference
      ? `delete it; prose may ask for it by ${reference}, which can be seen`
      : "delete it; type a visible character if one was meant",
  });
};

/** Reports `hidden-character` with its place for every character that must not stand in a source file. */
export const checkCharacters = (file: string, text: string, report: Report): void => {
  let starts: readonly number[] | undefined;
  for (const { character, offset } of hiddenIn(text)) {
    starts ??= lineStarts(text);
    reportHidden(character, placeAt(file, starts, offset), report);
  }
};
