import { xmpOf } from "../file/identity.ts";
import type { PdfFile } from "../reader/file.ts";
import { isArray, isStream, nameOf, numberOf, textOf } from "../reader/object.ts";
import { decode } from "../reader/stream.ts";
import { namespaces } from "../reader/xmp.ts";
import type { Rule } from "../rule.ts";

const standard = (file: PdfFile): readonly string[] => [
  ...(xmpOf(file)?.text(namespaces.pdfxid, "GTS_PDFXVersion") === "PDF/X-4"
    ? []
    : ["the file does not say that it is PDF/X-4"]),
  ...(["True", "False"].includes(nameOf(file.get(file.get(file.trailer, "Info"), "Trapped")) ?? "")
    ? []
    : ["the file does not say whether it is trapped"]),
  ...(Number(file.version) <= 1.6 ? [] : [`the file is PDF ${file.version}; PDF/X-4 is PDF 1.6`]),
];

/** What is wrong with the output intent (ISO 15930-7). */
const intent = (file: PdfFile): readonly string[] => {
  const intents = file.get(file.get(file.trailer, "Root"), "OutputIntents");
  const all = (isArray(intents) ? intents : []).map(file.resolve);
  const own = all.filter((one) => nameOf(file.get(one, "S")) === "GTS_PDFX");
  if (own.length !== 1) return [`the file has ${own.length} output intents for the press`];
  const profile = file.get(own[0], "DestOutputProfile");
  const bytes = isStream(profile) ? decode(file, profile) : undefined;
  if (!bytes || !isStream(profile)) return ["the file does not embed the profile of its output intent"];
  const space = Buffer.from(bytes).toString("latin1", 16, 20).trim();
  if (space !== "CMYK" || numberOf(file.get(profile, "N")) !== 4)
    return [`the profile of the output intent is of ${space}, not of CMYK`];
  return textOf(file.get(own[0], "OutputConditionIdentifier")) ? [] : ["the file does not name its output condition"];
};

/** How a print file says what it is (ISO 15930-7). */
export const pressIdentityRules: readonly Rule<PdfFile>[] = [
  { rule: "press-standard", breaches: (file) => standard(file).map((message) => ({ message })) },
  { rule: "press-output-intent", breaches: (file) => intent(file).map((message) => ({ message })) },
];
