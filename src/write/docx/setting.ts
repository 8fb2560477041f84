import type { Language } from "../../model/language.ts";
import { headFor, type Style, type TypeName, type TypeStyle, typeFor } from "../../model/style.ts";
import { type TextKind, textKind } from "./script.ts";

/** Languages of the three kinds of text in a run (w:lang, ECMA-376 §17.3.2.20). */
export type RunLanguages = { readonly val: string; readonly eastAsia: string; readonly bidi: string };

/** How one language of the volume is set: what its script, direction and language file decide. */
export type Setting = {
  readonly language: Language;
  readonly style: Style;
  readonly kind: TextKind;
  readonly rtl: boolean;
  readonly languages: RunLanguages;
  /**
   * Id of a paragraph style for this language. The first language has Word's own styles; each further one has its own
   * set, derived from them: `BodyText`, `BodyText-en`.
   */
  readonly styleId: (id: string) => string;
  /** What follows a style's name in the sets of further languages: " (English)". */
  readonly nameSuffix: string;
  readonly first: boolean;
  readonly type: (name: TypeName) => TypeStyle;
  readonly head: (level: number) => TypeStyle;
  /** Indent of a paragraph's first line in em of the body. */
  readonly indent: number;
  /** Whether the first paragraph under a head stands flush. */
  readonly flushFirst: boolean;
};

const slots: Readonly<Record<TextKind, keyof RunLanguages>> = { latin: "val", eastAsia: "eastAsia", complex: "bidi" };
/** What Word assumes for a kind of text that no language of the volume is written in. */
const otherwise: RunLanguages = { val: "en-US", eastAsia: "zh-CN", bidi: "ar-SA" };

/** The settings of a volume's languages; a kind of text that a language lacks takes the language of the volume that has it. */
export const settingsOf = (languages: readonly Language[], style: Style): readonly Setting[] =>
  languages.map((language, index): Setting => {
    const inVolume = [language, ...languages]
      .toReversed()
      .map((one) => ({ [slots[textKind(one.script)]]: one.language }));
    const suffix = language.id.replace(/[^A-Za-z0-9]+/g, "");
    return {
      language,
      style,
      kind: textKind(language.script),
      rtl: language.direction === "rtl",
      languages: Object.assign({}, otherwise, ...inVolume),
      styleId: (id) => (index === 0 ? id : `${id}-${suffix}`),
      nameSuffix: index === 0 ? "" : ` (${language.name})`,
      first: index === 0,
      type: (name) => typeFor(style, name, language.script),
      head: (level) => headFor(style, level, language.script),
      indent: style.paragraph.indent[language.script] ?? 0,
      flushFirst: style.paragraph.flushFirst.includes(language.script),
    };
  });

/** Lengths as Word counts them: twentieths of a point. */
export const twips = (pt: number): number => Math.round(pt * 20);

/** Lengths as docx takes them for drawings: pixels of 96 to the inch. */
export const pixels = (pt: number): number => (pt * 96) / 72;
