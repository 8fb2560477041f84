import { z } from "zod";

/**
 * How a language breaks and spaces its lines, as far as its script does not say it: the section `lines` of language.yaml.
 * What is left out is taken from the classes that all languages of the script share, and where there are none, from
 * UAX #14. Sources: W3C clreq 3.1 and JLREQ 3.1 for the Han square, the Imprimerie nationale for French spaces.
 */

/** Characters side by side: "，。、". */
const characters = z.string();

const pattern = z.string().refine(
  (text) => {
    try {
      return new RegExp(text, "u").test("") !== undefined;
    } catch {
      return false;
    }
  },
  { message: "expected a regular expression" },
);

/** Widths in em by the characters that they are for: { ";!?": 0.2 }. */
const widths = z.record(z.string().min(1), z.number().min(0).max(1));

export const lineRulesSchema = z.strictObject({
  /** Marks of the Han square by class; a class that is given replaces the one that the script's languages share. */
  classes: z
    .strictObject({
      opening: characters.optional(),
      closing: characters.optional(),
      /** Marks of pause and stop (点号). */
      stop: characters.optional(),
      /** Marks in the middle of their square (间隔号). */
      dot: characters.optional(),
      /** Marks between the ends of a range (连接号). */
      connector: characters.optional(),
      /** Marks that are written twice and are one: …… (省略号, 破折号). */
      pair: characters.optional(),
    })
    .prefault({}),
  /** Further characters that begin no line: small kana, 々, ー. */
  notAtStart: characters.default(""),
  /** Further characters that end no line. */
  notAtEnd: characters.default(""),
  /** Text that no line break tears, as regular expressions: 第[一二三四五六七八九十]+届. */
  unbroken: z.array(pattern).default([]),
  /**
   * What the blanks of full-width marks give (clreq 3.1.6): "all": they shrink, and are dropped at both ends of a line;
   * "neighbours": only those between two marks are shared; "none": every mark keeps its square.
   */
  compression: z.enum(["all", "neighbours", "none"]).default("all"),
  /** Space between Han characters and western letters or digits in em (clreq 3.2.2). */
  gap: z.number().min(0).max(0.5).default(0.2),
  /** Space that a mark asks before and after itself in em, typed or not, where no line breaks: French ; and «. */
  spaceBefore: widths.default({}),
  spaceAfter: widths.default({}),
  hyphenation: z
    .strictObject({
      /** Letters that stay before and after a division; without them, as the patterns ask. */
      before: z.int().min(1).optional(),
      after: z.int().min(1).optional(),
      /** Words shorter than this are not divided. */
      shortest: z.int().min(2).default(6),
      /** Words with their only divisions, between spaces: "proj-ect school"; one without a hyphen is never divided. */
      exceptions: z.string().default(""),
    })
    .prefault({}),
});

export type LineRules = z.infer<typeof lineRulesSchema>;
