import type { Fact } from "./fact.ts";

import type { Decimal, Key } from "./figure.ts";

import type { Place } from "./place.ts";

/** BCP 47: "zh-CN". */
export type Lang = string;
/**
 * Identity of a block and of what stands in it, the same in every language and from build to build: `creation`,
 * `creation.p2`, `ip-creation`, `regions.r2.c3`, `creation.p2:patents.total` (model/identity).
 */
export type Id = string;
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

type Node = { readonly place: Place };

/**
 * One language of one issue: content, never appearance. Plain, readonly, versioned JSON: what is printed, compared,
 * translated and corrected is read from here.
 */
export type Document = {
  readonly version: 1;
  readonly lang: Lang;
  readonly issue: string;
  readonly title: string;
  readonly issuer: string;
  /** Date of publication as printed. */
  readonly date: string;
  /** Chapters in order; a first section without title is the preface. */
  readonly sections: readonly Section[];
  readonly labels: Readonly<Record<Id, Label>>;
  /** A template of it could not be read, which has findings: what is missing here may only be missing for that. */
  readonly incomplete?: true;
  /** What its templates name and what could not be printed, which has findings; it stands in the text as [[name]]. */
  readonly unresolved?: readonly string[];
  /** Every choice that a template made by a figure, in reading order: what stands there, or does not, for that reason. */
  readonly choices: readonly Choice[];
  /**
   * The last number given to a thing of each kind below each owner, in this or an earlier release: `creation.p` → 5. What
   * comes later gets a higher one, so that no id is ever used twice.
   */
  readonly lastNumbers: Readonly<Record<string, number>>;
};

/** A branch of {{#if}} or {{#unless}} that a figure chose by being published or not. */
export type Choice = Node & {
  readonly fact: Fact;
  /** The branch that was taken: the first, or what stands behind {{else}}, which may be nothing. */
  readonly branch: "first" | "else";
  /** The blocks that the branch made or made words of; where it printed nothing, the block or section that it stands in. */
  readonly blocks: readonly Id[];
};

/** What a cross-reference to a block says, and the number it was counted with. */
export type Label = {
  readonly kind: "section" | "figure" | "table";
  /** [2] for chapter 2, [2, 1] for its first section, [3] for figure 3. */
  readonly number: readonly number[];
  /** "图1", "Figure 1", "Chapter II". */
  readonly text: string;
};

export type Block = Section | Paragraph | List | Quote | Figure | Table;

/** A chapter or a part of one. `prefix + title + suffix` is what is printed as its head: 一、…… / "Head." before run-in text. */
export type Section = Node & {
  readonly type: "section";
  readonly id: Id;
  /** 1 = chapter. */
  readonly level: number;
  /** "display": a head of its own; "run-in": opens the first paragraph; "none": no head (preface). */
  readonly head: "display" | "run-in" | "none";
  readonly prefix: string;
  readonly title: readonly Inline[];
  readonly suffix: string;
  readonly children: readonly Block[];
};
export type Paragraph = Node & { readonly type: "paragraph"; readonly id: Id; readonly children: readonly Inline[] };
export type List = Node & {
  readonly type: "list";
  readonly id: Id;
  readonly ordered: boolean;
  /** Number of the first item of an ordered list. */
  readonly start: number;
  readonly items: readonly ListItem[];
};
export type ListItem = Node & { readonly id: Id; readonly children: readonly Block[] };
export type Quote = Node & { readonly type: "quote"; readonly id: Id; readonly children: readonly Block[] };
export type Figure = Node & {
  readonly type: "figure";
  readonly id: Id;
  /** "图1　" or "" where captions carry no number. */
  readonly prefix: string;
  readonly caption: readonly Inline[];
  readonly note?: readonly Inline[];
  readonly source?: readonly Inline[];
  /** Full text alternative: of a chart made of the figures that are drawn, of an image as its author wrote it. */
  readonly alt: string;
  /** The figures of the chart that `alt` says, where their texts begin in it (0-based UTF-16 offsets). */
  readonly said?: readonly { readonly id: Id; readonly at: number }[];
  readonly body: Chart | Image;
};
export type Table = Node & {
  readonly type: "table";
  readonly id: Id;
  readonly prefix: string;
  readonly caption: readonly Inline[];
  readonly columns: readonly Column[];
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
};
export type Column = { readonly align: "start" | "center" | "end" };
export type Row = Node & { readonly id: Id; readonly cells: readonly Cell[] };
export type Cell = Node & { readonly id: Id; readonly children: readonly Inline[] };

/** A picture file of the issue: images/<name>.png, .jpg or .svg. */
export type Image = {
  readonly type: "image";
  readonly name: string;
  /** Where the template names it. */
  readonly place: Place;
  /** Where the template says its text alternative, without the quotation marks. */
  readonly altPlace?: Place;
  /** Width in print in mm; without it, that of the column. */
  readonly width?: number;
};

