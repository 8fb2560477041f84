import type { LineRules } from "../model/line-rules.ts";
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
  /** ——, ⸺ and …… (破折号, 省略号): two characters or one, one mark */
  | "pair"
  /** Han characters, kana and what else fills the square */
  | "square"
  /** Letters, digits and their marks */
  | "letter"
  | "space";

/** What the languages of the Han square share; a language's own classes stand in its language file. */
const shared: Readonly<Record<keyof LineRules["classes"], string>> = {
  opening: "（《「『【〔〈“‘［｛〖〘〝｟",
  closing: "）》」』】〕〉”’］｝〗〙〞〟｠",
  stop: "，。、；：！？．｡､",
  dot: "·・‧•",
  connector: "—–～〜－",
  pair: "…―⸺⸻",
};

/** Spaces (Zs); the ideographic space U+3000 is a square of its own. */
const spaces = new Set(
  "\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f",
);

/** The classes of a language, and what may begin and end its lines. */
export type Marks = {
  readonly classOf: (character: string, script: Script) => MarkClass;
  /** Whether a character may not begin a line (clreq 3.1.5 行首禁则). */
  readonly notAtStart: (character: string, kind: MarkClass) => boolean;
  /** Whether a character may not end a line (clreq 3.1.5 行尾禁则). */
  readonly notAtEnd: (character: string, kind: MarkClass) => boolean;
};

const neverFirst: ReadonlySet<MarkClass> = new Set<MarkClass>(["closing", "stop", "dot", "connector"]);

/** The classes that a language's rules ask for. */
export const marksOf = ({ classes, notAtStart, notAtEnd }: LineRules): Marks => {
  const table = new Map<string, MarkClass>();
  for (const kind of Object.keys(shared) as (keyof typeof shared)[])
    for (const character of classes[kind] ?? shared[kind]) table.set(character, kind);
  const [first, last] = [new Set(notAtStart), new Set(notAtEnd)];
  return {
    classOf: (character, script) => {
      if (spaces.has(character)) return "space";
      return script === "Hani" ? (table.get(character) ?? "square") : "letter";
    },
    notAtStart: (character, kind) => neverFirst.has(kind) || first.has(character),
    notAtEnd: (character, kind) => kind === "opening" || last.has(character),
  };
};
