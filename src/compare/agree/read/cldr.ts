/** Long and short month names of CLDR, as they stand in dates and alone; none where they are numbers (4月). */
export const monthNames = (tag: string): ReadonlyMap<string, number> => {
  const names = new Map<string, number>();
  for (let month = 1; month <= 12; month++)
    for (const style of ["long", "short"] as const)
      for (const day of [undefined, "numeric"] as const) {
        const format = new Intl.DateTimeFormat(tag, { timeZone: "UTC", month: style, ...(day && { day }) });
        const part = format.formatToParts(new Date(Date.UTC(2000, month - 1, 1))).find(({ type }) => type === "month");
        const name = part?.value.replace(/\.$/, "") ?? "";
        if (name !== "" && !/\p{Nd}/u.test(name)) names.set(name, month);
      }
  return names;
};

/** The signs of grouping and of decimals, as CLDR has them, and whether four digits are grouped. */
export const signsOf = (
  tag: string,
): { readonly group: string; readonly decimal: string; readonly groups4: boolean } => {
  const parts = (n: number) => new Intl.NumberFormat(tag, { numberingSystem: "latn" }).formatToParts(n);
  const sign = (n: number, type: string): string => parts(n).find((part) => part.type === type)?.value ?? "";
  return {
    group: sign(1234567, "group").replace(/\s/, " ") || ",",
    decimal: sign(1.5, "decimal") || ".",
    groups4: sign(1234, "group") !== "",
  };
};
