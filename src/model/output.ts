/** What a build writes of an edition: for screens, for the press, for those who go on writing; and its charts as files. */
export const outputs = ["pdf", "print", "docx", "charts"] as const;
export type Output = (typeof outputs)[number];

/** Which output a file of a build belongs to, by its name. */
export const outputOf = (name: string): Output => {
  if (name.startsWith("charts/")) return "charts";
  if (name.endsWith(".docx")) return "docx";
  return /\.print\.[a-z]+$/.test(name) ? "print" : "pdf";
};
