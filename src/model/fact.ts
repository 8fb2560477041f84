import type { Key } from "./figure.ts";

/** What of figures can decide how a sentence is worded. */
export const factKinds = ["sign", "plural", "equality", "approximation", "value", "published"] as const;

/**
 * That a wording depends on something that is true of figures, with what came out. While the outcome holds, a new value
 * changes the number and not the words; when it no longer does, the words have to be looked at in every language.
 */
export type Fact = {
  /**
   * "sign": up, down, flat; "plural": the CLDR category; "equality": equal, for one number that stands for several figures;
   * "approximation": what the sentence's own words say of it; "value": the value itself, for a phrase that fits no other (首);
   * "published": yes, no.
   */
  readonly kind: (typeof factKinds)[number];
  readonly of: readonly Key[];
  readonly outcome: string;
};

/** A fact as one word, the same for the same fact: `sign(a.growth,b.growth)=up`. */
export const factText = ({ kind, of, outcome }: Fact): string => `${kind}(${of.join()})=${outcome}`;
