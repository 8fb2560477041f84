import Handlebars from "handlebars";
import type { Value } from "../model/document.ts";
import type { Fact } from "../model/fact.ts";
import type { Figure, Figures } from "../model/figure.ts";
import type { Report } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import type { RuleName } from "../model/rules/index.ts";
import { didYouMean } from "../model/suggest.ts";
import { missingText } from "../model/text.ts";
import type { Chosen, Strand } from "../template/rope.ts";
import type { Site } from "../template/syntax.ts";
import { isFigure, isGroup } from "./context.ts";
import type { Problem } from "./numeral.ts";
import { directionWord, factsAround, pluralWord, sharedFigure } from "./phrases.ts";
import { printFigure } from "./quantity.ts";

/** Most strands that one template may render; a loop gone wild ends in a finding. */
export const maxStrands = 200_000;
/** Most bodies of blocks and partials that one template may run through, whether they print or not. */
export const maxSteps = 200_000;
/** Most names of a language for which the nearest figure is looked for. */
const maxHints = 200;
/** Thrown by the tracer, caught by the renderer: the template printed too much or ran for too long. */
export const tooLong = Symbol("template-too-long");

type Hash = { readonly hash: Readonly<Record<string, string>> };

/** Everything that running a language's templates needs. */
export type Rendering = { readonly figures: Figures; readonly language: Language; readonly report: Report };

/** What {{#if}} asks: is the figure published, has the group members. A published zero holds. */
const holds = (value: unknown, figures: Figures): boolean => {
  if (isFigure(value, figures)) return value.value !== null;
  if (isGroup(value, figures)) return Object.keys(value).length > 0;
  return Boolean(value);
};

/** What the template asked for by name, where it did. */
const askedFor = (options: Hash["hash"]): Pick<Value, "asked"> =>
  Object.keys(options).length > 0 ? { asked: { ...options } } : {};
const dependingOn = (facts: readonly Fact[]): Pick<Value, "facts"> => (facts.length > 0 ? { facts } : {});

