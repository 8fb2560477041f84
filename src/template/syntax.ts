import Handlebars from "handlebars";
import type { Report } from "../model/finding.ts";
import { lineStarts, type Place } from "../model/place.ts";
import type { RuleName } from "../model/rules/index.ts";
import type { Template } from "../model/source.ts";
import { didYouMean } from "../model/suggest.ts";
import { syntaxFinding } from "./syntax-fault.ts";

type Program = hbs.AST.Program;
type Loc = hbs.AST.SourceLocation;

/** Helpers that print or choose; anything else with parameters is a finding. */
export const printingHelpers = ["direction", "same", "plural", "label"] as const;
export const blockHelpers = ["if", "unless", "each", "with"] as const;
/** Blocks that choose between two branches; they are told their site. */
const choosingBlocks: ReadonlySet<string> = new Set(["if", "unless"]);
const usage: Readonly<Record<string, string>> = {
  direction: "{{direction key.growth}}",
  same: "{{same key key}}",
  plural: '{{plural key one="…" other="…"}}',
  label: "{{label key}}",
};
const hashOf: Readonly<Record<string, readonly string[]>> = {
  print: ["form", "counter", "case", "approx", "sign", "gender"],
  direction: ["up", "down", "flat"],
  same: ["form", "counter", "case", "approx", "sign", "gender"],
  plural: ["zero", "one", "two", "few", "many", "other"],
  label: [],
};

/** Most blocks inside one another. */
const maxDepth = 40;

/** Where a node of a template stands: the file and the 0-based offsets of its beginning and behind its end. */
export type Site = {
  readonly file: string;
  readonly offset: number;
  readonly end: number;
  readonly place: Place;
  /** Nothing stands behind it in its line. */
  readonly closesLine: boolean;
};

/** A template whose tree is ready to run: every text and every mustache calls the tracer with the name of its site. */
export type Instrumented = {
  readonly name: string;
  readonly program: Program;
  readonly partials: ReadonlySet<string>;
  /** Sites by name; names differ between the templates of a project. */
  readonly sites: ReadonlyMap<string, Site>;
};

/**
 * Parses a template and rewrites its tree so that running it records what is printed and from where (an extension point
 * that Handlebars documents in compiler-api.md).
 *
 * Reports `template-syntax`, `template-too-deep`, `unknown-helper`, `unknown-option`, `missing-figure`, `template-feature`.
 */
