import Handlebars from "handlebars";
import { reportInternal } from "../model/attempt.ts";
import type { Finding } from "../model/finding.ts";
import { lineStarts, type Place } from "../model/place.ts";
import { recent } from "../model/recent.ts";
import type { Template } from "../model/source.ts";
import { soundTemplates } from "../template/partials.ts";
import { joinStrands, type Rope } from "../template/rope.ts";
import { blockHelpers, type Instrumented, instrument, printingHelpers } from "../template/syntax.ts";
import { contextOf } from "./context.ts";
import { sayCountersOnce } from "./ranges.ts";
import { maxSteps, maxStrands, type Rendering, tooLong, tracer } from "./tracer.ts";

/** Names of everything that a template may call; what a call does is given when it runs. */
const helperNames = [
  "__step",
  "__text",
  "__need",
  "__print",
  ...printingHelpers.map((name) => `__${name}`),
  ...blockHelpers,
] as const;

/** Handlebars without helpers of its own. */
const handlebars = Handlebars.create();
for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
const options = {
  noEscape: true,
  knownHelpers: Object.fromEntries(helperNames.map((name) => [name, true])),
  knownHelpersOnly: true,
  preventIndent: true,
} as unknown as CompileOptions;

/** A template ready to run. */
type Ready = Instrumented & { readonly run: Handlebars.TemplateDelegate };
/** A template as it was read, and what was found in it. */
type Compiled = {
  readonly template: Ready | undefined;
  readonly findings: readonly Finding[];
};

const compiled = recent(
  128,
  ({ file, name, text }: Template) => JSON.stringify([file, name, text]),
  (template): Compiled => {
    const findings: Finding[] = [];
    const instrumented = instrument(template, (finding) => void findings.push(finding));
    if (!instrumented) return { template: undefined, findings };
    return { template: { ...instrumented, run: handlebars.compile(instrumented.program, options) }, findings };
  },
);

/** What the templates of a language rendered to, and whether one of them had to be left out or broken off. */
export type Rendered = {
  readonly ropes: ReadonlyMap<Template, Rope>;
  readonly isWhole: boolean;
  /** Figures that are named and not there. */
  readonly unresolved: readonly string[];
};

/**
 * Runs the templates of a language on the figures; one rope per template, partials (`_name`) merged in.
 *
 * Reports `unknown-figure`, `not-a-figure`, `unknown-partial`, `partial-cycle`, `template-too-long` and what printing a
 * figure may report.
 */
export const renderTemplates = (templates: readonly Template[], rendering: Rendering): Rendered => {
  const { figures, report } = rendering;
  const starts = new Map(templates.map((template) => [template.file, lineStarts(template.text)] as const));
  const ready = new Map<Ready, Template>();
  const faulty = new Set<string>();
  for (const source of templates) {
    const { template, findings } = compiled(source);
    for (const finding of findings) report(finding);
    if (template) ready.set(template, source);
    else faulty.add(source.name.replace(/^_/, ""));
  }
  const partials = new Map(
    [...ready.keys()].filter(({ name }) => name.startsWith("_")).map((partial) => [partial.name.slice(1), partial]),
  );
  const startOf = (file: string): Place => ({ file, line: 1, column: 1 });
  const fileOf = (name: string): string => templates.find((template) => template.name === name)?.file ?? "";
  const sound = soundTemplates([...ready.keys()], partials, faulty, (name) => startOf(fileOf(name)), report);

  const { helpers, take, unresolved } = tracer(
    rendering,
    new Map([...ready.keys()].flatMap((template) => [...template.sites])),
  );
  const given = {
    helpers: helpers as Record<string, Handlebars.HelperDelegate>,
    partials: Object.fromEntries([...partials].map(([name, { run }]) => [name, run])),
  };
  const context = contextOf(figures);
  const ropes = new Map<Template, Rope>();
  let isWhole = sound.length === templates.length;
  for (const template of sound) {
    const source = ready.get(template) as Template;
    if (template.name.startsWith("_")) continue;
    const start = startOf(source.file);
    try {
      template.run(context, given);
    } catch (error) {
      isWhole = false;
      if (error !== tooLong) {
        reportInternal(`running ${source.file}`, start, report, error);
        take();
        continue;
      }
      report({
        severity: "error",
        rule: "template-too-long",
        message: `${source.file} renders more than ${maxStrands} pieces, or runs its blocks and partials more than ${maxSteps} times`,
        place: start,
        hint: "look at its {{#each}} loops, and at partials that include others",
      });
    }
    const { strands, choices } = take();
    ropes.set(source, joinStrands(sayCountersOnce(strands, rendering.language), starts, start, choices));
  }
  return { ropes, isWhole, unresolved: unresolved() };
};
