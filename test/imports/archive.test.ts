/** Office documents that are damaged, protected or built to harm: read within bounds, or refused with a reason. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isArchive, namesIn, unpack } from '../../server/imports/archive.ts';
import { docx } from '../../server/imports/docx/docx.ts';
import { BOUNDS, type Refused } from '../../server/imports/import.ts';
import { xlsx } from '../../server/imports/sheet.ts';
import { readXml } from '../../server/imports/xml.ts';
import { makeDocx, NAMESPACES, p } from './make-docx.ts';

const ALL = (): boolean => true;
const reason = (result: object): string => (result as Partial<Refused>).refused?.zh.slice(0, 12) ?? '';

/** Where the directory's only entry begins, and the entry itself. */
function placesOf(zip: Uint8Array): { readonly view: DataView; readonly central: number } {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  return { view, central: view.getUint32(zip.length - 22 + 16, true) };
}

/** A document with the XML given for its text. */
const documentOf = (xml: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) });
const wrapped = (body: string): string => `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;

describe('an archive', () => {
  const zip = zipSync({ 'word/Document.xml': strToU8('<a>一</a>'), 'media/1.png': new Uint8Array(100) });

  it('unpacks what is asked for, and knows names in any case', async () => {
    expect([...namesIn(zip)]).toEqual(['word/document.xml', 'media/1.png']);
    const parts = await unpack(zip, (name) => name.endsWith('.xml'));
    expect([...(parts as Map<string, Uint8Array>)]).toEqual([['word/document.xml', strToU8('<a>一</a>')]]);
    expect([...((await unpack(zip, ALL, true)) as Map<string, Uint8Array>).keys()]).toEqual([
      'word/Document.xml',
      'media/1.png',
    ]);
  });

  it('may stand in a larger buffer, stored, with a comment behind it', async () => {
    const stored = zipSync({ 'a.xml': strToU8('甲') }, { level: 0, comment: '注' });
    const larger = new Uint8Array(stored.length + 20);
    larger.set(stored, 10);
    const parts = await unpack(larger.subarray(10, 10 + stored.length), ALL);
    expect([...(parts as Map<string, Uint8Array>).keys()]).toEqual(['a.xml']);
  });

  it('is refused where it is cut off, or a letter went wrong', async () => {
    expect(reason(await unpack(zip.subarray(0, zip.length - 30), ALL))).toContain('文件已损坏');
    const wrong = zipSync({ 'a.xml': strToU8('推进项目建设') }, { level: 0 });
    wrong[40] = wrong[40]! ^ 1;
    expect(reason(await unpack(wrong, ALL))).toContain('文件已损坏');
  });

  it('is refused where it has a password', async () => {
    const locked = zipSync({ 'a.xml': strToU8('甲') });
    const { view, central } = placesOf(locked);
    view.setUint16(central + 8, 1, true);
    expect(reason(await unpack(locked, ALL))).toContain('文件设有密码');
  });

  it('is refused where it unpacks to too much, and where it lies about that', async () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(40 * 2 ** 20) });
    expect(reason(await unpack(bomb, ALL))).toContain('文件解压后过大');
    const { view, central } = placesOf(bomb);
    view.setUint32(central + 24, 10, true);
    expect(reason(await unpack(bomb, ALL))).toContain('文件解压后过大');
    // What is not asked for is not unpacked.
    expect(reason(await unpack(bomb, () => false))).toBe('');
  });

  it('is refused where it has too many entries', async () => {
    const many = zipSync(
      Object.fromEntries(Array.from({ length: BOUNDS.entries + 1 }, (_, i) => [`${i}.xml`, new Uint8Array()])),
    );
    expect(reason(await unpack(many, ALL))).toContain('文件里包含的部件');
  });

  it('is none without its mark', () => {
    expect(isArchive(strToU8('文本'))).toBe(false);
    expect(namesIn(strToU8('PK\u0003\u0004')).size).toBe(0);
  });
});

describe('XML', () => {
  const read = (xml: string) => readXml(strToU8(xml), 'word/document.xml');

  it('is refused with a document type, and resolves no entity', async () => {
    expect(reason(await read('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'))).toContain('文件里有文档类型');
    expect(reason(await read('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))).toContain('文件里有文档类型');
    expect(reason(await read('<a>&b;</a>'))).toContain('文件已损坏');
  });

  it('is refused where it is deeper than any document', async () => {
    const deep = '<a>'.repeat(BOUNDS.depth + 1) + '</a>'.repeat(BOUNDS.depth + 1);
    expect(reason(await read(deep))).toContain('文件的内容嵌套超过');
  });

  it('is refused where it is none', async () => {
    for (const xml of ['', 'text', '<a>', '<a></b>', '<a b=1/>', '<a/><b/>'])
      expect(reason(await read(xml)), xml).toContain('文件已损坏');
  });
});

describe('a Word document', () => {
  it('is known by its content, whatever it is called', () => {
    const bytes = makeDocx(p('甲'));
    expect([docx.recognises(bytes), xlsx.recognises(bytes)]).toEqual([true, false]);
  });

  it('is refused where its text is missing', async () => {
    expect(reason(await docx.read(zipSync({ 'word/styles.xml': strToU8('<a/>') }), {}))).toContain('文件已损坏');
    expect(reason(await docx.read(documentOf('<a/>'), {}))).toContain('文件已损坏');
    expect(reason(await docx.read(strToU8('一、文本'), {}))).toContain('文件已损坏');
  });

  it('is read however much stands within each other, or refused', async () => {
    const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(60)}${p('甲')}${'</w:tc></w:tr></w:tbl>'.repeat(60)}`;
    expect(await docx.read(documentOf(wrapped(nested)), {})).toHaveProperty('blocks');
    const boxes = `${'<w:p><w:r><w:pict><w:txbxContent>'.repeat(40)}${p('甲')}${'</w:txbxContent></w:pict></w:r></w:p>'.repeat(40)}`;
    expect(await docx.read(documentOf(wrapped(boxes)), {})).toHaveProperty('blocks');
  });

  /** Elements in any order, within each other in any way. */
  const NAMES = [
    'w:p',
    'w:r',
    'w:t',
    'w:tbl',
    'w:tr',
    'w:tc',
    'w:ins',
    'w:del',
    'w:sdt',
    'w:sdtContent',
    'w:pPr',
    'w:rPr',
    'w:numPr',
    'w:numId',
    'w:fldChar',
    'w:instrText',
    'w:br',
    'w:txbxContent',
    'w:drawing',
    'mc:AlternateContent',
    'mc:Choice',
    'w:gridSpan',
    'w:vMerge',
    'w:tcPr',
    'w:trPr',
    'w:sectPr',
    'w:vanish',
    'w:moveFrom',
    'w:hyperlink',
    'w:sym',
    'w:ruby',
  ];
  const attributes = fc.constantFrom(
    '',
    ' w:val="1"',
    ' w:val="restart"',
    ' w:fldCharType="begin"',
    ' w:fldCharType="separate"',
    ' w:fldCharType="end"',
    ' w:val="-1"',
    ' w:char="F0FE" w:font="Wingdings"',
  );
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(
        fc.constantFrom(...NAMES),
        attributes,
        fc.oneof(
          { depthSize: 'small' },
          fc.constantFrom('甲', ''),
          fc.array(tie('element'), { maxLength: 4 }).map((all) => all.join('')),
        ),
      )
      .map(([name, more, inner]) => `<${name}${more}>${inner}</${name}>`),
  }));

  it('of any elements is read, the same each time', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    await fc.assert(
      fc.asyncProperty(fc.array(element, { maxLength: 8 }), async (elements) => {
        const bytes = makeDocx(elements.join(''), { numbering });
        const draft = await docx.read(bytes, {});
        expect(draft).toHaveProperty('blocks');
        expect(await docx.read(bytes, {})).toEqual(draft);
      }),
      { numRuns: 300 },
    );
  });

  it('with bytes changed or cut off is read or refused', async () => {
    const whole = makeDocx(p('一、推进项目建设。').repeat(20), { numbering: '<w:num w:numId="1"/>' });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
        fc.nat(whole.length),
        async (changes, end) => {
          const bytes = whole.slice(0, end % 2 === 0 ? whole.length : end);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          const draft = await docx.read(bytes, {});
          expect('refused' in draft || Array.isArray(draft.blocks)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});