export const instrument = (template: Template, report: Report): Instrumented | undefined => {
  const sites = new Map<string, Site>();
  const starts = lineStarts(template.text);
  const placeOf = ({ start, end }: Loc): Place => ({
    file: template.file,
    line: start.line,
    column: start.column + 1,
    end: { line: end.line, column: end.column + 1 },
  });
  const offsetAt = ({ line, column }: Loc["start"]): number => (starts[line - 1] ?? 0) + column;
  const siteOf = (loc: Loc, shift = 0): string => {
    const name = `${template.file}#${sites.size}`;
    const offset = offsetAt(loc.start) + shift;
    const end = offsetAt(loc.end);
    const closesLine = /^[ \t]*(\n|$)/.test(
      template.text.slice(end, template.text.indexOf("\n", end) + 1 || undefined),
    );
    sites.set(name, { file: template.file, offset, end, place: placeOf(loc), closesLine });
    return name;
  };
  const fault = (rule: RuleName, message: string, loc: Loc, hint: { hint?: string } = {}): void =>
    report({ severity: "error", rule, message, place: placeOf(loc), ...hint });

  let depth = 0;
  let program: Program;
  try {
    program = Handlebars.parse(template.text);
  } catch (error) {
    report(syntaxFinding(template.file, error));
    return undefined;
  }

  const partials = new Set<string>();
  const string = (value: string, loc: Loc) => ({ type: "StringLiteral", value, original: value, loc });
  const path = (name: string, loc: Loc) => ({
    type: "PathExpression",
    data: false,
    depth: 0,
    parts: [name],
    original: name,
    loc,
  });

  /** Stands for what has a finding: running the template goes past it. */
  const nothing = (loc: Loc) =>
    ({ type: "UndefinedLiteral", value: undefined, original: undefined, loc }) as hbs.AST.Expression;

  /** A path that is used as a value: its absence is reported with its name and place. */
  const needed = (expression: hbs.AST.Expression, site?: string): hbs.AST.Expression => {
    const { loc } = expression;
    if (expression.type === "SubExpression") {
      fault("template-feature", "expressions in parentheses are not supported", loc, { hint: "name a figure" });
      return nothing(loc);
    }
    if (expression.type !== "PathExpression") return expression;
    const { original } = expression as hbs.AST.PathExpression;
    return {
      type: "SubExpression",
      path: path("__need", loc),
      params: [expression, string(original, loc), string(site ?? siteOf(loc), loc)],
      hash: undefined,
      loc,
    } as unknown as hbs.AST.Expression;
  };

  /** The options of a mustache that are sound. */
  const soundHash = (name: string, hash: hbs.AST.Hash | undefined): hbs.AST.Hash | undefined => {
    const pairs = (hash?.pairs ?? []).filter((pair) => {
      const known = hashOf[name] ?? [];
      if (!known.includes(pair.key))
        fault("unknown-option", `${name} has no option "${pair.key}"`, pair.loc, didYouMean(pair.key, known));
      else if (pair.value.type !== "StringLiteral")
        fault("unknown-option", `${pair.key} takes a text in quotes`, pair.loc);
      else return true;
      return false;
    });
    return hash && { ...hash, pairs };
  };

  const mustache = (node: hbs.AST.MustacheStatement): hbs.AST.Statement | undefined => {
    const { loc } = node;
    if (node.path.type !== "PathExpression") {
      fault("template-feature", "a value must be a figure, not a literal", loc, { hint: "type the text itself" });
      return undefined;
    }
    const name = (node.path as hbs.AST.PathExpression).original;
    const index = siteOf(loc);
    const site = string(index, loc);
    if (node.params.length === 0 && !(printingHelpers as readonly string[]).includes(name)) {
      return {
        ...node,
        hash: soundHash("print", node.hash),
        path: path("__print", loc),
        params: [needed(node.path, index), string(name, loc), site],
      } as unknown as hbs.AST.Statement;
    }
    if (!(printingHelpers as readonly string[]).includes(name)) {
      fault(
        "unknown-helper",
        `there is no helper "${name}"`,
        loc,
        didYouMean(name, [...printingHelpers, ...blockHelpers]),
      );
      return undefined;
    }
    if (node.params.length === 0) {
      fault("missing-figure", `{{${name}}} names no figure`, loc, { hint: `write the key of one: ${usage[name]}` });
      return undefined;
    }
    return {
      ...node,
      hash: soundHash(name, node.hash),
      path: path(`__${name}`, loc),
      params: [site, ...node.params.map((param) => needed(param))],
    } as unknown as hbs.AST.Statement;
  };

  const block = (node: hbs.AST.BlockStatement): hbs.AST.Statement | undefined => {
    const name = node.path.type === "PathExpression" ? (node.path as hbs.AST.PathExpression).original : "";
    if (!(blockHelpers as readonly string[]).includes(name)) {
      fault("unknown-helper", `there is no block "${name}"`, node.loc, didYouMean(name, blockHelpers));
      return undefined;
    }
    const [param] = node.params;
    if (!param || node.params.length > 1 || node.hash?.pairs.length) {
      fault("template-syntax", `{{#${name}}} takes one value`, node.loc);
      return undefined;
    }
    if (depth >= maxDepth) {
      fault("template-too-deep", `blocks stand in blocks, more than ${maxDepth} deep`, node.loc);
      return undefined;
    }
    const site = choosingBlocks.has(name) ? [string(siteOf(node.loc), node.loc)] : [];
    depth++;
    const rewritten: hbs.AST.BlockStatement = {
      ...node,
      params: [needed(param), ...site],
      program: rewrite(node.program),
      inverse: node.inverse && rewrite(node.inverse),
    };
    depth--;
    return rewritten;
  };

  const partial = (node: hbs.AST.PartialStatement): hbs.AST.Statement | undefined => {
    if (node.name.type !== "PathExpression" || node.params.length > 0 || node.hash?.pairs.length) {
      fault("template-feature", "a partial is included by its name alone", node.loc, { hint: "write {{> name}}" });
      return undefined;
    }
    partials.add((node.name as hbs.AST.PathExpression).original);
    // The indent of a partial would be added to its text outside the tracer.
    return { ...node, indent: "" } as hbs.AST.Statement;
  };

  const statement = (node: hbs.AST.Statement): hbs.AST.Statement | undefined => {
    switch (node.type) {
      case "ContentStatement": {
        const content = node as hbs.AST.ContentStatement & { original: string; value: string };
        if (content.value === "") return undefined;
        // White-space control may have cut the start of the text.
        const site = siteOf(node.loc, Math.max(0, content.original.indexOf(content.value)));
        return {
          type: "MustacheStatement",
          path: path("__text", node.loc),
          params: [string(site, node.loc), string(content.value, node.loc)],
          hash: undefined,
          escaped: false,
          strip: { open: false, close: false },
          loc: node.loc,
        } as unknown as hbs.AST.Statement;
      }
      case "CommentStatement":
        return undefined;
      case "MustacheStatement":
        return mustache(node as hbs.AST.MustacheStatement);
      case "BlockStatement":
        return block(node as hbs.AST.BlockStatement);
      case "PartialStatement":
        return partial(node as hbs.AST.PartialStatement);
      default:
        fault("template-feature", "decorators and partial blocks are not supported", node.loc);
        return undefined;
    }
  };

  /** Counts how often a body is run. */
  const step = (loc: Loc) =>
    ({
      type: "MustacheStatement",
      path: path("__step", loc),
      params: [],
      hash: undefined,
      escaped: false,
      strip: { open: false, close: false },
      loc,
    }) as unknown as hbs.AST.Statement;

  function rewrite(part: Program): Program {
    return {
      ...part,
      body: [step(part.loc ?? program.loc), ...part.body.map(statement).filter((node) => node !== undefined)],
    };
  }

  return { name: template.name, program: rewrite(program), partials, sites };
};
