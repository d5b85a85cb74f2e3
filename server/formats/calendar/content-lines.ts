/** The lines of a calendar file: escaped, folded, ended as RFC 5545 says. */
import { printable } from '../page/printable.ts';

/** In octets of UTF-8, without the line's end (RFC 5545, 3.1). */
const LONGEST = 75;

/** A text value (RFC 5545, 3.3.11): its own marks escaped, without what no file may hold. */
export function textValue(text: string): string {
  return printable(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** The lines as a file has them: long ones folded between characters, each ended by CRLF. */
export function asFile(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function folded(line: string): string {
  // Three octets at most for each unit of UTF-16.
  if (line.length * 3 <= LONGEST) return line;
  let [text, octets] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0)!);
    if (octets + size > LONGEST) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
