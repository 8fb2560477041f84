import type { Style } from "../../src/model/style.ts";

type Colour = Style["colours"][string];
type Rgb = readonly [red: number, green: number, blue: number];

/** Linear red, green and blue, 0 to 1, of #rrggbb (IEC 61966-2-1). */
export const linear = (hex: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
};

/** CIE L*a*b* under D50 of solid inks on coated paper (ISO 12647-2, paper types 1 and 2), by which of cyan, magenta and yellow are there. */
const solids: Readonly<Record<string, readonly [number, number, number]>> = {
  "": [95, 0, -2],
  c: [55, -37, -50],
  m: [48, 74, -3],
  y: [91, -5, 93],
  my: [47, 68, 48],
  cy: [50, -65, 27],
  cm: [24, 22, -46],
  cmy: [23, 0, 0],
};
const black: readonly [number, number, number] = [16, 0, 0];

const xyz = ([l, a, b]: readonly [number, number, number]): Rgb => {
  const y = (l + 16) / 116;
  const cube = (t: number): number => (t > 6 / 29 ? t ** 3 : (t - 16 / 116) / 7.787);
  return [0.9642 * cube(y + a / 500), cube(y), 0.8249 * cube(y - b / 200)];
};

/** Dots print larger than they are: 14 % more at the half tone. */
const printed = (percent: number): number => {
  const dot = percent / 100;
  return dot + 4 * 0.14 * dot * (1 - dot);
};

/** Linear red, green and blue of process inks on white paper: Neugebauer's mixture of the solids, relative to the paper. */
export const inks = ({ cmyk }: Colour): Rgb => {
  const [c = 0, m = 0, y = 0, k = 0] = cmyk.map(printed);
  const paper = xyz(solids[""] as [number, number, number]);
  const mixed = [0, 0, 0];
  for (const [name, solid] of Object.entries(solids)) {
    const part = (ink: string, dot: number): number => (name.includes(ink) ? dot : 1 - dot);
    const area = part("c", c) * part("m", m) * part("y", y);
    for (const [at, value] of xyz(solid).entries())
      mixed[at] =
        (mixed[at] ?? 0) + (area * value * (1 - k + (k * (xyz(black)[at] ?? 0)) / (paper[at] ?? 1))) / (paper[at] ?? 1);
  }
  // From D50 to the primaries of sRGB, chromatically adapted (Bradford).
  const [x, l, z] = [0.9642 * (mixed[0] ?? 0), mixed[1] ?? 0, 0.8249 * (mixed[2] ?? 0)];
  const inGamut = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    inGamut(3.1338561 * x - 1.6168667 * l - 0.4906146 * z),
    inGamut(-0.9787684 * x + 1.9161415 * l + 0.033454 * z),
    inGamut(0.0719453 * x - 0.2289914 * l + 1.4052427 * z),
  ];
};

/** A colour under a matrix on linear light. */
export const seen = ([red, green, blue]: Rgb, matrix: readonly number[]): Rgb => {
  const row = (at: number): number => {
    const [r = 0, g = 0, b = 0] = matrix.slice(at, at + 3);
    return Math.min(1, Math.max(0, r * red + g * green + b * blue));
  };
  return [row(0), row(3), row(6)];
};

/** Relative luminance (WCAG 2.2). */
const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Contrast ratio (WCAG 2.2), 1 to 21. */
export const ratio = (one: Rgb, other: Rgb): number => {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const cubeRoot = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);

/** CIE 1976 L*a*b* under D65. */
export const lab = ([red, green, blue]: Rgb): readonly [number, number, number] => {
  const x = cubeRoot((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = cubeRoot(luminance([red, green, blue]));
  const z = cubeRoot((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

/** Colour difference (CIE 1976): 2.3 is just noticeable side by side. */
export const difference = (one: Rgb, other: Rgb): number => {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};
