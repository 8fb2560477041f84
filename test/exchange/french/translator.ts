/** A translator at work in XLIFF: writes words into targets, as text, without any code of the program. */

const escapeXml = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The code of a source by its name in braces; of a pair "name" and "/name". */
const codeIn = (source: string, name: string, version: 1 | 2): string => {
  const alone = version === 1 ? "x" : "ph";
  const pair = version === 1 ? "g" : "pc";
  if (name.startsWith("/")) return `</${pair}>`;
  const code = new RegExp(`<(?:${alone}|${pair}) id="${literal(name)}"[^>]*>`).exec(source)?.[0];
  if (code === undefined) throw new Error(`the source has no code ${name}: ${source}`);
  return code;
};

const unitPattern = (id: string, version: 1 | 2): RegExp =>
  new RegExp(
    `<${version === 1 ? "trans-unit" : "unit"} id="${literal(id)}"[\\s\\S]*?</${version === 1 ? "trans-unit" : "unit"}>`,
  );

/** One unit of a file, as it stands there. */
export const unitIn = (xml: string, id: string): string => {
  const found = unitPattern(id, xml.includes('version="1.2"') ? 1 : 2).exec(xml)?.[0];
  if (found === undefined) throw new Error(`there is no unit ${id}`);
  return found;
};

/** A file with something changed in one unit. */
export const inUnit = (xml: string, id: string, change: (unit: string) => string): string =>
  xml.replace(unitIn(xml, id), () => change(unitIn(xml, id)));

/** A file with its units translated. States are said only where `states` is true, as by tools that know them. */
export const translated = (xml: string, words: Readonly<Record<string, string>>, states = true): string => {
  const version = xml.includes('version="1.2"') ? 1 : 2;
  let text = xml;
  for (const [id, said] of Object.entries(words)) {
    if (!unitPattern(id, version).test(text)) continue;
    text = inUnit(text, id, (unit) => {
      const source = /<source[^>]*>([\s\S]*?)<\/source>/.exec(unit)?.[1] ?? "";
      const target = said
        .split(/(\{[^{}]+\})/)
        .map((part) => (/^\{.*\}$/.test(part) ? codeIn(source, part.slice(1, -1), version) : escapeXml(part)))
        .join("");
      const now = unit.replace(/(<target[^>]*>)[\s\S]*?(<\/target>)/, (_, open, close) => `${open}${target}${close}`);
      if (!states) return now;
      return version === 1
        ? now.replace(/state="[^"]*"/, 'state="translated"')
        : now.replace(/<segment state="[^"]*"/, '<segment state="translated"');
    });
  }
  return text;
};
