import { draftOnly, type StageRules } from "./explanation.ts";

/** What is found while templates and charts become documents. */
export const composeRules = {
  title: "Prose and charts as they are written",
  waive: draftOnly,
  rules: {
    "template-syntax": {
      why: "The template cannot be parsed, so its chapter would be missing.",
      mend: "Correct it at the place; most often a brace or a closing {{/if}} is missing.",
    },
    "template-feature": {
      why: "Templates print figures and choose between sentences. Anything else Handlebars can do would hide from the checks what is printed.",
      mend: "Write the text itself, a figure, {{#if}}, {{#each}} or {{> partial}}.",
    },
    "unknown-partial": {
      why: "The template includes a partial that does not exist, so its text would be missing.",
      mend: "Correct the name, or add _name.md.hbs to the language's folder.",
    },
    "partial-cycle": {
      why: "Partials that include one another never end.",
      mend: "Take one of the inclusions away.",
    },
    "not-a-figure": {
      why: "A group or a word stands where a figure must, so there is no number to print.",
      mend: "Write the whole key of a figure: {{patents.applications.total}}.",
    },
    "template-too-long": {
      why: "The template grows without end, or runs its loops and partials without printing anything.",
      mend: "Shorten the loops; look for partials that include one another several times.",
    },
    "template-too-deep": {
      why: "Blocks that stand in forty others are a slip or an attack, never prose.",
      mend: "Take the inner ones out; a partial of their own makes them readable.",
    },
    "missing-figure": {
      why: "The helper names no figure and would print nothing.",
      mend: "Write the key of a figure behind its name: {{direction patents.applications.total.growth}}.",
    },
    "unknown-helper": {
      why: "The template calls something that does not exist, so nothing would be printed there.",
      mend: "Correct the name; the README lists what can be written.",
    },
    "unknown-option": {
      why: "An option that nobody knows would be ignored, and the number printed otherwise than wished.",
      mend: "Correct or remove it; the hint lists what is known.",
    },
    "unknown-directive": {
      why: "The directive would disappear with what it holds.",
      mend: "Correct its name: ::figure, :::table, :ref, :sup, :sub.",
    },
    "unsupported-markdown": {
      why: "This kind of Markdown has no form in print and would be lost.",
      mend: "Say it in paragraphs, lists, quotes, tables, emphasis, links, notes or directives.",
    },
    "markup-too-dense": {
      why: "A paragraph with thousands of marks is no prose, and the time to read it grows without bound.",
      mend: "Divide the paragraph, or take out the marks that were not meant.",
    },
    "text-too-long": {
      why: "A paragraph or cell of more than a dozen pages is no prose; mostly a file was pasted into it.",
      mend: "Divide it into paragraphs, or rows.",
    },
    "nested-too-deeply": {
      why: "Quotes, lists and directives inside many others are a slip of signs or indents, never prose.",
      mend: "Take the outer ones away.",
    },
    "blank-text": {
      why: "Words were forgotten: an item, a quote, a link or an emphasis that shows nothing leaves a hole or vanishes.",
      mend: "Write the words, or take the marks out. Space on the page is made by style.yaml, not by empty paragraphs.",
    },
    "empty-template": {
      why: "A chapter whose file says nothing is missing in print, and nobody sees that it is.",
      mend: "Write the chapter, or take the file out.",
    },
    "stray-markup": {
      why: "A mark that opens nothing would be printed as an asterisk or underscore.",
      mend: "Close it, move punctuation out of it (**bold**。), or escape it as \\*.",
    },
    "bad-link": {
      why: "Paper shows the address, so it must be complete; a Word file with half an address does not open.",
      mend: "Write https://… or mailto:…; :ref{to=id} points inside the document.",
    },
    "bad-note": {
      why: "A note call without its note, a note that is more than a paragraph, or one that calls another, cannot stand at the foot of a page.",
      mend: "Write [^1] in the text and [^1]: with one paragraph below.",
    },
    "uncalled-note": {
      why: "A note stands at the foot of the page that calls it; one that nothing calls is not printed, and nobody would miss it.",
      mend: "Write its call, [^name], behind the words that it is about, or take the note out.",
    },
    "duplicate-note": {
      why: "Of two notes of one name only one could be printed.",
      mend: "Give each note its own name.",
    },
    "bad-table": {
      why: "Rows of unequal length would put numbers under the wrong head.",
      mend: "Give every row as many cells as the head, and one Markdown table to each :::table.",
    },
    "missing-id": {
      why: "Ids are how the languages are compared, referred to and followed from build to build.",
      mend: "Add {#name}, the same in every language.",
    },
    "bad-id": {
      why: "An id becomes a name in PDF and Word, which take plain ones only.",
      mend: "Use lower-case letters, digits and -, and begin with a letter.",
    },
    "duplicate-id": {
      why: "Two things with one id cannot be told apart by references or between languages.",
      mend: "Rename one of them in every language.",
    },
    "unknown-reference": {
      why: "The reference points at nothing and would print nothing.",
      mend: "Correct the id, or give the target that id.",
    },
    "dangling-reference": {
      why: "The sentence sends its reader to a number that stands nowhere (see Table 1, where captions carry none), or says nothing at all.",
      mend: 'Number captions or heads by headings of language.yaml (table: "Table {n}. "), or let the reference print the title or the page: :ref{to=id show=title}.',
    },
    "heading-level": {
      why: "A level that is skipped leaves a hole in the outline that readers and screen readers go by.",
      mend: "Use the level that the hint names.",
    },
    "empty-heading": {
      why: "A head without words leaves an empty line in contents and bookmarks.",
      mend: "Write the heading, or remove it.",
    },
    "empty-section": {
      why: "A heading with nothing below it makes a page without text; mostly its text was lost on the way.",
      mend: "Write what belongs there, or take the heading out.",
    },
    "missing-caption": {
      why: "A figure or table without a caption cannot be named, listed or found.",
      mend: "Write the caption into the brackets: ::figure[Caption]{…}.",
    },
    "missing-description": {
      why: "Those who cannot see the chart get its description; without one they get nothing.",
      mend: 'Add "description" with a message of the languages: "@chart.kind.compared-bars".',
    },
    "wrong-head-unit": {
      why: "The numbers of a column leave out the unit that its head names, so a figure of another unit would be misread.",
      mend: "Correct the head, or give the figure a column of its own.",
    },
    "missing-unit": {
      why: "The language does not say how a unit of the data is counted, so its numbers would stand without a counter.",
      mend: 'Add the unit to units of language.yaml; counter: "" where the sentence names the thing.',
    },
    "missing-label": {
      why: "The figure has no name in this language, which charts, tables and {{label}} need.",
      mend: "Add its key under labels of language.yaml.",
    },
    "missing-glyph": {
      why: "No face of the language has the character; a box or nothing would be printed.",
      mend: "Write another character, or add a face that has it to fonts/ and to fonts of the language.",
    },
    "not-published": {
      why: "The figure is null in the data: it was not published, and no number may be printed for it.",
      mend: "Put the sentence into {{#if …}}, or state the value.",
    },
    "approximation-of-exact": {
      why: "The template calls a number approximate that the data states exactly.",
      mend: "Take approx=… away, or state approx in the data.",
    },
    "no-approximation": {
      why: "The data states an approximation for which this language has no words.",
      mend: "Add the pattern under numbers.approximations of language.yaml.",
    },
    "unknown-approximation": {
      why: "The pattern that the template asks for is none of the language's.",
      mend: "Take one that the hint lists, or add it to the language.",
    },
    "unknown-form": {
      why: "The form that the template asks for does not exist, so the number could not be written.",
      mend: "Take digits, words, or a phrase of the language.",
    },
    "form-does-not-fit": {
      why: "A phrase such as 首 or inaugural says one number only; for another it would be wrong.",
      mend: 'Use form="words" or digits, or correct the figure.',
    },
    "no-words": {
      why: "The language's rules do not reach this number, so it cannot be written in words.",
      mend: 'Extend numbers.spellout of the language, or use form="digits".',
    },
    "unknown-counter": {
      why: "The counter is none that counts this unit: 名 does not count attendances.",
      mend: "Take a counter that the hint lists, or add it under also of the unit if it fits.",
    },
    "mixed-directions": {
      why: "One word (up, 增长) cannot stand for figures that rose and figures that fell.",
      mend: "Give each change a phrase of its own.",
    },
    "unequal-figures": {
      why: "{{same}} prints one number for several figures, and they have come apart.",
      mend: "Print each number.",
    },
    "not-json": {
      why: "The chart specification cannot be read.",
      mend: "Correct it at the place; most often a comma or a quote.",
    },
    "chart-data": {
      why: "A chart may only draw figures of the data file; numbers of its own would escape every check.",
      mend: 'Write "data": { "name": "figures" } and list the figures under usermeta.figures.',
    },
    "chart-without-figures": {
      why: "The chart does not say which figures it draws.",
      mend: 'Add "usermeta": { "figures": { "keys": [ … ] } }.',
    },
    "bad-option": {
      why: "An attribute of a figure has a value that cannot be followed.",
      mend: "Correct it as the finding says.",
    },
    "unknown-image": {
      why: "The figure names a picture that is not in images/.",
      mend: "Correct the name, or put the file into images/.",
    },
    "missing-alt-text": {
      why: "Who cannot see a picture learns nothing from it without words (WCAG 2.2, 1.1.1).",
      mend: 'Say what it shows in the language of the prose: alt="…".',
    },
    "unknown-chart": {
      why: "There is no specification of this name, so the place would stay empty.",
      mend: "Correct the name, or add charts/<name>.vl.json.",
    },
    "unknown-message": {
      why: "A chart asks for words that the language does not have.",
      mend: "Add the key to messages of language.yaml, or correct it.",
    },
    "unknown-placeholder": {
      why: "A message asks for something that is not known there; its braces would be printed.",
      mend: "Use one of the placeholders that the hint names.",
    },
    "untranslated-text": {
      why: "Words inside a chart would be printed in one language in every edition.",
      mend: 'Write a message key ("@chart.change") and its text in every language.yaml.',
    },
    "duplicate-figure": {
      why: "One figure drawn twice in a panel looks like two.",
      mend: "List it once.",
    },
    "duplicate-category": {
      why: "Two categories with one name would be drawn as one.",
      mend: "Give the figures names that differ.",
    },
    "missing-categories": {
      why: "Several series need names for what they are compared by.",
      mend: 'Add "categories" or "years" under usermeta.figures.',
    },
    "wrong-count": {
      why: "A series with more or fewer figures than categories would put numbers beside the wrong names.",
      mend: "List one figure for each category; null where there is none.",
    },
    "mixed-units": {
      why: "Cases and people on one axis are compared although they cannot be.",
      mend: "Give each unit a panel of its own.",
    },
    "not-a-quantity": {
      why: "A rank or a year has no length and cannot be drawn to scale.",
      mend: "Take it out of the chart, or print it as a word.",
    },
    "share-unknown": {
      why: "A share needs a part and a whole that are both published and not approximate.",
      mend: "Leave the share out, or state both figures.",
    },
    "parts-do-not-sum": {
      why: "Shares of a whole that its parts do not make up would be a picture of something false.",
      mend: "List every part, or state the rest as a figure.",
    },
  },
} satisfies StageRules;
