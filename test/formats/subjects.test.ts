/** How a drafter says in the notice where 工作内容 ends and 主要任务 begins, and what an export says of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officialTable } from '../../server/formats/table/table.ts';
import { readNotice } from '../../server/model/read.ts';

/** 工作内容|主要任务 of each task, and the Chinese words of each remark with the text that it is about. */
function exported(body: string, options = {}) {
  const notice = readNotice(`云溪县人民政府关于印发2026年重点工作的通知\n\n${body}\n`);
  const table = officialTable(notice, options);
  const [work, task] = ['work', 'task'].map((id) => table.columns.findIndex((column) => column.id === id));
  return {
    cells: table.rows.map(({ cells }) => `${cells[work!] ?? ''}|${cells[task!]}`),
    remarks: table.remarks.map(({ words, range }) => ({
      zh: words.zh,
      en: words.en,
      at: notice.text.slice(range!.start, range!.end),
    })),
  };
}

const DUTY = '牵头单位：县农业农村局。';

describe('a comment below the task', () => {
  test.each([
    ['right below', `1.油菜籽产量，稳中有升。\n${DUTY}\n// 工作内容：油菜籽产量`],
    ['between its lines', `1.油菜籽产量，稳中有升。\n// 工作内容：油菜籽产量\n${DUTY}`],
    ['with a half-width colon and no blank', `1.油菜籽产量，稳中有升。\n${DUTY}\n//工作内容:油菜籽产量`],
    ['after a blank line', `1.油菜籽产量，稳中有升。\n${DUTY}\n\n// 工作内容：油菜籽产量。`],
    ['above the first task', `// 工作内容：油菜籽产量\n1.油菜籽产量，稳中有升。\n${DUTY}`],
    ['the last of two', `1.油菜籽产量，稳中有升。\n${DUTY}\n// 工作内容：油菜\n// 工作内容：油菜籽产量`],
  ])('%s', (_, task) => {
    const { cells, remarks } = exported(`一、稳住目标\n${task}\n2.恢复渡口。\n${DUTY}\n// 工作内容：无`);
    expect(cells).toEqual(['1.油菜籽产量|稳中有升', '|恢复渡口']);
    expect(remarks).toEqual([]);
  });

  test('a subject that the sentence does not begin with stands beside the whole', () => {
    const { cells } = exported(`一、稳住目标\n1.恢复渡口，开通夜航。\n${DUTY}\n// 工作内容：水上交通`);
    expect(cells).toEqual(['1.水上交通|恢复渡口，开通夜航']);
  });

  test('has the last word over what the machine would do', () => {
    const indicator = `1.油菜籽产量稳定在0.8亿斤以上。\n${DUTY}\n`;
    expect(exported(`一、稳住目标\n${indicator}`).cells).toEqual(['1.油菜籽产量|稳定在0.8亿斤以上']);
    expect(exported(`一、稳住目标\n${indicator}// 工作内容：油菜籽`).cells).toEqual(['1.油菜籽|产量稳定在0.8亿斤以上']);
    for (const none of ['无', ''])
      expect(exported(`一、稳住目标\n${indicator}// 工作内容：${none}`).cells).toEqual([
        '|油菜籽产量稳定在0.8亿斤以上',
      ]);
  });

  test('concerns no table without both columns', () => {
    const body = `一、稳住目标\n1.油菜籽产量，稳中有升。\n${DUTY}\n// 工作内容：油菜籽产量`;
    const { cells, remarks } = exported(body, { form: { template: 'brief' } });
    expect(cells).toEqual(['|油菜籽产量，稳中有升']);
    expect(remarks).toEqual([]);
  });
});

describe('an export says', () => {
  test('which subjects were guessed, in one remark', () => {
    const tasks = [1, 2, 3, 5].map((n) => `${n}.城镇新增就业${n}000人以上。\n${DUTY}`).join('\n');
    const { remarks } = exported(`一、稳住目标\n${tasks}`);
    expect(remarks).toHaveLength(1);
    expect(remarks[0]!.zh).toContain('序号 1—4 ');
    expect(remarks[0]!.zh).toContain('“城镇新增就业”');
    expect(remarks[0]!.zh).toContain('// 工作内容：');
    expect(remarks[0]!.en).toContain('1—4');
    expect(remarks[0]!.at).toBe('城镇新增就业1000人以上。');
  });

  test('which tasks stand whole beside others that part', () => {
    const { remarks } = exported(
      `一、稳住目标\n1.油菜籽产量稳定在0.8亿斤以上。\n${DUTY}\n2.恢复渡口。\n${DUTY}\n二、做强产业\n3.新建茶园。\n${DUTY}`,
    );
    expect(remarks).toHaveLength(1);
    expect(remarks[0]!.zh).toContain('序号 2 没有拆分');
    expect(remarks[0]!.at).toBe('恢复渡口。');
  });

  test('which marks it could not use', () => {
    const { cells, remarks } = exported(`一、稳住目标\n（一）渡口\n1.恢复渡口，开通夜航。\n${DUTY}\n// 工作内容：渡口`);
    expect(cells).toEqual(['（一）渡口|恢复渡口，开通夜航']);
    expect(remarks.map(({ at }) => at)).toEqual(['// 工作内容：渡口']);
  });
});

test('a mark anywhere changes no other cell, and is used or told', () => {
  const lines =
    `一、稳住目标\n1.恢复渡口，开通夜航。\n${DUTY}\n2.修缮水厂。\n${DUTY}\n二、做强\n（一）茶叶\n3.新建茶园。\n${DUTY}`.split(
      '\n',
    );
  const plain = exported(lines.join('\n'));
  fc.assert(
    fc.property(fc.nat({ max: lines.length }), fc.constantFrom('恢复渡口', '水厂', '茶'), (at, subject) => {
      const marked = exported([...lines.slice(0, at), `// 工作内容：${subject}`, ...lines.slice(at)].join('\n'));
      const changed = marked.cells.filter((cell, i) => cell !== plain.cells[i]);
      const told = marked.remarks.filter(({ zh }) => zh.includes('没有用上'));
      expect(changed.length + told.length).toBe(1);
      for (const cell of changed) expect(cell).toContain(subject);
    }),
  );
});
