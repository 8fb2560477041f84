import Handlebars from "handlebars";
import { lineStarts } from "../model/place.ts";
import type { Template } from "../model/source.ts";
import { contextOf } from "./context.ts";
import { checkPartials } from "./partials.ts";
import { joinStrands, type Rope } from "./rope.ts";
import { blockHelpers, type Instrumented, instrument, type Site } from "./syntax.ts";
import { maxStrands, type Rendering, tooLong, tracer } from "./tracer.ts";

/**
 * Runs the templates of a language on the figures; one rope per template, partials (`_name`) merged in.
 *
 * Reports `unknown-figure`, `not-a-figure`, `unknown-partial`, `partial-cycle`, `template-too-long` and what printing a
 * figure may report.
 */
export const renderTemplates = (templates: readonly Template[], rendering: Rendering): ReadonlyMap<Template, Rope> => {
  const { figures, report } = rendering;
  const sites: Site[] = [];
  const starts = new Map(templates.map((template) => [template.file, lineStarts(template.text)] as const));
  const ready = new Map<Template, Instrumented>();
  for (const template of templates) {
    const instrumented = instrument(template, sites, report);
    if (instrumented) ready.set(template, instrumented);
  }
  const partials = new Map(
    [...ready.values()].filter(({ name }) => name.startsWith("_")).map((partial) => [partial.name.slice(1), partial]),
  );
  const fileOf = (name: string): string => templates.find((template) => template.name === name)?.file ?? "";
  if (!checkPartials([...ready.values()], partials, fileOf, report)) return new Map();

  const { helpers, take } = tracer(rendering, sites);
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
  for (const [name, helper] of Object.entries(helpers))
    handlebars.registerHelper(name, helper as Handlebars.HelperDelegate);
  const options = {
    noEscape: true,
    knownHelpers: Object.fromEntries([...Object.keys(helpers), ...blockHelpers].map((name) => [name, true])),
    knownHelpersOnly: true,
    preventIndent: true,
  } as unknown as CompileOptions;
  for (const [name, partial] of partials)
    handlebars.registerPartial(name, handlebars.compile(partial.program, options));

  const context = contextOf(figures);
  const ropes = new Map<Template, Rope>();
  for (const [template, { program, name }] of ready) {
    if (name.startsWith("_")) continue;
    const start = { file: template.file, line: 1, column: 1 };
    try {
      handlebars.compile(program, options)(context);
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
    ropes.set(template, joinStrands(take(), starts, start));
  }
  return ropes;
};
