import Handlebars from "handlebars";
import type { Finding } from "../model/finding.ts";
import { lineStarts } from "../model/place.ts";
import { recent } from "../model/recent.ts";
import type { Template } from "../model/source.ts";
import { checkPartials } from "../template/partials.ts";
import { joinStrands, type Rope } from "../template/rope.ts";
import { blockHelpers, type Instrumented, instrument, printingHelpers } from "../template/syntax.ts";
import { contextOf } from "./context.ts";
import { sayCountersOnce } from "./ranges.ts";
import { maxStrands, type Rendering, tooLong, tracer } from "./tracer.ts";

/** Names of everything that a template may call; what a call does is given when it runs. */
const helperNames = [
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

/** A template ready to run, and what was found in it. */
type Compiled = {
  readonly template: (Instrumented & { readonly run: Handlebars.TemplateDelegate }) | undefined;
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

/**
 * Runs the templates of a language on the figures; one rope per template, partials (`_name`) merged in.
 *
 * Reports `unknown-figure`, `not-a-figure`, `unknown-partial`, `partial-cycle`, `template-too-long` and what printing a
 * figure may report.
 */
export const renderTemplates = (templates: readonly Template[], rendering: Rendering): ReadonlyMap<Template, Rope> => {
  const { figures, report } = rendering;
  const starts = new Map(templates.map((template) => [template.file, lineStarts(template.text)] as const));
  const ready = new Map(
    templates.flatMap((source) => {
      const { template, findings } = compiled(source);
      for (const finding of findings) report(finding);
      return template ? [[source, template] as const] : [];
    }),
  );
  const partials = new Map(
    [...ready.values()].filter(({ name }) => name.startsWith("_")).map((partial) => [partial.name.slice(1), partial]),
  );
  const fileOf = (name: string): string => templates.find((template) => template.name === name)?.file ?? "";
  if (!checkPartials([...ready.values()], partials, fileOf, report)) return new Map();

  const sites = new Map([...ready.values()].flatMap((template) => [...template.sites]));
  const { helpers, take } = tracer(rendering, sites);
  const given = {
    helpers: helpers as Record<string, Handlebars.HelperDelegate>,
    partials: Object.fromEntries([...partials].map(([name, { run }]) => [name, run])),
  };
  const context = contextOf(figures);
  const ropes = new Map<Template, Rope>();
  for (const [template, { run, name }] of ready) {
    if (name.startsWith("_")) continue;
    const start = { file: template.file, line: 1, column: 1 };
    try {
      run(context, given);
    } catch (error) {
      if (error !== tooLong) throw error;
      report({
        severity: "error",
        rule: "template-too-long",
        message: `${template.file} renders more than ${maxStrands} pieces`,
        place: start,
        hint: "look at its {{#each}} loops",
      });
    }
    const { strands, choices } = take();
    ropes.set(template, joinStrands(sayCountersOnce(strands, rendering.language), starts, start, choices));
  }
  return ropes;
};
