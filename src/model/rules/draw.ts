import { draftOnly, type StageRules } from "./explanation.ts";

/** What is found while charts are drawn, in the specification before and in the picture after. */
export const drawRules = {
  title: "Charts as they are drawn",
  waive: draftOnly,
  rules: {
    "vega-lite-schema": {
      why: "The specification is not what Vega-Lite 6 understands, and would be drawn by guess.",
      mend: "Correct the member at the place; Vega-Lite's own editors show what is allowed.",
    },
    "outside-data": {
      why: "A chart that fetches or holds data of its own prints numbers that nobody has checked.",
      mend: "List figures of the data file under usermeta.figures and draw those.",
    },
    "not-supported": {
      why: "Figures are drawn as they were stated, on paper: nothing is added up, averaged, mapped or clicked.",
      mend: "Take the member away; panels come from facet, categories from usermeta.figures.",
    },
    "style-in-chart": {
      why: "Sizes, colours and faces stand once, in style.yaml and in the language, so that all charts are alike.",
      mend: 'Use mark styles ("style": "on-dark") and the ranges category and ordinal.',
    },
    "unknown-style": {
      why: "A style that does not exist leaves the mark to defaults that were made for screens.",
      mend: "Take one of the styles that the hint names.",
    },
    transparency: {
      why: "What shines through prints otherwise than it looks on a screen, and its contrast is nobody's choice.",
      mend: "Use a lighter colour of style.yaml.",
    },
    "not-linear": {
      why: "A logarithmic or broken scale makes lengths that are not in the proportion of the figures.",
      mend: "Use a linear scale, and panels of their own for magnitudes that differ.",
    },
    "out-of-proportion": {
      why: "Lengths, areas or positions in the picture are not in the proportion of the figures, mostly because a bar does not begin at zero.",
      mend: "Begin the scale at zero and draw the column value.",
    },
    "off-baseline": {
      why: "Zero is not on the base line, so bars seem longer or shorter than they are, or none where there is nothing.",
      mend: "Begin the scale at zero and at the edge of the panel: no domain, range or padding that moves it.",
    },
    "too-small-to-see": {
      why: "Beside the longest bar nothing is to be seen of this one, though it is not zero.",
      mend: "Give magnitudes that differ panels of their own; or a scale was mixed up in the data.",
    },
    "not-a-share": {
      why: "A stack of one length shows parts of a whole; a part below zero, or a whole of zero, has no length in it.",
      mend: "Draw the values themselves, without normalize.",
    },
    "chart-order-differs": {
      why: "Tables, text alternatives and Word tell the figures in the order in which they are listed; the picture would not.",
      mend: 'Take "sort" out of the encoding; list the figures in their order, or write "sort" under usermeta.figures.',
    },
    "unknown-chart-kind": {
      why: "Those who cannot see the picture, and Word, must be told what kind of chart it is.",
      mend: "Draw each row by a bar, line, area, point or arc.",
    },
    "scales-differ": {
      why: "Readers compare lengths across panels; where a point stands for another number in each, they must be told.",
      mend: 'Print the message "@chart.scales-differ" below the panels, or share their scale.',
    },
    "unknown-field": {
      why: "The column does not exist, so nothing would be drawn for it.",
      mend: "Take one of the columns that the hint names.",
    },
    "unknown-value": {
      why: "A filter or condition asks for a value that no row has, so it never holds.",
      mend: "Correct the value.",
    },
    "not-a-number": {
      why: "A column of words has no length.",
      mend: 'Draw the column "value", print the column "text".',
    },
    "bad-expression": {
      why: "The expression could reach beyond the row, run without end, or give nothing.",
      mend: "Use plain comparisons and arithmetic of datum.<column>.",
    },
    "facet-field": {
      why: "Panels are made of the column panel, so that every language has the same ones.",
      mend: 'Write "facet": { "row": { "field": "panel" } } and list the panels under usermeta.figures.',
    },
    "chart-too-large": {
      why: "Beyond these limits a chart is unreadable on a page, and drawing it could stop the build.",
      mend: "Draw fewer figures, or make several charts.",
    },
    "chart-warning": {
      why: "What Vega only warns about is often a mark that is not drawn.",
      mend: "Mend what the warning names.",
    },
    "not-drawable": {
      why: "The picture holds a mark without size or place, so something is invisible.",
      mend: "Look at the encoding of the mark that the message names.",
    },
    "figure-not-drawn": {
      why: "A figure that the chart lists is not in the picture.",
      mend: "Take the filter away that drops it, or take it off the list.",
    },
    "figure-drawn-twice": {
      why: "A figure is drawn by more marks than one and looks like several.",
      mend: "Draw each row once.",
    },
    "mark-without-figure": {
      why: "A mark stands for no single figure: a total that the chart made up, or a bar for what was not published.",
      mend: "Draw the rows themselves.",
    },
    "number-not-printed": {
      why: "Readers want the number; here neither a label nor an axis tells it.",
      mend: 'Add a text mark of the column "text", or an axis.',
    },
    "placeholder-text": {
      why: "A word such as undefined, NaN or null would be printed.",
      mend: "Look for a column that is empty in some rows.",
    },
    "words-not-told": {
      why: "Whoever hears the chart or reads it in Word would miss what the picture says.",
      mend: 'Print columns of the rows, or messages of the language ("@chart.scales-differ"), which are told everywhere.',
    },
    "text-cut": {
      why: "A name that ends in … is not the name.",
      mend: "Take limit away, or shorten the name.",
    },
    "text-outside": {
      why: "Words beyond the edge of the picture are cut off in print.",
      mend: "Shorten the name, or give the chart more room.",
    },
    "text-overlap": {
      why: "Words that stand on one another cannot be read, and numbers least.",
      mend: "Give them room: a larger step, panels in rows, fewer categories.",
    },
    "no-room": {
      why: "Names and heads take the whole width, so nothing can be drawn.",
      mend: "Shorten the names, or put the panels into rows.",
    },
    "too-wide": {
      why: "A picture wider than its column would be cut or shrunk below its type size.",
      mend: "Leave the width to the column.",
    },
    "too-high": {
      why: "A picture higher than the type area fits on no page, and smaller its words could not be read.",
      mend: "Give it a smaller step or height, panels side by side, or make two charts of it.",
    },
    hairline: {
      why: "Lines this thin break up or vanish on the press.",
      mend: "Use a mark style, or a wider line.",
    },
    "low-contrast": {
      why: "Text must stand out from its ground to be read (WCAG 2.2).",
      mend: 'Inside bars use the style "on-dark" or "on-light"; else another colour of style.yaml.',
    },
  },
} satisfies StageRules;
