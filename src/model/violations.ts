/** Rules of setting that a layout may not be able to keep; each broken one is a finding of this name. */
export const violationRules = [
  // lines
  "overfull-line",
  "forced-division",
  "loose-line",
  "torn-number",
  "forbidden-start",
  "forbidden-end",
  "hyphen-ladder",
  "short-last-line",
  "river",
  // pages
  "widow",
  "orphan",
  "stranded-head",
  "caption-apart",
  "torn-page",
  "overfull-page",
  "row-too-high",
  "table-head-too-high",
  "table-too-wide",
] as const;
export type ViolationRule = (typeof violationRules)[number];

/** How often an edition breaks each rule of setting. */
export type Violations = Readonly<Record<ViolationRule, number>>;
