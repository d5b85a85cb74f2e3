import { isFurniture } from '../../syntax/joins.ts';
import { textStart } from '../marks.ts';
import { defineRule, type PartView } from '../rule.ts';

const BLANK = '[ \\u3000]?';
/**
 * 云政发〔2026〕3号 with what becomes of it. A court's （2026）云01民终3号 opens with its year; 3号楼 is a house; a
 * number that has yet to be given is blank.
 */
const NUMBER = new RegExp(
  `(?<=[\\u4e00-\\u9fff]${BLANK})([〔\\[［（(【〈])${BLANK}(第)?(\\d{4}|\\d{2})(年)?${BLANK}([〕\\]］）)】〉])${BLANK}(第)?${BLANK}(\\d{1,5})(?:${BLANK}(号)(?![楼线路地井桥院门坑池库机炉台站塔栋区村宗段线标])|(?=[的文，。；）)》]|\\s*$))`,
  'g',
);
const NAMES: Readonly<Record<string, string>> = { bracket: '年份应放在六角括号“〔〕”里', year: '年份应写全四位数字' };

export default defineRule({
  id: 'document-number-form',
  since: '0.1.0',
  severity: 'warning',
  presets: { published: 'info' },
  looksAt: 'part',
  what: {
    zh: '发文字号写法不规范。',
    en: 'A document number is not in its form.',
  },
  why: {
    zh: '发文字号由机关代字、年份、发文顺序号组成：年份标全称，用六角括号“〔〕”括入；顺序号不加“第”字，不编虚位，后加“号”字。写法不一，就按字号查不到文件。',
    en: 'The year stands in full in 〔〕; the number has neither 第 nor leading zeros, and 号 after it.',
  },
  source: 'GB/T 9704-2012 7.2.5',
  mend: { zh: '写作“云政发〔2026〕3号”。', en: 'Write 云政发〔2026〕3号.' },
  bad: [
    '1.落实云政发«[2026]3号»文件要求。\n责任单位：县发改委。\n',
    '1.落实《关于做好春耕工作的通知》（云政发«〔2026〕第3号»）。\n责任单位：县农业农村局。\n',
    '1.落实云政发«〔2026〕03号»文件要求。\n责任单位：县发改委。\n',
    '1.落实《关于做好春耕工作的通知》（云政发«〔2026〕3»）。\n责任单位：县农业农村局。\n',
    '1.落实云政发«〔26〕3号»文件要求。\n责任单位：县发改委。\n',
  ],
  good: [
    '1.落实云政发〔2026〕3号、云政办发〔2026〕5号文件要求。\n责任单位：县发改委。\n',
    '1.执行（2026）云01民终3号判决，改造云溪小区（2000）3号楼，落实第12号令。\n责任单位：县住建局。\n',
  ],
  fix: 'safe',
  check({ item, text, zone }: PartView, report) {
    if (zone === 'table' || !/[\d０-９][\]］）)】〉〕年]/.test(text) || isFurniture(item.text)) return;
    const start = textStart({ item });
    const own = ' '.repeat(start) + text.slice(start);
    for (const match of own.matchAll(NUMBER)) {
      const [printed, open, before, year, ofYear, close, ordinal, number, mark] = match;
      if (number === '0' || /^0+$/.test(number!)) continue;
      // Outside its brackets it is a document's only with 号: （2026）3 is anything.
      const bracketed = open === '〔' && close === '〕';
      if (!mark && !bracketed) continue;
      const faults = [
        !bracketed && NAMES.bracket,
        year!.length < 4 && NAMES.year,
        (before || ofYear) && '括号里只写年份',
        ordinal && '顺序号前不加“第”',
        /^0/.test(number!) && '顺序号前不补“0”',
        !mark && '后面缺“号”',
      ].filter(Boolean);
      if (!faults.length) continue;
      const full = year!.length < 4 ? `20${year}` : year;
      const right = `〔${full}〕${Number(number)}号`;
      const range = { start: match.index, end: match.index + printed.length };
      report({
        range,
        message: {
          zh: `发文字号“${printed}”：${faults.join('，')}。应为“${right}”。`,
          en: `The document number “${printed}” should be “${right}”.`,
        },
        fixes: [
          {
            title: { zh: `改为“${right}”`, en: `Change to ${right}` },
            safe: year!.length === 4,
            edits: [{ range, text: right }],
          },
        ],
      });
    }
  },
});
