import type { Report } from "../model/finding.ts";
import type { PressProfile } from "../model/press.ts";
import { type Style, styleSchema } from "../model/style.ts";
import { didYouMean } from "../model/suggest.ts";
import { checkContrast } from "./contrast.ts";
import type { Files } from "./files.ts";
import { readProfile } from "./profile.ts";
import { checkSchema } from "./schema.ts";
import { type Located, readYaml } from "./yaml.ts";

/** Every token that names a colour, with its path. */
const colourNames = (
  value: unknown,
  path: readonly (string | number)[],
): readonly (readonly [string, readonly (string | number)[]])[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => colourNames(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    if (name === "colour" && typeof child === "string") return [[child, [...path, name]] as const];
    if (name === "colours" && path.length > 0)
      return Object.entries(child as Record<string, unknown>).flatMap(([role, colour]) =>
        typeof colour === "string" ? [[colour, [...path, name, role]] as const] : [],
      );
    return colourNames(child, [...path, name]);
  });
};

const checkColours = (style: Style, located: Located, report: Report): void => {
  for (const [colour, path] of colourNames(style, [])) {
    if (Object.hasOwn(style.colours, colour)) continue;
    const message = `there is no colour "${colour}"`;
    report({
      severity: "error",
      rule: "unknown-colour",
      message,
      place: located.place(path),
      ...didYouMean(colour, Object.keys(style.colours)),
    });
  }
};

/** Ink that a press cannot dry (ISO 12647-2): the most that stands on one spot is given by the printing condition. */
const checkInk = (style: Style, located: Located, report: Report): void => {
  for (const [name, { cmyk }] of Object.entries(style.colours)) {
    const sum = cmyk.reduce((total, part) => total + part, 0);
    if (sum <= style.print.ink) continue;
    report({
      severity: "error",
      rule: "too-much-ink",
      message: `the colour "${name}" takes ${sum} % of ink; the press takes ${style.print.ink} %`,
      place: located.place(["colours", name, "cmyk"]),
      hint: "take equal parts of cyan, magenta and yellow out and some black in",
    });
  }
};

/** A picture names its colours by RGB alone: one RGB must not stand for two colours of the press. */
const checkPairs = (style: Style, located: Located, report: Report): void => {
  const first = new Map<string, string>();
  for (const [name, { rgb, cmyk }] of Object.entries(style.colours)) {
    const known = first.get(rgb.toLowerCase());
    first.set(rgb.toLowerCase(), known ?? name);
    if (known === undefined || style.colours[known]?.cmyk.join() === cmyk.join()) continue;
    report({
      severity: "error",
      rule: "two-inks-for-one",
      message: `the colours "${known}" and "${name}" are both ${rgb} on the screen and print in different inks`,
      place: located.place(["colours", name]),
      hint: "a picture cannot say which of them is meant: change the rgb of one, or give both the same cmyk",
    });
  }
};

/**
 * Reads the design tokens of an issue and the profile that they name. Reports schema faults, `unknown-colour`, `too-much-ink`,
 * `two-inks-for-one`, `faint-colour` and `colour-alone`.
 */
export const readStyle = async (
  files: Files,
  file: string,
  report: Report,
): Promise<{ readonly style: Style; readonly profile: PressProfile | undefined } | undefined> => {
  const text = await files.text(file);
  const located = text === undefined ? undefined : readYaml(file, text, report);
  const style = located && checkSchema(styleSchema, located, [], report);
  if (!located || !style) return undefined;
  checkColours(style, located, report);
  checkInk(style, located, report);
  checkPairs(style, located, report);
  checkContrast(style, located, report);
  return { style, profile: await readProfile(files, style.print.profile, located.place(["print", "profile"]), report) };
};
