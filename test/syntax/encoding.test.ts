/** A file goes back to the disk in the encoding that it came in. */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../server/syntax/encoding.ts';

const TEXT = '一、推进“高效办成一件事”。\r\n牵头单位：县数据局①—…〔2026〕\r\n镕㐀\r\n';

/** Another program's bytes. */
function converted(text: string, to: string): Uint8Array {
  return execFileSync('iconv', ['-f', 'UTF-8', '-t', to], { input: text });
}

describe('encode', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)('writes %s as it was read', (encoding) => {
    for (const mark of encoding === 'utf-8' ? [true, false] : [encoding !== 'gb18030']) {
      const text = encoding === 'gb18030' ? TEXT.replace('㐀', '') : TEXT;
      const bytes = encode(text, { encoding, mark })!;
      expect(decode(bytes)).toEqual({ text, encoding, mark });
    }
  });
  it('agrees with another program about GBK', () => {
    const text = TEXT.replace('㐀', '');
    const bytes = converted(text, 'GBK');
    expect(decode(bytes)).toMatchObject({ text, encoding: 'gb18030' });
    expect(Buffer.from(encode(text, { encoding: 'gb18030', mark: false })!)).toEqual(Buffer.from(bytes));
  });
  it('gives nothing rather than another text', () => {
    expect(encode('推进🌲建设', { encoding: 'gb18030', mark: false })).toBeUndefined();
    const any = fc.string({ unit: fc.constantFrom('推', '进', 'a', '。', '\ud800', '🌲', '\n', '㐀') });
    fc.assert(
      fc.property(any, fc.constantFrom('utf-8', 'utf-16le', 'gb18030'), (text, encoding) => {
        const bytes = encode(text, { encoding, mark: encoding === 'utf-16le' });
        if (bytes) expect(decode(bytes)!.text).toBe(text);
      }),
    );
  });
});
