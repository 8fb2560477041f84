import { onPages, type PressRule } from "./rule.ts";

/** Content that can be followed and read. */
export const contentRules: readonly PressRule[] = [
  {
    rule: "press-content",
    breaches: onPages(({ faults }) => (faults.length > 0 ? `cannot be followed: ${faults[0]}` : undefined)),
  },
  {
    rule: "press-glyph",
    breaches: onPages(({ unmapped }) => {
      const [first] = unmapped;
      if (!first) return undefined;
      const [font, codes] = first;
      return `shows glyphs of ${font} that stand for no text: ${[...codes].slice(0, 5).join(", ")}`;
    }),
  },
];
