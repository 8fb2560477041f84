import type { Script } from "./script.ts";

/**
 * Classes of characters that decide where a line may break and how much space stands between two of them, after W3C
 * clreq 3.1 and JLREQ 3.1, with the unlisted scripts left to UAX #14.
 */
export type MarkClass =
  /** （《「“ */
  | "opening"
  /** ）》」” */
  | "closing"
  /** ，。、；：！？ (点号) */
  | "stop"
  /** · ・ */
  | "dot"
  /** — ～ between the parts of a range or a name (连接号) */
  | "connector"
  /** —— and …… (破折号, 省略号): two characters, one mark */
  | "pair"
  /** Han characters, kana and what else fills the square */
  | "square"
  /** Letters, digits and their marks */
  | "letter"
  | "space";

const opening = new Set("（《「『【〔〈“‘［｛〖〘〝｟");
const closing = new Set("）》」』】〕〉”’］｝〗〙〞〟｠");
const stop = new Set("，。、；：！？．｡､");
const dot = new Set("·・‧•");
const connector = new Set("—–～〜－");

/** Class of a character that is set in a script. */
export const markClass = (character: string, script: Script): MarkClass => {
  if (character === " ") return "space";
  if (script !== "Hani") return "letter";
  if (opening.has(character)) return "opening";
  if (closing.has(character)) return "closing";
  if (stop.has(character)) return "stop";
  if (dot.has(character)) return "dot";
  if (connector.has(character)) return "connector";
  if (character === "…" || character === "―") return "pair";
  return "square";
};

/** Small kana and the marks that repeat or lengthen a sound: not at the start of a line (JLREQ 3.1.7). */
const kanaNotAtStart = new Set(
  "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿーゝゞヽヾ々〻",
);

/** Whether a character may not begin a line (clreq 3.1.5 行首禁则). */
export const notAtStart = (character: string, kind: MarkClass): boolean =>
  kind === "closing" || kind === "stop" || kind === "dot" || kind === "connector" || kanaNotAtStart.has(character);

/** Whether a character may not end a line (clreq 3.1.5 行尾禁则). */
export const notAtEnd = (kind: MarkClass): boolean => kind === "opening";
