/**
 * What translators' tools do to a file besides translating it, each as its documentation and source have it. `text` is the
 * file as the tool saves it; the words are already those of the translator.
 */

/** Puts each <trans-unit>'s parts through a change. */
const eachUnit = (text: string, change: (unit: string) => string): string =>
  text.replace(/<trans-unit[\s\S]*?<\/trans-unit>/g, change);
const sourceOf = (unit: string): string => /<source[^>]*>([\s\S]*?)<\/source>/.exec(unit)?.[1] ?? "";

export type ToolOfTranslators = {
  readonly name: string;
  /** Whether it says in states what is done. */
  readonly states: boolean;
  readonly saves: (text: string) => string;
};

/** Tools that save XLIFF 1.2. */
export const tools: readonly ToolOfTranslators[] = [
  {
    // Knows no states; drops xml:space where it writes anew, ends lines as Windows does, puts word joiners beside end codes.
    name: "OmegaT",
    states: false,
    saves: (text) =>
      eachUnit(text, (unit) =>
        unit.replace(/(<target[^>]*>[^<]*)(<\/target>)/, (_, words, end) => `${words}\u2060${end}`),
      ).replaceAll("\n", "\r\n"),
  },
  {
    // Writes attributes in its own order and quotes, notes anew, and its name into the header.
    name: "Poedit",
    states: true,
    saves: (text) =>
      text
        .replace(/<x id="([^"]*)" ctype="([^"]*)" equiv-text="([^"]*)"\/>/g, "<x equiv-text='$3' id='$1' ctype='$2' />")
        .replace(/ *<note [^>]*>[\s\S]*?<\/note>\n/g, "")
        .replace("</header>", '  <tool tool-id="poedit" tool-name="Poedit" tool-version="2026"/>\n    </header>'),
  },
  {
    // Adds phases to the header and approval to what is done.
    name: "Lokalize",
    states: true,
    saves: (text) =>
      text
        .replace(
          "<header>",
          '<header>\n      <phase-group><phase phase-name="t1" process-name="translation" tool-id="lokalize"/></phase-group>',
        )
        .replace(/<trans-unit[\s\S]*?<\/trans-unit>/g, (unit) =>
          unit.includes('state="translated"') ? unit.replace('approved="no"', 'approved="yes"') : unit,
        )
        .replace(/<target state="translated"/g, '<target state="translated" phase-name="t1"'),
  },
  {
    // Serialises with prefixes and loses the declaration's spelling; writes empty targets for what is not translated.
    name: "Weblate",
    states: true,
    saves: (text) =>
      eachUnit(text, (unit) =>
        unit.includes('state="needs-translation"')
          ? unit.replace(/<target[^>]*>[\s\S]*?<\/target>/, "<target/>")
          : unit,
      )
        .replace(/<(\/?)(?=[a-z])/g, "<$1xlf:")
        .replace(' xmlns="urn', ' xmlns:xlf="urn')
        .replace('<?xml version="1.0" encoding="UTF-8"?>\n', "<?xml version='1.0' encoding='utf-8'?>"),
  },
  {
    // Segments: <seg-source> and markers around the words; drops comments and context.
    name: "Okapi",
    states: true,
    saves: (text) =>
      eachUnit(text, (unit) =>
        unit
          .replace(/ *<context-group[\s\S]*?<\/context-group>\n/, "")
          .replace(
            "</source>",
            `</source>\n        <seg-source><mrk mid="0" mtype="seg">${sourceOf(unit)}</mrk></seg-source>`,
          )
          .replace(/(<target[^>]*>)([\s\S]*?)(<\/target>)/, '$1<mrk mid="0" mtype="seg">$2</mrk>$3'),
      ).replace("<xliff ", '<xliff xmlns:okp="okapi-framework:xliff-extensions" '),
  },
  {
    // Makes paired codes of <g>, and says its own states in a namespace of its own.
    name: "memoQ",
    states: true,
    saves: (text) =>
      eachUnit(text, (unit) => {
        let n = 0;
        return unit
          .replace(
            /<g id="([^"]*)"[^>]*>([\s\S]*?)<\/g>/g,
            (_, id, words) =>
              `<bpt id="${id}" rid="${++n}">&lt;g&gt;</bpt>${words}<ept id="${id}-end" rid="${n}">&lt;/g&gt;</ept>`,
          )
          .replace("<trans-unit ", '<trans-unit mq:status="ManuallyConfirmed" ');
      }).replace("<xliff ", '<xliff xmlns:mq="MQXliff" '),
  },
  {
    // Adds attributes of its own, and decomposes accents where its Java did.
    name: "Phrase",
    states: true,
    saves: (text) =>
      eachUnit(text, (unit) =>
        unit
          .replace("<trans-unit ", '<trans-unit m:para-id="1" m:score="0.0" ')
          .replace(
            /(<target[^>]*>)([\s\S]*?)(<\/target>)/,
            (_, open, words: string, end) => open + words.normalize("NFD") + end,
          ),
      ).replace("<xliff ", '<xliff xmlns:m="http://www.memsource.com/mxlf/2.0" '),
  },
  {
    // Adds alternatives of its memory before the notes, and counts.
    name: "Matecat",
    states: false,
    saves: (text) =>
      eachUnit(text, (unit) =>
        unit
          .replace(
            "</target>",
            '</target>\n        <count-group name="1"><count count-type="x-matecat-raw">7.00</count></count-group>',
          )
          .replace(
            "</trans-unit>",
            '  <alt-trans match-quality="80%"><source>other</source><target>autre</target></alt-trans>\n      </trans-unit>',
          ),
      ),
  },
];

/** The same for XLIFF 2: what a tool may do by the standard. */
export const tools2: readonly ToolOfTranslators[] = [
  {
    name: "a tool that divides units into segments and orders them anew",
    states: true,
    saves: (text) =>
      text.replace(
        /<segment([^>]*)>\s*<source([^>]*)>([^<]*?[.,]) ([\s\S]*?)<\/source>\s*<target([^>]*)>([^<]*?) ([\s\S]*?)<\/target>\s*<\/segment>/g,
        '<segment id="a"$1><source$2>$3</source><target$5 order="3">$7</target></segment><ignorable><source> </source><target order="2"> </target></ignorable><segment id="b"$1><source$2>$4</source><target$5 order="1">$6</target></segment>',
      ),
  },
  {
    name: "a tool that writes spanning codes as their ends, annotates terms and says version 2.1",
    states: true,
    saves: (text) =>
      text
        .replace(
          /<pc id="([^"]*)"[^>]*>([\s\S]*?)<\/pc>/g,
          '<sc id="$1"/><mrk id="m1" type="term">$2</mrk><ec startRef="$1"/>',
        )
        .replace('version="2.0"', 'version="2.1"'),
  },
  {
    name: "a tool that writes 2.2",
    states: true,
    saves: (text) =>
      text
        .replace('version="2.0"', 'version="2.2"')
        .replace("urn:oasis:names:tc:xliff:document:2.0", "urn:oasis:names:tc:xliff:document:2.2"),
  },
];
