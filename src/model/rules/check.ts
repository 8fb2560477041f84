import type { StageRules } from "./explanation.ts";

/** What is found when figures, sentences and languages are compared with one another. */
export const checkRules = {
  title: "Figures, words and languages against one another",
  waive:
    "Where the finding was looked at and stays, write the entry that its hint ends with into templates/<issue>/accepted.yaml, with your reason. Once it meets nothing any more, unused-acceptance asks you to take it out.",
  rules: {
    "typed-numeral": {
      why: "A number that was typed (23580, 三, twenty-two) stays as it is when the data is corrected, and nobody notices.",
      mend: "Print it from the data: {{courts.cases.accepted}}. If it is a name and no fact (a date, G60, the name of a law), add it to names of every language.yaml under one key; if it is no number at all (统一), to claims.plain.",
    },
    "direction-contradicts": {
      why: "A sentence says up and its figure went down (or says it and prints the sign as well). The word was written for other data.",
      mend: "Write {{direction key.growth}} instead of the word: it follows the sign.",
    },
    "sign-not-said": {
      why: 'sign="said" leaves the sign to a word of the sentence, and there is none: a fall would read as a rise.',
      mend: 'Write {{direction …}} beside the number, or take sign="said" away.',
    },
    "part-of-another": {
      why: "A change, a rank or an earlier value stands beside a figure that it does not belong to: most often two numbers that were swapped.",
      mend: "Put each change beside its own figure, lists in the same order.",
    },
    "respectively-unequal": {
      why: "respectively, 分别 and 各为 pair two lists; with unequal lists nobody can tell which number belongs to what.",
      mend: "Give both lists as many items, or take the word away.",
    },
    "approximation-contradicts": {
      why: "The sentence calls a number approximate that is exact, or says nearly of what is more, or claims that it exceeded what it did not reach.",
      mend: "Take the word away, or state approx (more-than, exceeded, nearly, about) in the data if it is true.",
    },
    "approximation-not-said": {
      why: "The data states more than 210,000; printed without such a word it becomes exactly 210,000, which is false.",
      mend: 'Take approx="said" away, or write one of the words of claims.approximations beside the number.',
    },
    "wrong-counter": {
      why: "A counter says what is counted: 349人次 are attendances, 349人 are people.",
      mend: "Leave the counter to the number ({{key}} prints it), or list it under also of the unit if it fits.",
    },
    "wrong-noun": {
      why: "A noun says what is counted: 349 attendances are not 349 officers.",
      mend: "Name what is counted, or list the noun under nouns of the unit if it fits.",
    },
    "rank-contradicts": {
      why: "The sentence claims the first place for a figure that has another, or the figure's rank is said wrongly.",
      mend: "Print the rank: {{key.rank}}.",
    },
    "label-of-another": {
      why: "The head of a row or column, a category or the words of a line name one figure, and the number beside them is another's: most often two that were swapped.",
      mend: "Print the figure that is named, or name the one that is printed; labels of language.yaml say what each is called.",
    },
    "erratum-contradicts": {
      why: "An erratum tells readers what is correct; if the edition prints something else, or does not print the figure, one of the two is wrong.",
      mend: "Write correct as it is printed now, or correct the figure.",
    },
    "printed-otherwise": {
      why: "Read back from the page, the printed number is not that of the data: a scale, a pattern or a counter of the language spoils it, or it has more or fewer digits than were stated.",
      mend: "Correct the numbers or units of language.yaml; step in the data says which digits are stated.",
    },
    "growth-contradicts": {
      why: "The stated change does not follow from the value and what it changed from, however both were rounded. One of the three is wrong.",
      mend: "Correct the value, the growth or the base; the message says which change would follow. When a value is corrected, its growth mostly changes too.",
    },
    "growth-impossible": {
      why: "No whole number can have changed by this rate to this count, so the count or the rate is wrong.",
      mend: "Correct the value, the growth or its digits.",
    },
    "magnitude-suspect": {
      why: "The value is about a power of ten away from last year's, or from the other years of its series: 万 was read as 亿, thousand as million, or a digit was lost.",
      mend: "Correct the value. If the world has changed so much, state the growth: then that is checked instead.",
    },
    "sum-contradicts": {
      why: "The declared parts do not make up the declared whole, and rounding does not explain it.",
      mend: "Correct a part or the whole, or the relation in the data file.",
    },
    "shares-contradict": {
      why: "Shares of one whole do not make up 100 %, and rounding does not explain it.",
      mend: "Correct a share, or state the rest as one.",
    },
    "ratio-contradicts": {
      why: "A stated ratio does not follow from its numerator and denominator.",
      mend: "Correct one of the three; a rate per head often rests on another year's residents.",
    },
    "order-contradicts": {
      why: "A part is larger than its whole, or a stock smaller than what came in.",
      mend: "Correct one of the two figures, or the relation.",
    },
    "stock-contradicts": {
      why: "More is there at the end than was there at the beginning and came in.",
      mend: "Correct one of the three figures.",
    },
    "ranking-contradicts": {
      why: "Of two ranked figures the smaller has the better place, or both have one place.",
      mend: "Correct a rank or a value.",
    },
    "facts-differ": {
      why: "One fact is stated twice in the data, and the two have come apart.",
      mend: "Correct one; better, keep one figure and print it twice.",
    },
    "range-contradicts": {
      why: "The figure lies outside the bounds that were declared as plausible.",
      mend: "Correct the value, or the bounds if the world has changed.",
    },
    "units-contradict": {
      why: "The relation compares or adds what is not counted alike, so that it says nothing about the figures.",
      mend: "Correct the unit of a figure, or name the figures that were meant.",
    },
    "empty-edition": {
      why: "A language with a few words was begun and not written; its edition would be an empty cover.",
      mend: "Write its chapters, or leave it out of editions in the data file.",
      waive: "It cannot be waived.",
    },
    "unused-figure": {
      why: "A figure that nobody prints was forgotten in the prose, or is a leftover that misleads the next year.",
      mend: "Print it, or take it out of the data.",
    },
    "figure-not-in-language": {
      why: "One language prints a figure and another never does: its readers are told less.",
      mend: "Print it there too.",
    },
    "figure-not-in-unit": {
      why: "A section, figure or table prints a number in one language and not in another; the sentence was lost or has another number.",
      mend: "Print it in the same section there too.",
    },
    "figure-order": {
      why: "Two numbers stand the other way round in a language: most often they were swapped.",
      mend: "Put each number into its own place. Where the word order of the language is the reason, accept it with that.",
    },
    "name-not-in-unit": {
      why: "A numeral that is a name (2035, G60) stands in a section of one language and not in that of another.",
      mend: "Write it there too, and declare its form under names of that language.",
    },
    "forbidden-term": {
      why: "A word that the glossary forbids for a term names something else, or is one that the house does not use.",
      mend: 'Use one of the term\'s forms; or take the form behind "!" out of glossary.yaml, if it is right after all.',
    },
    "missing-term": {
      why: "A term of the glossary stands in a section, and its counterpart does not: the body, law or measure has another name or is lost.",
      mend: "Use the term of glossary.yaml, or add the form that is right as well.",
    },
    "missing-in-language": {
      why: "A section, figure or table is in one language only.",
      mend: "Add it with the same {#id}, or remove it from both.",
    },
    "order-differs": {
      why: "Sections that stand in another order cannot be read side by side or compared.",
      mend: "Put them into one order.",
    },
    "title-year": {
      why: "A numeral in the title or issuer is not the period: last year's title is easily left.",
      mend: "Correct the title; a numeral that belongs to a name goes to names of the language.",
    },
    "scale-contradicts": {
      why: "A scale word stands for another number than the language means by it (万 for 1000): every number would be wrong.",
      mend: "Correct from or word under numbers.scales.",
    },
    "words-not-distinct": {
      why: "Two numbers are written with the same words, so one of them is wrong.",
      mend: "Correct the rule set under numbers.spellout.",
    },
    "word-claims-both": {
      why: "One word is listed for a rise and for a fall, so that it can contradict nothing.",
      mend: "Keep it in one of the lists under claims.",
    },
    "unused-acceptance": {
      why: "accepted.yaml accepts what is not found any more. Left there, it would hide the next one.",
      mend: "Take the entry out.",
      waive: "It cannot be waived.",
    },
  },
} satisfies StageRules;
