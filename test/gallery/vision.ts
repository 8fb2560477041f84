/** How a reader sees colours who lacks one kind of cones, or all: a matrix on linear red, green and blue, by rows. */
export type Vision = { readonly name: string; readonly label: string; readonly matrix: readonly number[] };

/**
 * Full dichromacy as simulated by Machado, Oliveira and Fernandes (IEEE TVCG 15, 2009, severity 1.0), and grey by
 * relative luminance (WCAG 2.2).
 */
export const visions: readonly Vision[] = [
  { name: "grey", label: "grey", matrix: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722] },
  {
    name: "protanopia",
    label: "without red (protanopia)",
    matrix: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  },
  {
    name: "deuteranopia",
    label: "without green (deuteranopia)",
    matrix: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  },
  {
    name: "tritanopia",
    label: "without blue (tritanopia)",
    matrix: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  },
];