/** Runs the helpers of one language and gathers what they print. */
export const tracer = ({ figures, language, report }: Rendering, sites: ReadonlyMap<string, Site>) => {
  let strands: Strand[] = [];
  let choices: Chosen[] = [];
  let steps = 0;
  const push = (strand: Strand): void => {
    if (strands.push(strand) > maxStrands) throw tooLong;
  };
  const fault = (site: Site, rule: RuleName, message: string, hint: { hint?: string } = {}, figure?: Figure): void =>
    report({
      severity: "error",
      rule,
      message,
      place: site.place,
      ...hint,
      ...(figure && { related: [{ message: `${figure.key} is stated here`, place: figure.place }] }),
    });
  const siteAt = (name: string): Site => sites.get(name) as Site;

  /** Puts a value into the text; where it cannot be printed, its key stands visibly in its stead. */
  const print = (site: Site, figure: Figure, options: Hash["hash"], also: readonly Figure[] = []): void => {
    const printed = printFigure(figure, language, options);
    if ("problem" in printed && !figure.faulty)
      fault(site, printed.problem.rule, printed.problem.message, printed.problem, figure);
    const said = [
      ...(options.sign === "said" ? ["sign" as const] : []),
      ...(options.approx === "said" ? ["approximation" as const] : []),
    ];
    const value: Value = {
      type: "value",
      id: "",
      place: site.place,
      key: figure.key,
      ...(also.length > 0 && { also: also.map((other) => other.key) }),
      form: options.form ?? "auto",
      ...askedFor(options),
      ...dependingOn(factsAround(figure, also, options, language)),
      ...(said.length > 0 && { said }),
      text: "problem" in printed ? missingText(figure.key) : printed.text,
    };
    const printing = "problem" in printed ? {} : { printing: { figure, options } };
    push({ text: "", file: site.file, offset: site.offset, end: site.end, value, ...printing });
  };
  const word = (
    site: Site,
    of: readonly Figure[],
    form: string,
    { text, fact }: { readonly text: string; readonly fact?: Fact },
    options: Hash["hash"] = {},
  ): void => {
    const [first, ...rest] = of;
    if (!first) return;
    const value: Value = {
      type: "value",
      id: "",
      place: site.place,
      key: first.key,
      ...(rest.length > 0 && { also: rest.map((f) => f.key) }),
      form,
      ...askedFor(options),
      ...dependingOn(fact ? [fact] : []),
      text,
    };
    push({ text: "", file: site.file, offset: site.offset, end: site.end, value });
  };

  const missing = new Set<string>();
  const unknown = (original: string, site: Site): void => {
    missing.add(original);
    const hint = missing.size <= maxHints ? didYouMean(original, figures.keys()) : {};
    fault(site, "unknown-figure", `there is no figure "${original}"`, hint);
  };

  /** Keeps the text around what cannot be printed in place and visibly wrong. */
  const hole = (name: string, { file, offset }: Site): void => {
    missing.add(name);
    push({ text: missingText(name), file, offset });
  };

  /** The figures among a helper's parameters; anything else is a finding. */
  const figuresOf = (site: Site, values: readonly unknown[]): readonly Figure[] | undefined => {
    const found = values.filter((value) => isFigure(value, figures));
    // An unknown name has been reported where it stands.
    if (values.some((value) => value !== undefined && !isFigure(value, figures)))
      fault(site, "not-a-figure", "this helper takes figures only");
    return found.length === values.length && found.length > 0 && !found.some((figure) => figure.faulty)
      ? found
      : undefined;
  };
  /** Reports why a word or a shared number cannot be printed, and puts the key visibly in its stead. */
  const refuse = (
    site: Site,
    of: readonly Figure[],
    form: string,
    { problem }: { readonly problem: Problem },
  ): void => {
    fault(site, problem.rule, problem.message, problem);
    word(site, of, form, { text: missingText(of[0]?.key ?? "") });
  };

  /** Runs a branch and remembers, where a figure chose it, which, and what it printed. */
  const choose = (
    at: string,
    value: unknown,
    first: boolean,
    options: Handlebars.HelperOptions,
    context: unknown,
  ): unknown => {
    const from = strands.length;
    const index = choices.length;
    if (isFigure(value, figures)) {
      const { place, closesLine } = siteAt(at);
      const outcome = value.value === null ? "no" : "yes";
      const fact: Fact = { kind: "published", of: [value.key], outcome };
      choices.push({ place, fact, branch: first ? "first" : "else", closesLine, from, to: from });
    }
    const text = first ? options.fn(context) : options.inverse(context);
    const choice = choices[index];
    if (choice && isFigure(value, figures)) choices[index] = { ...choice, to: strands.length };
    return text;
  };

  const helpers: Record<string, (...args: never[]) => unknown> = {
    __step: () => {
      if (++steps > maxSteps) throw tooLong;
    },
    __text: (at: string, text: string) => {
      const site = siteAt(at);
      push({ text, file: site.file, offset: site.offset });
    },
    __need: (value: unknown, original: string, at: string) => {
      if (value === undefined) unknown(original, siteAt(at));
      return value;
    },
    __print: (value: unknown, original: string, at: string, { hash }: Hash) => {
      const site = siteAt(at);
      if (isFigure(value, figures)) print(site, value, hash);
      else if (isGroup(value, figures))
        fault(
          site,
          "not-a-figure",
          `${original} is a group of figures`,
          didYouMean(
            original,
            [...figures.keys()].filter((key) => key.startsWith(`${original}.`)),
          ),
        );
      else if (value !== undefined)
        fault(site, "not-a-figure", `${original} is no figure`, { hint: "print the figure itself" });
      if (!isFigure(value, figures)) hole(original, site);
    },
    __direction: (at: string, ...args: unknown[]) => {
      const { hash } = args.pop() as Hash;
      const of = figuresOf(siteAt(at), args);
      if (!of) return hole("direction", siteAt(at));
      const result = directionWord(of, language, hash);
      if ("problem" in result) refuse(siteAt(at), of, "direction", result);
      else word(siteAt(at), of, "direction", result, hash);
    },
    __same: (at: string, ...args: unknown[]) => {
      const { hash } = args.pop() as Hash;
      const of = figuresOf(siteAt(at), args);
      if (!of) return hole("same", siteAt(at));
      const result = sharedFigure(of);
      if ("problem" in result) refuse(siteAt(at), of, hash.form ?? "auto", result);
      else print(siteAt(at), result.figure, hash, of.slice(1));
    },
    __plural: (at: string, ...args: unknown[]) => {
      const { hash } = args.pop() as Hash;
      const of = figuresOf(siteAt(at), args);
      if (!of) return hole("plural", siteAt(at));
      const result = pluralWord(of, language, hash);
      if ("problem" in result) refuse(siteAt(at), of, "plural", result);
      else word(siteAt(at), of, "plural", result, hash);
    },
    __label: (at: string, ...args: unknown[]) => {
      args.pop();
      const [figure] = figuresOf(siteAt(at), args) ?? [];
      if (!figure) return hole("label", siteAt(at));
      const text = language.labels[figure.key];
      if (text === undefined)
        fault(siteAt(at), "missing-label", `${language.id} has no name for ${figure.key}`, {
          hint: `add labels.${figure.key} to the language`,
        });
      word(siteAt(at), [figure], "label", { text: text ?? missingText(figure.key) });
    },
    if: function (this: unknown, value: unknown, at: string, options: Handlebars.HelperOptions) {
      return choose(at, value, holds(value, figures), options, this);
    },
    unless: function (this: unknown, value: unknown, at: string, options: Handlebars.HelperOptions) {
      return choose(at, value, !holds(value, figures), options, this);
    },
    each: Handlebars.helpers.each as never,
    with: Handlebars.helpers.with as never,
  };
  return {
    helpers,
    /** Names of figures that were not there. */
    unresolved: (): readonly string[] => [...missing],
    /** What was printed since it was last asked, and the choices that were made; they count in strands. */
    take: (): { readonly strands: readonly Strand[]; readonly choices: readonly Chosen[] } => {
      const taken = { strands, choices };
      [strands, choices, steps] = [[], [], 0];
      return taken;
    },
  };
};
