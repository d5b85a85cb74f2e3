/** The notices that documents are made of: the examples, the invented corpus, a long one, and real ones where they are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const real = path.join(root, '../shared/notices');

/** @returns name, text, and whether it is long enough to be worth more than one form */
export function sources() {
  if (!existsSync(real)) console.log('# skipped: ../shared/notices is not there, so no real notice is written');
  return [
    ...notices(path.join(root, 'examples'), /\.notice$/, true),
    { name: '长篇', text: longNotice(), long: true },
    ...notices(path.join(root, 'test/model/corpus'), /\.notice$/, false),
    ...(existsSync(real) ? notices(real, /^\d+_.*\.txt$/, true) : []),
  ];
}

function notices(folder, name, long) {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .map((file) => ({ name: path.parse(file).name, text: readFileSync(path.join(folder, file), 'utf8'), long }));
}

const SUBJECTS = [
  '硬化通村道路',
  '修缮白鹭渡口',
  '新建生态茶园',
  '改造低产茶园',
  '清淤东干渠',
  '推广林下菌菇',
  '加装电梯',
];
const AMOUNTS = ['30公里', '6000亩', '1.2万平方米', '15.5%', '12处（含2处续建）', '“三个一批”项目8个', 'A级景区2家'];
const UNITS = [
  '县交通运输局',
  '县农业农村局',
  '县水利局',
  '县文化广电旅游体育局',
  '县人力资源社会保障局',
  '各乡镇',
  '白鹭岭镇',
];

/** Sentences of all lengths, with digits, Latin letters and marks; the same each time. */
function longNotice() {
  let state = 7;
  const next = (n) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * n);
  };
  const some = (list) => list[next(list.length)];
  const lines = ['云溪县人民政府关于印发2026年重点工作任务的通知', ''];
  let number = 0;
  for (let section = 0; section < 5; section++) {
    lines.push(`${'一二三四五'[section]}、${some(SUBJECTS)}，${'巩固提升'.repeat(1 + next(5))}`);
    for (let topic = 0; topic < 4; topic++) {
      lines.push(`（${'一二三四'[topic]}）${some(SUBJECTS)}${'与整体推进'.repeat(next(4))}`);
      for (let task = 1 + next(9); task > 0; task--) {
        const clauses = Array.from({ length: 1 + next(12) }, () => some(SUBJECTS) + some(AMOUNTS));
        lines.push(`${++number}.${clauses.join('，')}。`);
        lines.push(
          `牵头单位：${some(UNITS)}`,
          `配合单位：${UNITS.slice(next(7))
            .concat(UNITS.slice(0, next(5)))
            .join('、')}`,
        );
        if (next(3) === 0) lines.push('完成时限：2026年11月底前');
      }
    }
  }
  return `${lines.join('\n')}\n`;
}
