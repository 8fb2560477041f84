import type { Part } from "../../model/edition.ts";
import type { Face } from "../../model/face.ts";
import type { Report } from "../../model/finding.ts";
import type { House } from "../../model/house.ts";
import type { Language } from "../../model/language.ts";
import { housesOf } from "../../model/skyline.ts";
import { columnWidth, headFor, type Style, type TypeName, type TypeStyle, typeFor } from "../../model/style.ts";
import { type Setting, settingOf, type TextStyle } from "../../typeset/index.ts";
import type { Element } from "./structure.ts";

/** Lines by language, for one style and one set of faces: what was set for one edition is there for the next. */
export type Settings = Map<Language, Promise<Setting>>;

/** All that the blocks of one part are set with; the same wherever the part stands in a volume. */
export type PartSetting = {
  readonly part: Part;
  readonly style: Style;
  readonly setting: Setting;
  /** Distance of baselines in pt: the leading of the body. */
  readonly grid: number;
  /** Width of the text column in pt. */
  readonly width: number;
  /** The year's figures, as cover and openers show them. */
  readonly houses: readonly House[];
  readonly type: (name: TypeName) => TypeStyle;
  readonly head: (level: number) => TypeStyle;
  readonly report: Report;
  /** The part in the structure of the volume. */
  readonly element: Element;
};

/** A type style as runs carry it. */
export const textStyle = (type: TypeStyle): TextStyle => ({
  role: type.role,
  size: type.size,
  weight: type.weight,
  italic: false,
  colour: type.colour,
  raise: 0,
  features: [],
});

const settingFor = (language: Language, style: Style, faces: readonly Face[], settings: Settings): Promise<Setting> => {
  const known = settings.get(language);
  if (known) return known;
  const { script, fonts, lines } = language;
  const scale = style.paragraph.scale[script] ?? {};
  const made = settingOf(language.language, script, lines, { faces, families: fonts, scale });
  settings.set(language, made);
  return made;
};

/** Makes a part ready to be set. Reports `unsupported-direction`. */
export const partSetting = async (
  part: Part,
  style: Style,
  faces: readonly Face[],
  element: Element,
  settings: Settings,
  report: Report,
): Promise<PartSetting> => {
  const { language } = part;
  const { script } = language;
  if (language.direction === "rtl")
    report({
      severity: "error",
      rule: "unsupported-direction",
      message: `${language.name} is written from right to left; the PDF writer cannot set that yet`,
    });
  const body = typeFor(style, "body", script);
  return {
    part,
    style,
    setting: await settingFor(language, style, faces, settings),
    grid: body.leading,
    width: columnWidth(style),
    houses: housesOf(part),
    type: (name) => typeFor(style, name, script),
    head: (level) => headFor(style, level, script),
    report,
    element,
  };
};
