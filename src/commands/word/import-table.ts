import { placeText } from "../../model/place.ts";
import type { ImportResult } from "./import.ts";

const quoted = (text: string): string => (text === "" ? "—" : `"${text}"`);
const by = (authors: readonly string[]): string => (authors.length > 0 ? `  by ${authors.join(", ")}` : "");

/** What was changed, for readers: figures, words, structure. */
export const importText = ({ figures, words, structure }: ImportResult): string => {
  const at = (place: Parameters<typeof placeText>[0] | undefined): string => (place ? `  ${placeText(place)}` : "");
  const parts = [
    [
      "Figures",
      figures.map(
        ({ key, before, after, value, by: how, authors, place }) =>
          `${key}  ${quoted(before)} → ${quoted(after)}${value === undefined ? "" : `, that is ${value}`}  (found by ${how})${by(authors)}${at(place)}`,
      ),
    ],
    [
      "Words",
      words.map(
        ({ before, after, authors, place, unsafe }) =>
          `${quoted(before)} → ${quoted(after)}${by(authors)}${at(place)}${unsafe === undefined ? "" : `  not applied: ${unsafe}`}`,
      ),
    ],
    [
      "Structure",
      structure.map(({ what, text, authors, place }) => `${what}  ${quoted(text)}${by(authors)}${at(place)}`),
    ],
  ] as const;
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([head, lines]) => `${head}\n${lines.map((line) => `  ${line}\n`).join("")}`)
    .join("\n");
};
