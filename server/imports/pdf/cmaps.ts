/**
 * Fonts that a PDF file doesn't carry name their codes by a table (GBK-EUC-H) that readers of PDF bring along, a megabyte
 * of them. Text needs only the character of a code, and the platform decodes GB18030: the tables of its encodings are
 * made from that. A glyph is numbered by its character here, so widths of Latin letters are guessed.
 */
const { TextDecoder, TextEncoder } = globalThis as unknown as {
  readonly TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
};

/** What the library asks for a table. */
export class Tables {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const table = kind === 'cMapUrl' ? tableOf(filename) : undefined;
    if (!table) throw new Error(`no ${filename}`);
    return new TextEncoder().encode(table);
  }
}

function tableOf(name: string): string | undefined {
  if (/-V$/.test(name)) return tableOf(name.replace(/V$/, 'H'))?.replace('/WMode 0', '/WMode 1');
  if (name === 'Adobe-GB1-UCS2') return table('<0000> <ffff>', toUnicode());
  if (/^UniGB-(?:UCS2|UTF16)-H$/.test(name)) return table('<0000> <ffff>', cids([[0, 0xffff, 0]], 4));
  if (/^(?:GBK-EUC|GBKp-EUC|GBK2K|GB-EUC|GBpc-EUC)-H$/.test(name)) return table('<00> <80>\n<8140> <fefe>', gbk());
  return undefined;
}

function table(spaces: string, content: string): string {
  return `/CIDInit /ProcSet findresource begin\nbegincmap\n/WMode 0 def\n${spaces.split('\n').length} begincodespacerange\n${spaces}\nendcodespacerange\n${content}\nendcmap\nend\n`;
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

function cids(ranges: readonly (readonly [number, number, number])[], digits: number): string {
  const lines = ranges.map(([from, to, cid]) => `<${hex(from, digits)}> <${hex(to, digits)}> ${cid}`);
  return `${lines.length} begincidrange\n${lines.join('\n')}\nendcidrange`;
}

/** Each glyph is its character. */
function toUnicode(): string {
  const lines: string[] = [];
  // A range may not pass from one first byte to the next.
  for (let high = 0; high < 256; high++) {
    const from = hex(high * 256, 4);
    lines.push(`<${from}> <${hex(high * 256 + 255, 4)}> <${from}>`);
  }
  return `${lines.length} beginbfrange\n${lines.join('\n')}\nendbfrange`;
}

function gbk(): string {
  const decoder = new TextDecoder('gb18030');
  const pair = new Uint8Array(2);
  const lines: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      pair[0] = lead;
      pair[1] = trail;
      const character = decoder.decode(pair);
      if (character.length === 1 && character !== '\ufffd')
        lines.push(`<${hex(lead * 256 + trail, 4)}> ${character.charCodeAt(0)}`);
    }
  return `${cids([[0, 0x80, 0]], 2)}\n${lines.length} begincidchar\n${lines.join('\n')}\nendcidchar`;
}
