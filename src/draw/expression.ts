import { parseExpression } from "vega";
import { didYouMean } from "../model/suggest.ts";
import { limits } from "./limits.ts";

/** Functions of the expression language that neither read a clock, a scale or other data, nor take long. */
const functions = new Set([
  ...["isValid", "isNumber", "isString", "isFinite", "isNaN", "toNumber", "toString", "if"],
  ...["abs", "ceil", "floor", "round", "min", "max", "clamp", "pow", "sqrt"],
  ...["length", "upper", "lower", "trim", "slice", "substring", "indexof", "split", "join", "format"],
]);
const constants = new Set(["datum", "true", "false", "null", "PI", "E", "NaN", "Infinity", "undefined"]);
/** Members that every object has: the way out of an expression language. */
const inherited = new Set(["constructor", "__proto__", "prototype", "toString", "valueOf"]);

type Node = { readonly type: string; readonly [name: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

export type Expression = {
  /** Columns that it reads. */
  readonly fields: readonly string[];
  readonly problems: readonly { readonly message: string; readonly hint?: string }[];
};

/** What an expression reads, and what is wrong with it. `names`: parameters and, in labels of axes, `datum.label` and `datum.value`. */
export const readExpression = (source: string, names: ReadonlySet<string>): Expression => {
  const fields: string[] = [];
  const problems: { message: string; hint?: string }[] = [];
  if (source.length > limits.expression)
    return {
      fields,
      problems: [{ message: `an expression of ${source.length} characters; the limit is ${limits.expression}` }],
    };
  let tree: Node;
  try {
    tree = parseExpression(source) as unknown as Node;
  } catch (error) {
    return {
      fields,
      problems: [{ message: `"${source}": ${error instanceof Error ? error.message : String(error)}` }],
    };
  }
  const memberName = (node: Node): string | undefined => {
    const property = node.property as Node;
    if (!node.computed && property.type === "Identifier") return String(property.name);
    return property.type === "Literal" ? String(property.value) : undefined;
  };
  const visitMember = (node: Node): void => {
    const object = node.object as Node;
    const name = memberName(node);
    if (object.type !== "Identifier" || object.name !== "datum")
      problems.push({ message: `"${source}" looks into something other than datum` });
    else if (name === undefined) problems.push({ message: `"${source}" computes the name of a column` });
    else if (inherited.has(name)) problems.push({ message: `"${source}" asks for ${name}, which is no column` });
    else fields.push(name);
  };
  const visit = (node: Node): void => {
    if (node.type === "MemberExpression") return visitMember(node);
    if (node.type === "CallExpression") {
      const callee = node.callee as Node;
      const name = callee.type === "Identifier" ? String(callee.name) : "";
      if (!functions.has(name))
        problems.push({
          message: `"${source}" calls ${name || "something that is no function"}`,
          ...didYouMean(name, functions),
        });
      for (const argument of node.arguments as readonly Node[]) visit(argument);
      return;
    }
    if (node.type === "Identifier" && !constants.has(String(node.name)) && !names.has(String(node.name)))
      problems.push({
        message: `"${source}" asks for ${node.name}, which is not known`,
        ...didYouMean(String(node.name), names),
      });
    if (node.type === "Literal" && "regex" in node)
      problems.push({ message: `"${source}" holds a regular expression` });
    for (const [name, part] of Object.entries(node)) {
      if (node.type === "Property" && name === "key") continue;
      for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) visit(child);
    }
  };
  visit(tree);
  return { fields, problems };
};
