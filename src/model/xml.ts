const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML character data or as the value of an attribute in double quotes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark);
