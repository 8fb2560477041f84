import type { PhrasingContent, Text } from "mdast";
import { lineOffsets, valueOffsets } from "./markdown.ts";
import { placeholder, type Rope } from "./rope.ts";

declare module "mdast" {
  interface TextData {
    /** Where the later lines of the source begin: in the joined value, and in the rope. */
    lines?: readonly { readonly at: number; readonly source: number }[];
  }
}

/** Scripts that are written without spaces between words (UAX #14 classes ID and CJ). */
const unspaced = new Set(["Hani", "Hans", "Hant", "Jpan", "Hira", "Kana"]);
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60]/u;
/** Marks that Latin and CJK share; they are as wide as the language's script makes them. */
const shared = /[\u2018\u2019\u201C\u201D\u2014\u2026\u00B7]/u;

const leavesOf = (nodes: readonly PhrasingContent[]): readonly Text[] =>
  nodes.flatMap((node) =>
    node.type === "text" ? [node] : "children" in node ? leavesOf(node.children as PhrasingContent[]) : [],
  );

/**
 * Takes the line ends of the source out of a paragraph: nothing between wide characters, a space elsewhere (CSS Text 4
 * §4.1.2, segment break transformation), judged by what the values print.
 */
export const joinLines = (nodes: readonly PhrasingContent[], rope: Rope, script: string): void => {
  const isWide = (character: string): boolean =>
    wide.test(character) || (unspaced.has(script) && shared.test(character));
  const leaves = leavesOf(nodes);
  const printed = leaves.map((leaf) => {
    const offsets = valueOffsets(leaf, rope);
    let index = 0;
    return leaf.value.replaceAll(placeholder, () => rope.valueAt(offsets[index++] ?? 0)?.text ?? "");
  });
  let joined = "";
  for (const [index, leaf] of leaves.entries()) {
    const parts = leaf.value.split("\n");
    const shown = (printed[index] as string).split("\n");
    const following = printed.slice(index + 1).join("");
    const sources = lineOffsets(leaf, rope);
    const lines: { at: number; source: number }[] = [];
    let text = parts[0] ?? "";
    joined += shown[0] ?? "";
    for (let line = 1; line < parts.length; line++) {
      const left = [...joined].at(-1) ?? "";
      const [right = ""] = (shown[line] as string) + following;
      const tight = (isWide(left) && isWide(right)) || (unspaced.has(script) && (isWide(left) || isWide(right)));
      if (!tight) text += " ";
      lines.push({ at: text.length, source: sources[line - 1] ?? 0 });
      text += parts[line];
      joined += (tight ? "" : " ") + shown[line];
    }
    leaf.value = text;
    if (lines.length === sources.length) leaf.data = { ...leaf.data, lines };
  }
};
