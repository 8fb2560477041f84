/**
 * Remembers what was made of the last inputs, so that a build after a change, or a check of many variants, makes anew only
 * what changed. `make` must be pure; what it gives must not be changed.
 */
export const recent = <Input, Output>(
  limit: number,
  keyOf: (input: Input) => string,
  make: (input: Input) => Output,
): ((input: Input) => Output) => {
  // A map keeps the order in which its entries were set: the first is the one that was not met for longest.
  const known = new Map<string, Output>();
  return (input) => {
    const key = keyOf(input);
    const output = known.has(key) ? (known.get(key) as Output) : make(input);
    known.delete(key);
    known.set(key, output);
    if (known.size > limit) known.delete(known.keys().next().value as string);
    return output;
  };
};
