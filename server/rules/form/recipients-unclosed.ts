import { readNames } from '../../model/names.ts';
import type { Item, Notice, Range } from '../../model/notice.ts';
import { isNames } from '../../syntax/prose.ts';
import { defineRule } from '../rule.ts';
import { letterOf, linesBetween } from './letter.ts';

const MARK = /[。；，、.,;:]$/;

export default defineRule({
  id: 'recipients-unclosed',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'off' },
  looksAt: 'notice',
  what: { zh: '主送机关之后没有全角冒号。', en: 'The main recipients do not end in a full-width colon.' },
  why: {
    zh: '主送机关顶格编排，最后一个机关名称后标全角冒号，与正文分开。',
    en: 'A full-width colon closes the recipients and sets them off from the body.',
  },
  source: 'GB/T 9704-2012 7.3.2',
  mend: { zh: '在最后一个机关名称后写“：”。', en: 'Write ： after the last of them.' },
  bad: [
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位«。»\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单«位»\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位«:»\n\n现将重点任务分解印发给你们：请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
  ],
  good: [
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n各乡镇人民政府，县直有关单位：\n\n现将重点任务分解印发给你们，请认真抓好落实。\n\n云溪县人民政府\n2026年2月10日\n',
    '云溪县人民政府关于印发2026年重点任务分解的通知\n\n云溪县人民政府\n2026年2月10日\n\n1.推进甲园建设。\n责任单位：县发改委。\n',
  ],
  fix: 'safe',
  summarize: colonsIn,
  check({ notice, summaryOf }, report) {
    const at = endOfRecipients(notice);
    if (!at) return;
    const { text, range } = at;
    const last = text.at(-1)!;
    if (last === ':') {
      // Where the page has half-width colons throughout, one remark says so, and not this one.
      let balance = 0;
      notice.items.forEach((_, part) => {
        balance += summaryOf(part) ?? 0;
      });
      if (balance < 0) return;
    }
    const replaces = MARK.test(text);
    const edit = replaces ? { range, text: '：' } : { range: { start: range.end, end: range.end }, text: '：' };
    report({
      range,
      message: replaces
        ? { zh: `主送机关之后的“${last}”应为全角冒号“：”。`, en: `“${last}” after the recipients should be ：.` }
        : { zh: '主送机关之后缺全角冒号“：”。', en: 'A full-width colon ： is missing after the recipients.' },
      fixes: [{ title: { zh: '写作“：”', en: 'Write ：' }, safe: true, edits: [edit] }],
    });
  },
});

/** How many more full-width colons a text has than half-width ones, the one at its very end aside. */
function colonsIn(item: Item, text: string): number | undefined {
  if (!text.includes(':') && !text.includes('：')) return undefined;
  const own = item.text.endsWith(':') ? text.trimEnd().slice(0, -1) : text;
  const half = own.match(/[^\d\s][ \u3000]?:(?!\d)/g)?.length ?? 0;
  return (own.match(/：/g)?.length ?? 0) - half;
}

/** The last character of the recipients, where they end in anything but a full-width colon. */
function endOfRecipients(notice: Notice): { text: string; range: Range } | undefined {
  const { titlePart, recipientsPart } = letterOf(notice);
  if (titlePart < 0) return undefined;
  if (recipientsPart >= 0) {
    const line = linesBetween(notice, recipientsPart - 1, recipientsPart + 1)[0];
    return line?.text.endsWith(':') ? lastOf(line) : undefined;
  }
  const [first, second] = linesBetween(notice, titlePart, Math.min(notice.items.length, titlePart + 12)).filter(
    ({ text }) => !/\d{1,4}\s*号$/.test(text),
  );
  if (!first || notice.items[first.part]?.number) return undefined;
  // Without its colon the line may read as one with the sentence below.
  const [own, ...rest] = notice.text.slice(first.range.start, first.range.end).split('\n') as [string, ...string[]];
  const text = own.trimEnd();
  const line = { text, range: { start: first.range.start, end: first.range.start + text.length } };
  return closing(first, second?.text ?? '') ?? closing(line, rest.join('').trim() || second?.text || '');
}

/** The last character of a line that names whom the notice addresses, where a sentence follows. */
function closing(line: { text: string; range: Range }, next: string): { text: string; range: Range } | undefined {
  if (line.text.length > 160 || next.length < 16 || !/[，。：]/.test(next)) return undefined;
  const names = line.text.replace(MARK, '');
  if (!isNames(names)) return undefined;
  return readNames(names, 'unit', (at) => at).names.some(({ group }) => group) ? lastOf(line) : undefined;
}

function lastOf({ text, range }: { text: string; range: Range }): { text: string; range: Range } {
  return { text, range: { start: range.end - 1, end: range.end } };
}
