import { compose } from "../../src/compose/index.ts";
import type { Document } from "../../src/model/document.ts";
import type { UnitKind } from "../../src/model/figure.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Language } from "../../src/model/language.ts";
import { standardUnits } from "../../src/model/source.ts";
import type { Style } from "../../src/model/style.ts";
import { documentText } from "../../src/model/text.ts";
import { readFigures } from "../../src/read/figures.ts";
import { readYaml } from "../../src/read/yaml.ts";

export type Composed = {
  readonly document: Document | undefined;
  /** What the document prints, a line a block, without title, issuer and date. */
  readonly lines: readonly string[];
  /** "file:line:column rule: message". */
  readonly findings: readonly string[];
};

/** One template composed in one language with figures written as in a data file. */
export const composed = (
  language: Language,
  figures: string,
  text: string,
  units: Readonly<Record<string, UnitKind>> = { case: "count", CNY: "money", day: "count", edition: "ordinal" },
): Composed => {
  const found: Finding[] = [];
  const report = (finding: Finding): void => void found.push(finding);
  const located = readYaml("figures.yaml", figures, report);
  if (!located) throw new Error("the figures cannot be read");
  const kinds = new Map<string, UnitKind>([...Object.entries(standardUnits), ...Object.entries(units)]);
  const source = {
    language,
    file: "language.yaml",
    templates: [{ file: "01.md.hbs", name: "01", text }],
    place: () => ({ file: "language.yaml", line: 1, column: 1 }),
  };
  const document = compose(
    {
      issue: "2030",
      dataFile: "figures.yaml",
      publication: {
        period: 2030,
        date: "2031-04",
        title: { [language.id]: "Title" },
        issuer: { [language.id]: "Issuer" },
        editions: [[language.id]],
      },
      places: new Map(),
      figures: readFigures(located, [], kinds, report),
      units: kinds,
      relations: [],
      errata: [],
      corrections: [],
      glossary: [],
      accepted: [],
      resting: [],
      languages: new Map([[language.id, source]]),
      charts: new Map(),
      images: new Map(),
      style: {} as Style,
      faces: [],
    },
    language.id,
    report,
  );
  return {
    document,
    lines: document ? documentText(document).slice(3) : [],
    findings: found.map(
      ({ place, rule, message }) => `${place?.file}:${place?.line}:${place?.column} ${rule}: ${message}`,
    ),
  };
};
