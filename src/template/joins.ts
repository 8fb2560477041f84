import type { PhrasingContent, Text } from "mdast";
import { placeholder, type Rope } from "./rope.ts";
import { cut, type Stretch } from "./stretches.ts";

/** Scripts that are written without spaces between words (UAX #14 classes ID and CJ). */
const unspaced = new Set(["Hani", "Hans", "Hant", "Jpan", "Hira", "Kana"]);
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60]/u;
/** Marks that Latin and CJK share; they are as wide as the language's script makes them. */
const shared = /[\u2018\u2019\u201C\u201D\u2014\u2026\u00B7]/u;

const isWide = (character: string, script: string): boolean =>
  wide.test(character) || (unspaced.has(script) && shared.test(character));

/**
 * What a line end of the source stands for between two characters ("" at the edge of the text): nothing between wide
 * characters, a space elsewhere (CSS Text 4 §4.1.2, segment break transformation).
 */
export const lineJoint = (left: string, right: string, script: string): "" | " " => {
  const [before, after] = [isWide(left, script), isWide(right, script)];
  return (before && after) || (unspaced.has(script) && (before || after)) ? "" : " ";
};

const leavesOf = (nodes: readonly PhrasingContent[]): readonly Text[] =>
  nodes.flatMap((node) =>
    node.type === "text" ? [node] : "children" in node ? leavesOf(node.children as PhrasingContent[]) : [],
  );

/** What a text prints, with its values. */
const shownText = (leaf: Text, rope: Rope): string => {
  const stretches = leaf.data?.stretches ?? [];
  return leaf.value.replaceAll(placeholder, (_, at: number) => {
    const [from] = cut(stretches, at, at + 1);
    return (from && rope.valueAt(from.from)?.text) ?? "";
  });
};

const moved = (stretches: readonly Stretch[], by: number): readonly Stretch[] =>
  stretches.map((stretch) => ({ ...stretch, at: stretch.at + by }));

/** Takes the line ends of the source out of a paragraph, judged by what the values print. */
export const joinLines = (nodes: readonly PhrasingContent[], rope: Rope, script: string): void => {
  const leaves = leavesOf(nodes);
  const printed = leaves.map((leaf) => shownText(leaf, rope));
  let joined = "";
  for (const [index, leaf] of leaves.entries()) {
    const shown = (printed[index] as string).split("\n");
    const following = printed.slice(index + 1).join("");
    const stretches = leaf.data?.stretches ?? [];
    const kept: Stretch[] = [];
    let [text, done] = ["", 0];
    for (const [line, part] of leaf.value.split("\n").entries()) {
      const own = shown[line] ?? "";
      if (line > 0) {
        const left = [...joined].at(-1) ?? "";
        const [right = ""] = own + following;
        const joint = lineJoint(left, right, script);
        if (joint !== "") kept.push(...moved(cut(stretches, done, done + 1), text.length));
        text += joint;
        joined += joint;
        done += 1;
      }
      kept.push(...moved(cut(stretches, done, done + part.length), text.length));
      text += part;
      joined += own;
      done += part.length;
    }
    leaf.value = text;
    leaf.data = { ...leaf.data, stretches: kept };
  }
};
