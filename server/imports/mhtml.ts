/** Pages saved whole (.mhtml, .mht): of the parts of the message the page itself; pictures and the rest are passed over. */
import { decodeDeclared } from '../syntax/encoding.ts';
import { declaredIn, readHtml } from './html/html.ts';
import type { Refused, Source } from './import.ts';

const MOST_HEADER = 16_384;

export const mhtml: Source = {
  extensions: ['mhtml', 'mht'],
  recognises(bytes) {
    const head = ascii(bytes.subarray(0, 4096));
    return (
      /^[\s\u00ef\u00bb\u00bf]*[A-Za-z-]+:[^\n]/.test(head) &&
      /^MIME-Version:/im.test(head) &&
      /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(head)
    );
  },
  async read(bytes) {
    const page = pageOf(bytes);
    const text = page && decodeDeclared(page.body, page.charset ?? declaredIn(ascii(page.body.subarray(0, 8192))));
    return text === undefined ? NO_PAGE : readHtml(text);
  },
};

const NO_PAGE: Refused = {
  refused: {
    zh: '文件里没有找到网页。请在浏览器里打开网页，另存为“网页，全部”（.html）后再导入。',
    en: 'No page was found in the file. Open the page in a browser, save it as a complete page (.html) and import that.',
  },
};

interface Page {
  readonly body: Uint8Array;
  readonly charset: string | undefined;
}

/** The first part that is a page; parts may hold parts. */
function pageOf(bytes: Uint8Array): Page | undefined {
  const text = ascii(bytes);
  const boundaries = [...text.matchAll(/boundary\s*=\s*"?([^"\r\n;]{1,100})"?/gi)]
    .slice(0, 8)
    .map((match) => match[1]!);
  const starts = [0];
  for (const boundary of boundaries)
    for (let at = text.indexOf(`--${boundary}`); at >= 0; at = text.indexOf(`--${boundary}`, at + 1)) starts.push(at);
  starts.sort((a, b) => a - b);
  for (const [index, start] of starts.entries()) {
    const from = start && text.indexOf('\n', start) + 1;
    const blank = /\r?\n\r?\n/g;
    blank.lastIndex = from;
    const gap = blank.exec(text);
    if (!gap || gap.index - from > MOST_HEADER) continue;
    const header = text.slice(from, gap.index).replace(/\r?\n[ \t]+/g, ' ');
    if (!/^Content-Type:\s*text\/html/im.test(header)) continue;
    const end = starts[index + 1] ?? bytes.length;
    const body = bytes.subarray(gap.index + gap[0].length, end);
    const encoding = /^Content-Transfer-Encoding:\s*([\w-]+)/im.exec(header)?.[1]?.toLowerCase();
    const charset = /charset\s*=\s*"?([\w-]{2,20})/i.exec(header)?.[1];
    return { body: decoded(body, encoding), charset };
  }
  return undefined;
}

/** One character a byte, so that offsets are those of bytes. */
function ascii(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}

function decoded(body: Uint8Array, encoding: string | undefined): Uint8Array {
  if (encoding === 'quoted-printable') return quotedPrintable(body);
  return encoding === 'base64' ? base64(body) : body;
}

function quotedPrintable(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    if (body[at] !== 61) {
      out[length++] = body[at]!;
      continue;
    }
    const high = hex(body[at + 1]);
    const low = hex(body[at + 2]);
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 2;
    } else if (body[at + 1] === 13 && body[at + 2] === 10) at += 2;
    else if (body[at + 1] === 10) at++;
    else out[length++] = 61;
  }
  return out.subarray(0, length);
}

function hex(code = 0): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code & ~32;
  return letter >= 65 && letter <= 70 ? letter - 55 : -1;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...BASE64].map((character, value) => [character.charCodeAt(0), value]));

function base64(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((body.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const code of body) {
    const value = VALUES.get(code);
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[length++] = (held >> bits) & 0xff;
  }
  return out.subarray(0, length);
}
