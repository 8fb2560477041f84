import type { Chart, Figure, Id, Inline, Label, Reference } from "../model/document.ts";
import type { Figures } from "../model/figure.ts";
import type { Finding, Report } from "../model/finding.ts";
import type { Artwork } from "../model/image.ts";
import type { Language } from "../model/language.ts";
import type { Place } from "../model/place.ts";
import type { RuleName } from "../model/rules/index.ts";
import type { ChartSource } from "../model/source.ts";
import { numberPattern } from "../model/spellout.ts";
import { didYouMean } from "../model/suggest.ts";
import { missingText } from "../model/text.ts";

/** What a chart of a figure block is made of once its specification is resolved for the language. */
export type ResolvedChart = { readonly chart: Chart; readonly alternative: Alternative };
/** A text alternative, and where it says which figures. */
export type Alternative = Pick<Figure, "alt" | "said">;

type Pending = { readonly node: { -readonly [name in keyof Reference]: Reference[name] } };

/** {n} and {roman} of "Chapter {roman}". */
const placeholdersOf = (pattern: string): readonly string[] => pattern.match(/\{[^{}]*\}/g) ?? [];

/**
 * What is counted and remembered while the blocks of one document are made: ids, labels, notes, references that wait for
 * their target.
 */
export class Assembly {
  readonly language: Language;
  readonly figures: Figures;
  readonly charts: ReadonlyMap<string, ChartSource>;
  readonly images: ReadonlyMap<string, Artwork>;
  /** Whether a chart or image is there and could not be read, so that it has a finding. */
  readonly isUnread: (kind: "charts" | "images", name: string) => boolean;
  readonly resolveChart: (source: ChartSource, id: Id) => ResolvedChart | undefined;
  readonly labels: Record<Id, Label> = {};
  readonly report: Report;
  readonly #shown = new Map<Id, string>();
  readonly #places = new Map<Id, Place>();
  readonly #counts = new Map<string, number>();
  readonly #pending: Pending[] = [];

  constructor(options: {
    language: Language;
    figures: Figures;
    charts: ReadonlyMap<string, ChartSource>;
    images: ReadonlyMap<string, Artwork>;
    isUnread: (kind: "charts" | "images", name: string) => boolean;
    resolveChart: (source: ChartSource, id: Id) => ResolvedChart | undefined;
    report: Report;
  }) {
    this.language = options.language;
    this.figures = options.figures;
    this.charts = options.charts;
    this.images = options.images;
    this.isUnread = options.isUnread;
    this.resolveChart = options.resolveChart;
    this.report = options.report;
  }

  fault(rule: RuleName, message: string, place: Place, more: Partial<Finding> = {}): void {
    this.report({ severity: "error", rule, message, place, ...more });
  }

  /** 1, 2, 3 … for each name. */
  next(name: string): number {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count;
  }

  restart(name: string): void {
    this.#counts.delete(name);
  }

  /** Claims an author's id for a block. Reports `missing-id`, `bad-id`, `duplicate-id`. */
  claim(id: string | null | undefined, kind: string, place: Place): Id {
    if (!id) {
      this.fault("missing-id", `this ${kind} has no id`, place, { hint: `add {#name}; the same in every language` });
      return `${kind}-${this.next("anonymous")}`;
    }
    if (!/^[a-z][a-z0-9-]*$/.test(id))
      this.fault("bad-id", `"${id}" is no id`, place, { hint: "use lower-case letters, digits and -" });
    const earlier = this.#places.get(id);
    if (earlier)
      this.fault("duplicate-id", `the id "${id}" stands twice`, place, {
        related: [{ message: "the first one", place: earlier }],
      });
    else this.#places.set(id, place);
    return id;
  }

  /** A heading pattern of the language filled with a number; reports `no-words` where its rule sets do not reach. */
  pattern(pattern: string, n: number, place: Place): string {
    const text = numberPattern(pattern, n, this.language.numbers.spellout);
    if (text === undefined) {
      const hint = "extend numbers.spellout of the language";
      this.fault("no-words", `${this.language.id} has no words for the number ${n} in "${pattern}"`, place, { hint });
    }
    return text ?? "";
  }

  /** Remembers a reference until all labels are known. */
  await(node: Pending["node"]): Inline {
    this.#pending.push({ node });
    return node;
  }

  /** Remembers what a reference to a block says, and by which pattern the block itself shows its number. */
  label(id: Id, label: Label, shown: string): void {
    this.labels[id] = label;
    this.#shown.set(id, shown);
  }

  /** Reports `dangling-reference` where a reference prints a number that its target does not show, or nothing. */
  #checkFound({ target, text, place }: Reference): void {
    const label = this.labels[target];
    const { references } = this.language.headings;
    const hidden =
      label && placeholdersOf(references[label.kind]).filter((name) => !this.#shown.get(target)?.includes(name));
    if (text !== "" && (!hidden || hidden.length === 0 || label?.text === "")) return;
    const pattern = label?.kind === "section" ? "headings.sections" : `headings.${label?.kind}`;
    const [message, hint] =
      text === ""
        ? ["the reference prints nothing: what it points at has no head", "write show=page"]
        : [
            `the reference prints "${text}", but what it points at does not show its number`,
            `number it by ${pattern} of the language, or write show=title or show=page`,
          ];
    this.fault("dangling-reference", message, place, { hint });
  }

  /** Gives the waiting references their text. Reports `unknown-reference` and `dangling-reference`. */
  settle(titles: ReadonlyMap<Id, string>): void {
    for (const { node } of this.#pending) {
      const label = this.labels[node.target];
      if (!label && !titles.has(node.target)) {
        const known = [...Object.keys(this.labels), ...titles.keys()];
        this.fault(
          "unknown-reference",
          `there is nothing with the id "${node.target}"`,
          node.place,
          didYouMean(node.target, known),
        );
        node.text = missingText(node.target);
      } else if (node.show !== "page") {
        const title = titles.get(node.target) ?? "";
        node.text = (node.show === "label" && label?.text) || title;
        if (node.text === "" || node.show === "label") this.#checkFound(node);
      }
    }
  }
}
