import { fingerprint } from "../pairs.ts";
import { type Code, type Content, codesOf, maskedText } from "../unit.ts";
import { codeNames, type Known, nameOf, type Objection, objectionsTo } from "./objections.ts";
import { type ReturnedContent, type ReturnedUnit, returnedText, withoutSpaces, wordsOf } from "./returned.ts";

/** What is to be done with a unit that came back. */
export type Verdict =
  /** It says what the translation says already, or nothing that is to be taken. */
  | { readonly kind: "unchanged" }
  /** Its translation is confirmed as it stands. */
  | { readonly kind: "confirmed" }
  | { readonly kind: "taken"; readonly content: Content; readonly objections: readonly Objection[] }
  | { readonly kind: "refused"; readonly objections: readonly Objection[] };

const unchanged: Verdict = { kind: "unchanged" };
const refused = (...objections: readonly Objection[]): Verdict => ({ kind: "refused", objections });

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Spaces that tools put beside codes, taken out where the script sets none. */
const mended = (
  content: ReturnedContent,
  script: string,
): { readonly content: ReturnedContent; readonly isMended: boolean } => {
  if (script !== "Hani") return { content, isMended: false };
  let isMended = false;
  const clean = content.map((part, index) => {
    if (typeof part !== "string") return part;
    let text = part;
    if (index > 0 && text.startsWith(" ") && wide.test([...text.trimStart()][0] ?? "")) text = text.trimStart();
    if (index < content.length - 1 && text.endsWith(" ") && wide.test([...text.trimEnd()].at(-1) ?? ""))
      text = text.trimEnd();
    isMended ||= text !== part;
    return text;
  });
  return { content: clean, isMended };
};

/** Codes of a unit by their names, those of its translation first: they have the options of its language. */
const sourcesOf = (known: Known): ReadonlyMap<string, Code> =>
  new Map(
    [...codesOf(known.source), ...codesOf(known.target ?? [])].map((code) => [codeNames([code])[0] as string, code]),
  );

/**
 * What is to be done with a unit that came back. `adapted` gives a code of the source as the language can take it; `shown`
 * how a code is told to people.
 */
export const judge = (
  known: Known,
  returned: ReturnedUnit,
  { adapted, shown }: { readonly adapted: (code: Code) => Code; readonly shown: (name: string) => string },
): Verdict => {
  const { target } = returned;
  if (returned.isHalf)
    return refused({
      rule: "half-translated",
      message: "some of its segments are translated and some are not",
      hint: "translate all of them, or none",
    });
  if (!target) return unchanged;
  const says = withoutSpaces(returnedText(target));
  const source = withoutSpaces(maskedText(known.source));
  const isSource = !returned.isSourceOld && withoutSpaces(returnedText(returned.source)) === source;
  if (known.target && says === withoutSpaces(maskedText(known.target)))
    return known.state === "stale" && returned.isDone && isSource ? { kind: "confirmed" } : unchanged;
  // Tools that know no states give back the words of the source for what nobody has translated.
  if (
    says === withoutSpaces(returnedText(returned.source)) &&
    !(isSource && returned.isDone && known.state === "missing")
  )
    return unchanged;
  const hasCodes = returned.source.some((part) => typeof part !== "string");
  if (!isSource && !hasCodes && codesOf(known.source).length > 0 && wordsOf(returned.source) === wordsOf(known.source))
    return refused({
      rule: "lost-code",
      message: "the file has lost the codes of this unit, in its source too",
      hint: "a converter may have dropped them; translate the exported file itself",
    });
  if (!isSource)
    return refused({
      rule: "source-changed",
      message: "the source says something else by now",
      hint: "export the language again: the unit is in it with what changed",
    });
  const isEdited = known.target !== undefined && known.sent !== fingerprint(maskedText(known.target));
  // What its translator left as it was does not undo what was edited by hand since.
  if (isEdited && known.sent === fingerprint(returnedText(target))) return unchanged;
  if (isEdited)
    return refused({
      rule: "edited-meanwhile",
      message: "its translation was edited in the project since it was exported",
      hint: "export the language again, or take the words over by hand",
    });
  const { content, isMended } = mended(target, known.script);
  const objections = objectionsTo(known, content, shown);
  if (objections.some(({ isWarning }) => !isWarning)) return refused(...objections);
  const codes = sourcesOf(known);
  const own = codeNames(codesOf(known.target ?? []));
  const taken = content.map((part): string | Code => {
    if (typeof part === "string") return part;
    const code = codes.get(nameOf(part)) as Code;
    return own.includes(nameOf(part)) ? code : adapted(code);
  });
  return {
    kind: "taken",
    content: taken,
    objections: [
      ...objections,
      ...(isMended
        ? [{ rule: "spaces-mended" as const, message: "spaces beside codes were taken out", isWarning: true as const }]
        : []),
    ],
  };
};
