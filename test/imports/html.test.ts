/** Web pages as governments publish them, HTML of Word, the clipboard, pages saved whole. All pages are invented. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../server/imports/index.ts';
import { readNotice } from '../../server/model/read.ts';
import { imported, said } from './support.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

/** Another program's bytes. */
function converted(text: string, to: string): Uint8Array {
  return execFileSync('iconv', ['-f', 'UTF-8', '-t', to], { input: text });
}

describe('a page of a government', () => {
  it('gives its article and drops the rest with a word', async () => {
    const got = await imported(fixture('page.html'), '通知.html');
    expect(got.text).toBe(fixture('page.notice'));
    expect(said(got)).toEqual(fixture('page.remarks').trimEnd().split('\n'));
  });

  it.each(['gb2312', 'GBK', 'utf-8'])('says that it is in %s', async (charset) => {
    const page = fixture('page.html').replace('charset=utf-8', `charset=${charset}`);
    const got = await imported(charset === 'utf-8' ? page : converted(page.replaceAll('\u00a0', ' '), 'GBK'), 'a.html');
    expect(got.tasks).toBe(3);
  });

  it('is known by what it holds, whatever it is called', async () => {
    expect((await imported(fixture('page.html'), '通知.doc')).tasks).toBe(3);
  });

  it('takes the title from above the article where that has none', async () => {
    const page = fixture('page.html').replace(/<h1 class="title">.*<\/h1>/, '');
    const got = await imported(page, 'a.html');
    expect(readNotice(got.text).head.title?.text).toBe('云溪县人民政府关于印发2026年茶产业重点任务分解的通知');
  });
});

describe('HTML of Word', () => {
  it('has its numbers in spans, and ends of lines of the source in the text', async () => {
    const got = await imported(fixture('word.htm'), '通知.htm');
    expect(got.text).toBe(fixture('word.notice'));
  });

  it('copied, it is what stands between the marks of the clipboard', async () => {
    const body = '<p>1.新建生态茶园6000亩。（牵头单位：县农业农村局）</p>';
    const html = `<html><head><title>责任单位：无关</title></head><body>\r\n<!--StartFragment-->${body}<!--EndFragment-->\r\n</body></html>`;
    const header = (from: number, to: number): string =>
      `Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000999\r\nStartFragment:${String(from).padStart(10, '0')}\r\nEndFragment:${String(to).padStart(10, '0')}\r\n`;
    const before = Buffer.byteLength(header(0, 0)) + Buffer.byteLength(html.slice(0, html.indexOf(body)));
    const got = await imported(header(before, before + Buffer.byteLength(body)) + html, 'clipboard');
    expect(got.text).toBe('1.新建生态茶园6000亩。（牵头单位：县农业农村局）\n');
  });
});

describe('what a page shows', () => {
  const show = async (body: string): Promise<string> =>
    (await imported(`<html><body>${body}</body></html>`, 'a.html')).text;

  it('numbers of lists', async () => {
    expect(await show('<ol start="3"><li>甲<li value="7">乙<li>丙</ol>')).toBe('3.甲\n\n7.乙\n\n8.丙\n');
    expect(await show('<ol style="list-style-type:simp-chinese-informal"><li>甲<li>乙</ol>')).toBe(
      '一、甲\n\n二、乙\n',
    );
    expect(await show('<ul><li>甲<li>乙</ul><ol type="none"><li>丙</ol>')).toBe('甲\n\n乙\n\n丙\n');
    expect(await show('<ol><li>1.甲<li>2.乙</ol>')).toBe('1.甲\n\n2.乙\n');
  });

  it('lines, blanks and hidden text', async () => {
    expect(await show('<p>　　推进甲园\n建设。<br>完善&nbsp;配套，年内开园。</p><p hidden>无</p>')).toBe(
      '推进甲园建设。\n\n完善配套，年内开园。\n',
    );
    expect(await show('<p>a b\n c</p><p>&nbsp;</p>')).toBe('a b c\n');
  });

  it('a table of tasks, its cells over rows and columns', async () => {
    const table = `<table><thead><tr><th rowspan=2>序号<th rowspan=2>重点工作<th colspan=2>具体任务分解<th rowspan=2>牵头单位</tr>
<tr><th>工作内容<th>主要任务</tr></thead><tr><td>1<td rowspan=2>一、建好茶园<td rowspan=2>（一）扩面<td>新建茶园6000亩<td>县农业农村局</tr>
<tr><td>2<td>改造茶园3000亩<td>县茶叶局<br>县财政局</tr></table>`;
    const got = await imported(`<html><body>${table}</body></html>`, 'a.html');
    expect(got.text).toBe(
      '一、建好茶园\n\n（一）扩面\n\n1.新建茶园6000亩。\n\n牵头单位：县农业农村局。\n\n2.改造茶园3000亩。\n\n牵头单位：县茶叶局、县财政局。\n',
    );
    expect(got.tasks).toBe(2);
  });

  it('a table under a text that has its tasks stays one, and is compared', async () => {
    const got = await imported(
      '<html><body><p>1.新建茶园6000亩。（牵头单位：县农业农村局）</p><p>附件</p><table><tr><td>序号<td>主要任务<td>牵头单位</tr><tr><td>1<td>新建茶园6000亩<td>县财政局</tr></table></body></html>',
      'a.html',
    );
    expect(got.tasks).toBe(1);
    const [table] = readNotice(got.text).tables;
    expect(table?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['1', '新建茶园6000亩', '县财政局'],
    ]);
  });
});

describe('a page saved whole', () => {
  const parts = (encoding: string, body: string): string =>
    `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----Part"\r\n\r\n------Part\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n------Part\r\nContent-Type: image/png\r\n\r\nPNG\r\n------Part--\r\n`;
  const page = '<html><body><p>1.新建生态茶园6000亩。（牵头单位：县农业农村局）</p></body></html>';

  it('as quoted-printable', async () => {
    const body = [...converted(page, 'GBK')]
      .map(
        (byte, index) =>
          (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)) +
          (index % 40 === 39 ? '=\r\n' : ''),
      )
      .join('');
    expect((await imported(parts('quoted-printable', body), 'a.mht')).tasks).toBe(1);
  });

  it('as base64', async () => {
    const body = Buffer.from(converted(page, 'GBK')).toString('base64').replace(/.{60}/g, '$&\r\n');
    expect((await imported(parts('base64', body), 'a.mhtml')).tasks).toBe(1);
  });

  it('without a page it is refused in a sentence', async () => {
    const result = await importDocument(Buffer.from('MIME-Version: 1.0\nContent-Type: text/html\n'), 'a.mht');
    expect('refused' in result && result.refused.zh).toContain('没有找到网页');
  });
});

it('elements without end are refused', async () => {
  const result = await importDocument(Buffer.from(`<html><body>${'<div>'.repeat(5000)}文`), 'a.html');
  expect('refused' in result).toBe(true);
});
