/** Grammars of what an SVG says of its shapes (SVG 2 §§4, 7, 9, 10): one that is broken makes the shape vanish. */

const number = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const length = new RegExp(`^\\s*${number}(?:px|pt|pc|mm|cm|in|em|ex|%)?\\s*$`);
const next = new RegExp(`[\\s,]*(${number})`, "y");
const flag = /[\s,]*([01])/y;
const blanks = /^[\s,]*$/;

/**
 * How many numbers stand in a text and nothing else, read from left to right as SVG does ("1-2.5.5" are three);
 * `undefined` where it holds anything else. `flags`: positions of seven at which a single 0 or 1 stands, as in arcs.
 */
const countIn = (text: string, flags: readonly number[] = []): number | undefined => {
  let count = 0;
  for (let at = 0; !blanks.test(text.slice(at)); count++) {
    const pattern = flags.includes(count % 7) ? flag : next;
    pattern.lastIndex = at;
    if (!pattern.test(text)) return undefined;
    at = pattern.lastIndex;
  }
  return count;
};

/** Attributes that hold a length; those that must not be negative. */
const lengths: ReadonlySet<string> = new Set(
  "x y width height rx ry r cx cy x1 y1 x2 y2 stroke-width font-size dx dy".split(" "),
);
const sizes: ReadonlySet<string> = new Set(["width", "height", "rx", "ry", "r", "stroke-width", "font-size"]);
/** What a shape cannot be drawn without. */
const needs: Readonly<Record<string, readonly string[]>> = {
  rect: ["width", "height"],
  circle: ["r"],
  ellipse: ["rx", "ry"],
  path: ["d"],
  polyline: ["points"],
  polygon: ["points"],
};

/** Numbers behind each command of a path (SVG 2 §9.3). */
const operands: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const isPath = (text: string): boolean => {
  const commands = text.match(/[a-zA-Z](?:[^a-zA-Z]|(?<=\d\.?)[eE](?=[+-]?\d))*/g) ?? [];
  if (commands.join("") !== text.trim() || (commands.length > 0 && !/^[Mm]/.test(commands[0] as string))) return false;
  return commands.every((command) => {
    const name = (command[0] as string).toUpperCase();
    const rest = command.slice(1);
    const count = operands[name];
    if (count === undefined) return false;
    const given = countIn(rest, name === "A" ? [3, 4] : []);
    return given !== undefined && (count === 0 ? given === 0 : given > 0 && given % count === 0);
  });
};

const arities: Readonly<Record<string, readonly number[]>> = {
  matrix: [6],
  translate: [1, 2],
  scale: [1, 2],
  rotate: [1, 3],
  skewX: [1],
  skewY: [1],
};
const isTransform = (text: string): boolean => {
  const functions = [...text.matchAll(/([a-zA-Z]+)\s*\(([^()]*)\)/g)];
  const rest = text.replace(/([a-zA-Z]+)\s*\(([^()]*)\)/g, "").replace(/[\s,]/g, "");
  return (
    (rest === "" || rest === "none") &&
    functions.every(([, name = "", inner = ""]) => arities[name]?.includes(countIn(inner) ?? -1))
  );
};

/** What is wrong with an attribute of a shape, or `undefined`. */
const attributeFault = (name: string, value: string): string | undefined => {
  if (lengths.has(name)) {
    // Several positions of glyphs, and radii that follow one another, are no single lengths.
    if (value.trim() === "auto" || (/^d?[xy]$/.test(name) && countIn(value) !== undefined)) return undefined;
    if (!length.test(value)) return `${name}="${value}" is no length`;
    return sizes.has(name) && Number.parseFloat(value) < 0 ? `${name}="${value}" is below zero` : undefined;
  }
  if (name === "d" && value.trim() !== "none" && !isPath(value)) return `the path "${value.slice(0, 40)}" is broken`;
  if (name === "points") {
    return (countIn(value) ?? 1) % 2 === 0 ? undefined : `the points "${value.slice(0, 40)}" are broken`;
  }
  if (/^(transform|gradientTransform)$/.test(name) && !isTransform(value)) return `${name}="${value}" is broken`;
  return undefined;
};

/** Why a shape of an SVG cannot be drawn as it is meant, from its attributes. */
export const geometryFaults = (
  name: string,
  attributes: readonly { readonly name: string; readonly value: string }[],
): readonly string[] => {
  const given = new Set(attributes.map((attribute) => attribute.name));
  return [
    ...(needs[name] ?? []).filter((need) => !given.has(need)).map((need) => `it has no ${need}`),
    ...attributes.flatMap((attribute) => attributeFault(attribute.name, attribute.value) ?? []),
  ];
};
