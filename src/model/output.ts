/** What a build writes of an edition: for screens, for the press, for those who go on writing; and its charts as files. */
export const outputs = ["pdf", "print", "docx", "charts"] as const;
export type Output = (typeof outputs)[number];
