import type { Report } from "../../model/finding.ts";
import type { Place } from "../../model/place.ts";
import type { RuleName } from "../../model/rules/index.ts";
import type { Returned } from "../taking/returned.ts";
import { allOf, attribute, isFault, nodePlace, readXml } from "../xml.ts";
import { unitsOfXliff1 } from "./read-1.ts";
import { unitsOfXliff2 } from "./read-2.ts";

/** Versions that are read. 1.0 and 1.1 are what tools write that keep neither codes nor ids. */
const versions = ["1.2", "2.0", "2.1", "2.2"];

/**
 * An XLIFF file as it came back. Reports `xliff-torn` for what is no whole XML, `foreign-format` for other XML, and
 * `xliff-version` for versions that are not read.
 */
export const readXliff = (file: string, text: string, report: Report): Returned | undefined => {
  const fault = (rule: RuleName, message: string, place: Place, hint?: string): undefined =>
    void report({ severity: "error", rule, message, place, ...(hint !== undefined && { hint }) });
  const root = readXml(text.replace(/^\uFEFF/, ""));
  if (isFault(root)) {
    const { line, column, message } = root;
    return fault(
      "xliff-torn",
      `${file} cannot be read: ${message}`,
      { file, line, column },
      "ask for the file once more, or repair it; nothing was taken from it",
    );
  }
  if (root.localName !== "xliff")
    return fault(
      "foreign-format",
      `${file} is no XLIFF file: it begins with <${root.nodeName}>`,
      nodePlace(file, root),
    );
  const version = attribute(root, "version") ?? "";
  if (!versions.includes(version))
    return fault(
      "xliff-version",
      `${file} is XLIFF ${version || "without a version"}; ${versions.join(", ")} are read`,
      nodePlace(file, root),
      "a converter may have written it, such as one from and to PO: it loses codes and names of units; translate the exported file itself",
    );
  const isOne = version.startsWith("1");
  const [first] = allOf(root, "file");
  return {
    file,
    format: `XLIFF ${version}`,
    sourceLanguage: isOne ? first && attribute(first, "source-language") : attribute(root, "srcLang"),
    targetLanguage: isOne ? first && attribute(first, "target-language") : attribute(root, "trgLang"),
    units: isOne ? unitsOfXliff1(root, file) : unitsOfXliff2(root, file),
  };
};
