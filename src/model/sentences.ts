/** Half-open ranges of the sentences of a text, UTF-16 units; together they are the whole text (UAX #29, by the language's rules). */
export const sentenceRanges = (text: string, language: string): readonly (readonly [number, number])[] => {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "sentence" });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(text)].map(({ index, segment }) => [index, index + segment.length] as const);
};

const segmenters = new Map<string, Intl.Segmenter>();