/** A chart whose words and numbers are already those of the document's language. */
export type Chart = {
  readonly type: "chart";
  /** Name of the specification: charts/<name>.vl.json. */
  readonly name: string;
  /** Where the specification stands (its file, 1:1). */
  readonly place: Place;
  /** Vega-Lite, messages resolved; data without rows. */
  readonly spec: Json;
  readonly panels: readonly ChartPanelHead[];
  /** In drawing order. */
  readonly rows: readonly ChartRow[];
  /** What it says besides its rows, in sentences of its language: "The groups are drawn to different scales." */
  readonly notes: readonly string[];
  /** Text alternatives of its panels, for outputs in which each is a picture of its own; the first says what the chart is, the last its notes. */
  readonly alternatives: readonly string[];
  /** Every number that its rows state, in their order; each key once. */
  readonly values: readonly ChartValue[];
  /** Every figure that the picture prints or that a printed number follows from. */
  readonly keys: readonly Key[];
};
/** A figure that a chart prints. */
export type ChartValue = {
  readonly id: Id;
  /** The figure; of a change `….growth`, of a share `….share`, of last year's value `….prior`. */
  readonly key: Key;
  /** What of its row it is: the number that is drawn, or one that stands beside it. */
  readonly of: "value" | "change" | "share";
  /** 0-based. */
  readonly row: number;
  /** As the text alternative says it, with its unit. */
  readonly text: string;
};
/** A panel of a chart; a chart without panels is one panel without title. */
export type ChartPanelHead = {
  readonly id: Id;
  readonly title: string;
  /** The title with the unit of its numbers: "年末有效量（万件）"; the unit alone where it has no title. */
  readonly head: string;
  readonly unit: string;
  /** What the printed numbers are multiplied with: 10000 for 万. */
  readonly scale: number;
};
/** A figure that a chart draws, as its language says it. */
export type ChartRow = {
  readonly key: Key;
  /** Index of its panel. */
  readonly panel: number;
  readonly category: string;
  /** `implied`: named by what stands elsewhere in the picture, which needs no legend for it. */
  readonly series: { readonly id: string; readonly name: string; readonly implied?: true };
  /** Whether the data states the number, or it follows from the change that the data states. */
  readonly status: "stated" | "derived" | "not-published";
  /** In base units; `null` where it was not published. */
  readonly value: Decimal | null;
  /** As printed in the unit of its panel, and with that unit. */
  readonly text: string;
  readonly full: string;
  /** Its share in the whole, in percent. */
  readonly share?: { readonly value: Decimal; readonly text: string };
  /** In a chart that compares years: the change as printed, or the sign for none. */
  readonly change?: { readonly text: string; readonly rated: boolean };
};

export type Inline =
  | Text
  | Value
  | Emphasis
  | Strong
  | Superscript
  | Subscript
  | Foreign
  | Link
  | Reference
  | Note
  | Break;
/**
 * Words. `parts`, where they are more than one, are the stretches of templates that `text` was made of, each from its `at`
 * (0-based UTF-16 offset) up to the next: words as they stand, an escape (\*), a character reference (&amp;), a line end;
 * between two of them a template may hold more that prints nothing here. See `placeIn`.
 */
export type Text = Node & {
  readonly type: "text";
  readonly text: string;
  readonly parts?: readonly { readonly at: number; readonly place: Place }[];
};
/** A printed figure. Writers print `text`; id, key and form make corrections, where-used and translation possible. */
export type Value = Node & {
  readonly type: "value";
  /** Of this print: its block, key and ordinal (model/identity). */
  readonly id: Id;
  readonly key: Key;
  /** Further figures that the one number stands for (各2家). */
  readonly also?: readonly Key[];
  /** The form asked for in the template: "auto", "digits", "words", …; of a word its helper: "direction", "plural", "label". */
  readonly form: string;
  /**
   * All that the template asked for, as it stands there: form, counter, case, approx, sign, gender of a number, the words to
   * choose from of a direction or a plural.
   */
  readonly asked?: Readonly<Record<string, string>>;
  /** What its wording, or that of the words around it, depends on. */
  readonly facts?: readonly Fact[];
  /** What the words around it say in the number's stead: its sign, its approximation, in a table's head its scale word. */
  readonly said?: readonly ("sign" | "approximation" | "scale")[];
  readonly text: string;
};
export type Emphasis = Node & { readonly type: "emphasis"; readonly children: readonly Inline[] };
export type Strong = Node & { readonly type: "strong"; readonly children: readonly Inline[] };
export type Superscript = Node & { readonly type: "superscript"; readonly children: readonly Inline[] };
export type Subscript = Node & { readonly type: "subscript"; readonly children: readonly Inline[] };
/** Words of another language than the document's: read aloud as that. */
export type Foreign = Node & { readonly type: "foreign"; readonly lang: Lang; readonly children: readonly Inline[] };
export type Link = Node & { readonly type: "link"; readonly url: string; readonly children: readonly Inline[] };
/**
 * A cross-reference: "label" prints `text`; "page" prints the page number that the writer knows; "note" is a further call of a
 * note, whose number it prints as the first call does.
 */
export type Reference = Node & {
  readonly type: "reference";
  readonly target: Id;
  readonly show: "label" | "title" | "page" | "note";
  readonly text: string;
};
/** A note at the foot of the page, counted through the document from 1. */
export type Note = Node & {
  readonly type: "note";
  readonly id: Id;
  readonly number: number;
  readonly children: readonly Inline[];
};
export type Break = Node & { readonly type: "break" };
