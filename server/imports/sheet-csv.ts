/** Comma-separated values (RFC 4180); a file whose first line has more tabs than commas is parted by those. */

/** What the program's own tables put before a text that a sheet would run as a formula. */
const GUARDED = /^'(?=[=+\-@＝＋－＠\t\r\n])/;

export function readCsv(text: string): string[][] {
  const source = text.replace(/^\ufeff/, '');
  const mark = separatorOf(source);
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < source.length) {
    let field = '';
    if (source[at] === '"') {
      // A quote within quotes is written twice; one that never closes goes to the end.
      let from = at + 1;
      for (;;) {
        const quote = source.indexOf('"', from);
        field += source.slice(from, quote < 0 ? source.length : quote);
        at = quote < 0 ? source.length : quote + 1;
        if (source[at] !== '"') break;
        field += '"';
        from = at + 1;
      }
    }
    const end = nextOf(source, mark, at);
    field += source.slice(at, end);
    record.push(field.replace(GUARDED, '').replace(/\r\n?/g, '\n').trim());
    at = end + 1;
    if (source[end] === mark) {
      if (at >= source.length) record.push('');
      continue;
    }
    if (source[end] === '\r' && source[at] === '\n') at++;
    records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(record);
  return records;
}

function separatorOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)![0];
  const count = (mark: string): number => line.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function nextOf(text: string, mark: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== mark && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
